/** `npm run model:erasure`: every writing call overlaps an erasure, at every instant. `--help` says how. */
import { parseArgs } from 'node:util';
import { erasureRuns } from './erasure-runs';

const help = `Every call that writes for a person overlaps an erasure of that person: at each operation of the call the whole erasure, at
each operation of the erasure the whole call, and then both at random. Then a day goes by, and nothing may be left of
anybody who was erased.

  npm run model:erasure -- --runs 5000 --seed 1

  --runs N    overlaps (5000)
  --seed N    which (drawn, and printed)
  --part N/M  only each M-th scene, from the N-th on, so that several runs share the work (1/1)
  --only NAME only scenes of one call, such as identity.verify
  --drawn     overlaps drawn, instead of each point in turn and the rest at random
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '5000' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
      part: { type: 'string', default: '1/1' },
      only: { type: 'string' },
      drawn: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return void process.stdout.write(help);
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  say(`seed ${values.seed}`);
  const [part = 1, of = 1] = values.part.split('/').map(Number);
  const report = await erasureRuns(
    {
      runs: Number(values.runs),
      seed: Number(values.seed),
      order: values.drawn ? 'drawn' : 'in turn',
      share: { part, of },
      only: values.only,
    },
    say,
  );
  for (const [what, times] of Object.entries(report.done).sort()) say(`  ${what}  ${times}`);
  if (report.wrong.length > 0) process.exitCode = 1;
}

void main();
