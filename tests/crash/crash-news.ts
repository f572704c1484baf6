/** `npm run crash:news`: kills what sends news and messages, and looks at inbox and phones. `--help` says how. */
import { parseArgs } from 'node:util';
import { newsCrashRuns } from './news-crash-runs';

const help = `Ends the functions' instances, cuts the database off or loses an answer (of the database or of WeChat) between any two
steps of a match, a contact, their news and their messages. Afterwards no phone has a message twice or without an
acceptance, each inbox has its news once, and no more people are notified than there are portions. The local WeChat
delivers whatever is sent, as often as it is sent.

  npm run crash:news -- --runs 1000 --seed 1

  --runs N   deaths (1000)
  --seed N   who dies when (drawn, and printed)
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '1000' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return void process.stdout.write(help);
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  say(`seed ${values.seed}`);
  const report = await newsCrashRuns({ runs: Number(values.runs), seed: Number(values.seed) }, say);
  for (const [name, points] of Object.entries(report.points)) say(`  ${name}: ${points} points`);
  if (report.wrong.length > 0) process.exitCode = 1;
}

void main();
