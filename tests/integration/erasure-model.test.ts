import { erasureRuns } from '../crash/erasure-runs';
import { seedOfRun } from './seed-of-run';

/** A share of `npm run model:erasure`, which gives every instant of every call its turn. */
test('whatever overlaps an erasure, nothing of the person is left', async () => {
  const report = await erasureRuns(
    { runs: 60, seed: seedOfRun, order: 'drawn' },
    (line) => void process.stdout.write(`${line}\n`),
  );
  expect(report.wrong).toEqual([]);
}, 600_000);
