/** `npm run bench:launch`: a launch day's visits on one machine. */
import { parseArgs } from 'node:util';
import { runAlone } from './launch/alone';
import { reportText } from './launch/report-text';
import { runLaunch } from './launch/run-launch';

const help = `npm run bench:launch -- [options]

People open the program, look at a board, turn a page or filter it, and read a post; a tenth verify, and post, contact or report. They live
where people live, a fifth of them in one district; four in ten choose their district by its name, the others a spot on the map. They come
at their own times, in peaks, however slow the product is. All calls go over HTTP to the real functions of a local cloud in a process of its own. Prints what was served, errors, times by kind of call, memory, CPU by
part, and whether everything that was acknowledged is found afterwards.

  --posts N      how many posts there are (default 260000); seeded once, then kept in dist/bench
  --ratio R      of the goal: 100,000 visits in ten minutes (default 1)
  --minutes M    for how long (default 10)
  --runs N       how many runs, each from the same state (default 1)
  --kill         ends instances, providers and the whole product in the middle
  --alone        prints instead what CPU each kind of call takes when it is made alone
  --help         this text
`;

/** The goal: 100,000 visits in ten minutes. */
const goalPerSecond = 100_000 / 600;

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      posts: { type: 'string', default: '260000' },
      ratio: { type: 'string', default: '1' },
      minutes: { type: 'string', default: '10' },
      runs: { type: 'string', default: '1' },
      kill: { type: 'boolean', default: false },
      alone: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return void process.stdout.write(help);
  const numbers = [values.posts, values.ratio, values.minutes, values.runs].map(Number);
  const [posts = 0, ratio = 0, minutes = 0, runs = 0] = numbers;
  if (!numbers.every((each) => each > 0)) throw new Error('the options are numbers above 0');
  if (values.alone) return console.log(await runAlone(posts));
  for (let at = 0; at < runs; at += 1) {
    const report = await runLaunch({
      posts,
      perSecond: ratio * goalPerSecond,
      seconds: minutes * 60,
      kill: values.kill,
    });
    console.log(`\n${reportText(report, { posts, goalPerSecond })}`);
    if (report.lost > 0) process.exitCode = 1;
  }
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
