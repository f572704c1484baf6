/** `npm run fuzz`: every call with odd inputs, in every role, while things fail. `--help` says how. */
import { parseArgs } from 'node:util';
import { fuzzRuns } from './fuzz-runs';

const help = `Calls of every function with valid and odd inputs, by visitors, members, owners, volunteers, operators and blocked people, on the
real functions of a local cloud. During two of five calls something fails: an action of the database or the storage with one of their
errors, WeChat, FaceID or the carrier. Every answer must be one that the call lists, and \`internal\` only where docs/deploy.md names it.

  npm run fuzz -- --calls 25000 --seed 1

  --calls N   how many (25000)
  --seed N    which (drawn, and printed)
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      calls: { type: 'string', default: '25000' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return void process.stdout.write(help);
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  say(`seed ${values.seed}`);
  const report = await fuzzRuns({ calls: Number(values.calls), seed: Number(values.seed) }, say);
  for (const [code, times] of Object.entries(report.answers).sort()) say(`  ${code}  ${times}`);
  say(
    `${report.calls} calls, ${report.timedOut} ended for their time, ${Object.keys(report.failed).length} kinds of failure, ${report.wrong.length} wrong`,
  );
  if (report.wrong.length > 0) process.exitCode = 1;
}

void main();
