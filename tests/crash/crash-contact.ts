/** `npm run crash:contact`: kills at every step boundary of a contact and looks for leaks. `--help` says how. */
import { parseArgs } from 'node:util';
import { crashRuns } from './crash-runs';

const help = `Kills function, gateway or carrier between any two steps of a contact, lets the sweep run, and compares the
carrier's numbers, the open grants, the places and the charges.

  npm run crash:contact -- --runs 200 --seed 1

  --runs N   deaths (200); more than there are boundaries for ends earlier
  --seed N   the order of the deaths (drawn, and printed)
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '200' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return void process.stdout.write(help);
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  say(`seed ${values.seed}`);
  const report = await crashRuns({ runs: Number(values.runs), seed: Number(values.seed) }, say);
  for (const [name, steps] of Object.entries(report.boundaries)) say(`  ${name}: ${steps} boundaries`);
  if (report.leaks.length > 0) process.exitCode = 1;
}

void main();
