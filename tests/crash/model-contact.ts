/** `npm run model:contact`: people act at random while the carrier is at its worst. `--help` says how. */
import { parseArgs } from 'node:util';
import { modelRuns } from './model-runs';

const help = `People do at random what people do (ask, hang up, give outcomes, block, erase, come back) while the carrier is slow, wrong or
down. Now and then all is left alone until it is quiet, and the books must agree: the carrier's numbers, open grants,
places and charges.

  npm run model:contact -- --steps 4000 --seed 1

  --steps N   things that happen (2000)
  --seed N    which (drawn, and printed)
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      steps: { type: 'string', default: '2000' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return void process.stdout.write(help);
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  say(`seed ${values.seed}`);
  const report = await modelRuns({ steps: Number(values.steps), seed: Number(values.seed) }, say);
  for (const [what, times] of Object.entries(report.done).sort()) say(`  ${what}  ${times}`);
  if (report.wrong.length > 0) process.exitCode = 1;
}

void main();
