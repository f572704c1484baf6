/** `npm run model:matching`: compares the notified people of random cities with an oracle. `--help` says how. */
import { parseArgs } from 'node:util';
import { matchingRuns } from './matching-runs';

const help = `Draws cities (needs, spares, alerts, groups, distances, contacts, blocked and erased people, refused messages, nights), lets
them live on the local cloud with its clock moved, and compares each run of the timer with an oracle that is written from the
rule's text (docs/decisions/023): who is notified of what, in which run, and whose phone has a message.

  npm run model:matching -- --cities 20 --seed 1

  --cities N   cities (20)
  --seed N     of the first city; each further one has the next (drawn, and printed)
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      cities: { type: 'string', default: '20' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return void process.stdout.write(help);
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  say(`seed ${values.seed}`);
  const report = await matchingRuns({ cities: Number(values.cities), seed: Number(values.seed) }, say);
  if (report.wrong.length > 0) process.exitCode = 1;
}

void main();
