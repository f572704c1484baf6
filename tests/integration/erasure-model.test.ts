import { erasureRuns } from '../crash/erasure-runs';
import { seedOfRun } from './seed-of-run';

/** `npm run model:erasure` goes on until every instant has had its turn. */
test('whatever overlaps an erasure, nothing of the person is left', async () => {
  const report = await erasureRuns(
    { runs: 240, seed: seedOfRun },
    (line) => void process.stdout.write(`${line}\n`),
  );
  expect(report.wrong).toEqual([]);
}, 600_000);
