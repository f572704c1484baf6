/** `npm run model:contact`: people at random beside a carrier at its worst. `--steps N --seed N`. */
import { parseArgs } from 'node:util';
import { modelRuns } from './model-runs';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      steps: { type: 'string', default: '2000' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
    },
  });
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  say(`seed ${values.seed}`);
  const report = await modelRuns({ steps: Number(values.steps), seed: Number(values.seed) }, say);
  for (const [what, times] of Object.entries(report.done).sort()) say(`  ${what}  ${times}`);
  if (report.wrong.length > 0) process.exitCode = 1;
}

void main();
