import { erasureRuns } from '../crash/erasure-runs';

/** `npm run model:erasure` goes on until every instant has had its turn. */
test('whatever overlaps an erasure, nothing of the person is left', async () => {
  const seed = Date.now() % 1_000_000;
  const report = await erasureRuns({ runs: 240, seed }, (line) => void process.stdout.write(`${line}\n`));
  expect(report.wrong).toEqual([]);
}, 600_000);
