import { crashRuns } from '../crash/crash-runs';

/** A short walk over the boundaries; `npm run crash:contact -- --runs 700` takes all of them. */
test('after a death between any two steps the carrier’s numbers, grants, places and charges agree', async () => {
  const seed = Date.now() % 1_000_000;
  const report = await crashRuns({ runs: 24, seed }, (line) => void process.stdout.write(`${line}\n`));
  expect(report.runs).toBe(24);
  expect(report.leaks).toEqual([]);
}, 240_000);
