import { fuzzRuns } from '../fuzz/fuzz-runs';

/** `npm run fuzz` makes 25,000 calls. */
test('no odd input, role or failure makes a call answer what it does not list, or internal without a name', async () => {
  const report = await fuzzRuns({ calls: 600, seed: 11 }, (line) => void process.stdout.write(`${line}\n`));
  expect(report.wrong).toEqual([]);
}, 600_000);
