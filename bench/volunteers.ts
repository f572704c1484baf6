/** `npm run bench:volunteers`: how many doubtful posts a hundred volunteers can handle. */
import { parseArgs } from 'node:util';
import { table } from '../packages/sqlite-document-database/bench/measure/table';
import { simulate, type Day, type Outcome } from './volunteers/simulate';

const help = `npm run bench:volunteers -- [options]

Simulates the volunteers' queue with the product's own rules of lanes, urgency and claims: 100 volunteers in shifts of eight hours at 40
to 60 decisions an hour, 480,000 posts a day, which are 20,000 in every hour, 2 to 10 % of them in doubt. Prints how long posts wait by
group, that none is decided twice and none forgotten, and the share at which the queue no longer drains.

  --volunteers N   how many (default 100)
  --days N         how many days (default 2)
  --seed N         another seed, other days (default 1)
`;

const shares = [0.01, 0.02, 0.04, 0.06, 0.08, 0.1];
const minutes = 60_000;

function main(): void {
  const { values } = parseArgs({
    options: {
      volunteers: { type: 'string', default: '100' },
      days: { type: 'string', default: '2' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return void process.stdout.write(help);
  const day: Omit<Day, 'doubtfulShare'> = {
    postsAnHour: 20_000,
    volunteers: Number(values.volunteers),
    shiftHours: 8,
    pace: [40, 60],
    vanishingShare: 0.002,
    days: Number(values.days),
    seed: Number(values.seed),
  };
  console.log(`${day.volunteers} volunteers, ${day.days} days; waits in minutes, median and p99\n`);
  const outcomes = shares.map((share) => ({ share, outcome: simulate({ ...day, doubtfulShare: share }) }));
  console.log(table(heads, outcomes.map(row)));
  console.log(`\nthe queue drains up to ${percent(lastThatDrains(day))} in doubt`);
  console.log(`Above it all groups wait longer, pleas for vulnerable people half as long as the others. Then more volunteers have to
come, or the points from which a post waits have to rise (domain/score/level.ts): reports still hide what gets through.`);
}

const heads = ['in doubt', 'items', 'plea', 'need', 'spare', 'left each night', 'twice', 'lost', 'vanished'];

const row = ({ share, outcome }: { share: number; outcome: Outcome }): string[] => [
  percent(share),
  String(outcome.items),
  waitText(outcome.waits.plea),
  waitText(outcome.waits.need),
  waitText(outcome.waits.spare),
  outcome.leftAtEndOfDay.join(' '),
  String(outcome.decidedTwice),
  String(outcome.forgotten),
  String(outcome.vanished),
];

function waitText(waits: readonly number[]): string {
  const sorted = [...waits].sort((left, right) => left - right);
  const at = (share: number): string =>
    ((sorted[Math.floor(share * (sorted.length - 1))] ?? 0) / minutes).toFixed(0);
  return `${at(0.5)} / ${at(0.99)}`;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** The highest share, in steps of a tenth of a percent, at which the second day ends no worse than the first. */
function lastThatDrains(day: Omit<Day, 'doubtfulShare'>): number {
  let last = 0;
  for (let share = 0.005; share <= 0.1; share += 0.0025) {
    const { leftAtEndOfDay } = simulate({ ...day, days: 2, doubtfulShare: share });
    const [first = 0, second = 0] = leftAtEndOfDay;
    if (second > Math.max(200, first * 1.1)) return last;
    last = share;
  }
  return last;
}

main();
