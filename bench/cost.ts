/** `npm run cost`: what each action of a user costs on the platform, counted at a local cloud. */
import { parseArgs } from 'node:util';
import { table } from '../packages/sqlite-document-database/bench/measure/table';
import { actions, type Action } from './cost/actions';
import { measureCalls, noWork, type Work, type WorkOfCalls } from './cost/measured';

const help = `npm run cost -- [options]

Makes every call of the contract through the real functions on a local cloud, counts what each asks of the platform, adds the calls up
to what users do, and prints the load and the price of a number of visits. docs/scaling.md says what follows from it.

  --posts N    how many posts are there (default 20000)
  --visits N   visits a day (default 1000000)
  --calls      prints every call too
  --help       this text
`;

/** The platform bills function calls, database operations and storage operations alike. Source: docs/scaling.md. */
const yuanForTenThousand = 0.5;
const yuanForGigabyteSecond = 0.000_111_08;
const gigabytes = 0.25;
/** A day's peak, as a multiple of its mean. */
const peak = 5;

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      posts: { type: 'string', default: '20000' },
      visits: { type: 'string', default: '1000000' },
      calls: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return void process.stdout.write(help);
  const [posts, visits] = [Number(values.posts), Number(values.visits)];
  if (!(posts >= 1000) || !(visits > 0)) throw new Error('--posts from 1000 and --visits above 0, please');
  console.error(`filling a board of ${posts.toLocaleString('en')} posts`);
  const measured = await measureCalls(posts);
  const head = ['', 'calls', 'reads', 'writes', 'files', 'WeChat', 'answer B', 'ms'];
  if (values.calls)
    console.log(
      `${table(
        head,
        [...measured].map(([name, work]) => row(name, work)),
      )}\n`,
    );
  console.log(
    table(
      head,
      actions.map((action) => row(action.name, workOf(action, measured))),
    ),
  );
  console.log(`\n${dayOf(visits, measured)}`);
}

const row = (name: string, work: Work): string[] => [
  name,
  ...[work.calls, work.databaseReads, work.databaseWrites, work.storage, work.openApi].map(String),
  work.answerBytes.toLocaleString('en'),
  work.ms.toFixed(0),
];

const workOf = ({ calls }: Action, measured: WorkOfCalls): Work =>
  calls.reduce((sum, name) => {
    const work = measured.get(name);
    if (work === undefined) throw new Error(`${name} was not measured`);
    return added(sum, work, 1);
  }, noWork);

function dayOf(visits: number, measured: WorkOfCalls): string {
  const day = actions.reduce(
    (sum, action) => added(sum, workOf(action, measured), (action.inHundredVisits / 100) * visits),
    added(noWork, measured.get('timers of an hour') ?? noWork, 24),
  );
  const billed = day.calls + day.databaseReads + day.databaseWrites + day.storage;
  const gigabyteSeconds = (day.ms / 1000) * gigabytes;
  const perSecond = day.calls / 86_400;
  return table(
    [`${visits.toLocaleString('en')} visits a day`, 'a day'],
    [
      ['function calls', count(day.calls)],
      ['database reads', count(day.databaseReads)],
      ['database writes', count(day.databaseWrites)],
      ['billed calls', count(billed)],
      ['billed calls in ¥', count((billed / 10_000) * yuanForTenThousand)],
      ['GBs of functions', count(gigabyteSeconds)],
      ['GBs in ¥', count(gigabyteSeconds * yuanForGigabyteSecond)],
      ['GB of answers', (day.answerBytes / 1e9).toFixed(1)],
      ['function calls a second, mean', count(perSecond)],
      [`function calls a second, peak (${peak} times)`, count(perSecond * peak)],
    ],
  );
}

const count = (value: number): string => Math.round(value).toLocaleString('en');

const added = (one: Work, other: Work, times: number): Work => ({
  calls: one.calls + other.calls * times,
  databaseReads: one.databaseReads + other.databaseReads * times,
  databaseWrites: one.databaseWrites + other.databaseWrites * times,
  storage: one.storage + other.storage * times,
  openApi: one.openApi + other.openApi * times,
  answerBytes: one.answerBytes + other.answerBytes * times,
  ms: one.ms + other.ms * times,
});

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
