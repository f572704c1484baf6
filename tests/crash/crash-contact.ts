/** `npm run crash:contact`: kills each process that takes part in a contact, and looks for leaks. `--help` says how. */
import { parseArgs } from 'node:util';
import { crashRuns } from './crash-runs';

const help = `Kills the function's instances, the whole cloud (SIGKILL) or the carrier (SIGKILL) between any two steps of a contact
or at a random moment, or cuts the database off, or loses an answer; lets what died come back and the sweep run, and
compares the carrier's numbers, the open grants, the places and the charges. A day later nothing may be bound.

  npm run crash:contact -- --runs 200 --seed 1

  --runs N   deaths (200)
  --seed N   who dies when (drawn, and printed)
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
  for (const [name, { points }] of Object.entries(report.measured)) say(`  ${name}: ${points} points`);
  if (report.leaks.length > 0) process.exitCode = 1;
}

void main();
