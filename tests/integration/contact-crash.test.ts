import { crashRuns } from '../crash/crash-runs';
import { seedOfRun } from './seed-of-run';

/** A few deaths of each kind; `npm run crash:contact -- --runs 500` walks over the points one by one. */
test('after real deaths of function, cloud and carrier the numbers, grants, places and charges agree', async () => {
  const report = await crashRuns(
    { runs: 5, seed: seedOfRun },
    (line) => void process.stdout.write(`${line}\n`),
  );
  expect(report.leaks).toEqual([]);
  expect(report.runs).toBe(5);
}, 400_000);
