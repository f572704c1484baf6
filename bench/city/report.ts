import { table } from '../../packages/sqlite-document-database/bench/measure/table';
import { ways, type Result, type Way } from './tally';

interface Figure {
  says: string;
  of(result: Result): string;
  goal?: string;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const minutes = (value: number): string => (Number.isFinite(value) ? `${value.toFixed(0)} min` : 'never');

const wayNames: Record<Way, string> = {
  'seeker board': 'spares called from the board',
  'seeker match': 'spares called after a message',
  'donor board': 'needs called from the board',
  'donor match': 'needs called after a message',
};

const figures: readonly Figure[] = [
  { says: 'needs', of: ({ needs }) => String(needs) },
  { says: 'portions', of: ({ portions }) => String(portions) },
  { says: 'needs that the supply could help', of: ({ mostHelped }) => String(mostHelped) },
  { says: '… with people as willing as assumed', of: ({ mostWilling }) => String(mostWilling) },
  { says: 'needs helped', of: ({ helped }) => String(helped) },
  { says: 'helped, of what supply allows', of: (each) => percent(each.helpedOfPossible), goal: '≥ 60 %' },
  { says: 'need to first contact, median', of: (each) => minutes(each.firstContact), goal: '≤ 30 min' },
  { says: '… if made as soon as a spare is there', of: (each) => minutes(each.firstContactBound) },
  { says: '… of all needs', of: (each) => minutes(each.firstContactOfAll) },
  { says: 'needs for which a spare was ever there', of: ({ reachable }) => percent(reachable) },
  { says: 'needs that had a contact', of: ({ contacted }) => percent(contacted) },
  { says: 'need to first live contact, median', of: (each) => minutes(each.firstLiveContact) },
  { says: 'needs that had a live contact', of: ({ liveContacted }) => percent(liveContacted) },
  { says: 'need to hand, median', of: ({ toHand }) => minutes(toHand) },
  { says: 'contacts', of: ({ counts }) => String(counts.contacts) },
  { says: 'contacts that reach a live post', of: (each) => percent(each.liveContacts), goal: '≥ 80 %' },
  ...ways.map((way) => ({
    says: `… ${wayNames[way]}`,
    of: ({ counts }: Result) => `${counts.byWay[way].live} of ${counts.byWay[way].contacts}`,
  })),
  {
    says: 'portions that reached vulnerable people',
    of: (each) => percent(each.vulnerableHelped),
    goal: 'more than nearest',
  },
  { says: '… their share of the needs', of: ({ vulnerableNeeds }) => percent(vulnerableNeeds) },
  { says: 'needs marked as solved', of: ({ markedSolved }) => percent(markedSolved) },
  { says: 'no-shows', of: ({ counts }) => String(counts.noShows) },
  { says: 'messages', of: ({ counts }) => String(counts.messages) },
  { says: 'messages opened', of: ({ counts }) => String(counts.opened) },
  { says: 'messages for each portion in hand', of: (each) => each.messagesPerHandOver.toFixed(1) },
  { says: 'calls of the functions', of: ({ counts }) => String(counts.calls) },
];

/** All figures of both cities, with the goals, and what the functions refused. */
export function sideBySide(product: Result, nearest: Result): string {
  const rows = figures.map(({ says, of, goal = '' }) => [says, of(product), of(nearest), goal]);
  const refused = [product, nearest].map(refusalsOf);
  return [
    table(['figure', 'product', 'nearest-first', 'goal'], rows),
    '',
    `refused: product ${refused[0]}; nearest-first ${refused[1]}`,
  ].join('\n');
}

/** All figures of one city, and what the functions refused. */
export const figuresOf = (city: string, result: Result): string =>
  [
    table(
      ['figure', city, 'goal'],
      figures.map(({ says, of, goal = '' }) => [says, of(result), goal]),
    ),
    '',
    `refused: ${refusalsOf(result)}`,
  ].join('\n');

/** An example: posts.keep post-closed 2. Failures without a name are at the end, with their stacks. */
const refusalsOf = ({ counts }: Result): string => {
  const calls = [...counts.refusals].map(([call, count]) => `${call} ${count}`).sort();
  return [calls.join(', ') || 'none', ...counts.unexpected].join('\n');
};

/** All figures of one city on one line. */
export const lineOf = (result: Result): string =>
  figures.map(({ says, of }) => `${says} ${of(result)}`).join(', ');

/** The figures that have a goal, product and nearest-first in one cell. */
const compared = figures.filter(({ goal }) => goal !== undefined);
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

export const variationTable = {
  head: [
    line(['variation', 'helped', 'first contact', 'live', 'vulnerable']),
    line(['---', '---:', '---:', '---:', '---:']),
  ].join('\n'),
};

export const variationRow = (
  says: string,
  { product, nearest }: { product: Result; nearest: Result },
): string => line([says, ...compared.map(({ of }) => `${of(product)} / ${of(nearest)}`)]);
