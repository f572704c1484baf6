import { modelRuns } from '../crash/model-runs';
import { seedOfRun } from './seed-of-run';

/** `npm run model:contact -- --steps 5000` goes on for longer. */
test('whatever people and the carrier do, the books agree once it is quiet', async () => {
  const report = await modelRuns(
    { steps: 250, seed: seedOfRun },
    (line) => void process.stdout.write(`${line}\n`),
  );
  expect(report.wrong).toEqual([]);
}, 240_000);
