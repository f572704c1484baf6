/** `npm run bench:outage`: WeChat's text check is down for ten minutes while people publish. */
import { parseArgs } from 'node:util';
import { table } from '../packages/sqlite-document-database/bench/measure/table';
import { tenMinutesWithoutChecks } from './outage/ten-minutes';

const help = `npm run bench:outage -- [options]

Members publish through the real functions on a local cloud while security.msgSecCheck answers errors; after ten minutes it works again.
A fifth of the posts has no note, two in a hundred a note that WeChat refuses, two one that it doubts. Prints what is public and what
waits after each minute, whether anything that WeChat had not let pass was public, whether anything was lost, and how long the backlog
takes to drain by itself.

  --posts N     how many are published meanwhile (default 3334: the peak hour's ten minutes)
  --at-once N   how many at a time (default 16)
  --help        this text
`;

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      posts: { type: 'string', default: '3334' },
      'at-once': { type: 'string', default: '16' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return void process.stdout.write(help);
  const report = await tenMinutesWithoutChecks({
    posts: Number(values.posts),
    minutes: 10,
    errors: [-1, 44991, 45009, 61010],
    atOnce: Number(values['at-once']),
  });
  console.log(
    table(
      ['minute', 'sent', 'public', 'waiting', 'WeChat asked'],
      report.minutes.map((each) =>
        [each.minute, each.sent, each.public, each.waiting, each.asked].map(String),
      ),
    ),
  );
  console.log(`\nunchecked and public: ${report.unchecked}; lost: ${report.lost}`);
  console.log(`refused by WeChat afterwards: ${report.refused}; in the volunteers' queue: ${report.queued}`);
  console.log(`drained ${report.drainedAfter} minutes after the outage`);
  if (report.unchecked + report.lost > 0) process.exitCode = 1;
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
