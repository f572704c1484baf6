import type { DonorPlan, SeekerPlan } from './people';

/** How a contact began: from a board, or from a message or news of a match; a seeker calls a spare, a donor a need. */
export type Way = `${'seeker' | 'donor'} ${'board' | 'match'}`;

export const ways: readonly Way[] = ['seeker board', 'seeker match', 'donor board', 'donor match'];

/** What one city did, counted while it ran. */
export interface Counts {
  contacts: number;
  /** Contacts that reached a post which could still help, or be helped. */
  live: number;
  byWay: Record<Way, { contacts: number; live: number }>;
  messages: number;
  opened: number;
  calls: number;
  handOvers: number;
  noShows: number;
  /** Answers of the functions that were no success, by call and code. */
  refusals: Map<string, number>;
  /** What the functions logged of each failure that they have no name for. */
  unexpected: string[];
}

export const newCounts = (): Counts => ({
  contacts: 0,
  live: 0,
  byWay: Object.fromEntries(ways.map((way) => [way, { contacts: 0, live: 0 }])) as Counts['byWay'],
  messages: 0,
  opened: 0,
  calls: 0,
  handOvers: 0,
  noShows: 0,
  refusals: new Map(),
  unexpected: [],
});

/** The figures of one city. Shares are from 0 to 1; times are minutes, Infinity where more than half of them never came. */
export interface Result {
  needs: number;
  portions: number;
  mostHelped: number;
  /** The same, if only those meet of whom one is willing to call. */
  mostWilling: number;
  helped: number;
  helpedOfPossible: number;
  firstContact: number;
  /** The least that `firstContact` could be, if every need had a contact as soon as a fitting spare is there. */
  firstContactBound: number;
  /** Needs for which a fitting spare is ever there. */
  reachable: number;
  firstContactOfAll: number;
  /** To the first contact that reached a live post, of those that had one. */
  firstLiveContact: number;
  liveContacted: number;
  contacted: number;
  toHand: number;
  liveContacts: number;
  vulnerableHelped: number;
  vulnerableNeeds: number;
  markedSolved: number;
  messagesPerHandOver: number;
  counts: Counts;
}

/** What became of a seeker, in minutes; null for what did not happen. */
interface Helped {
  plan: Pick<SeekerPlan, 'at' | 'groups'>;
  contactAt: number | null;
  liveContactAt: number | null;
  helpedAt: number | null;
  closed: 'solved' | 'withdrawn' | null;
}

export function resultOf(
  counts: Counts,
  {
    seekers,
    donors,
    mostHelped,
    mostWilling,
    shortestWaits,
  }: {
    seekers: readonly Helped[];
    donors: readonly { plan: Pick<DonorPlan, 'portions'> }[];
    mostHelped: number;
    mostWilling: number;
    shortestWaits: readonly number[];
  },
): Result {
  const helped = seekers.filter(({ helpedAt }) => helpedAt !== null);
  const waits = seekers.map(({ plan, contactAt }) => (contactAt ?? Infinity) - plan.at);
  const liveWaits = seekers.flatMap(({ plan, liveContactAt }) =>
    liveContactAt === null ? [] : [liveContactAt - plan.at],
  );
  const isVulnerable = ({ plan }: Helped): boolean => plan.groups.length > 0;
  return {
    needs: seekers.length,
    portions: donors.reduce((sum, { plan }) => sum + plan.portions, 0),
    mostHelped,
    mostWilling,
    helped: helped.length,
    helpedOfPossible: shareOf(helped.length, mostHelped),
    firstContact: median(waits.filter(Number.isFinite)),
    firstContactBound: median(shortestWaits),
    reachable: shareOf(shortestWaits.length, seekers.length),
    firstContactOfAll: median(waits),
    firstLiveContact: median(liveWaits),
    liveContacted: shareOf(liveWaits.length, seekers.length),
    contacted: shareOf(waits.filter(Number.isFinite).length, seekers.length),
    toHand: median(helped.map(({ plan, helpedAt }) => (helpedAt ?? 0) - plan.at)),
    liveContacts: shareOf(counts.live, counts.contacts),
    vulnerableHelped: shareOf(helped.filter(isVulnerable).length, helped.length),
    vulnerableNeeds: shareOf(seekers.filter(isVulnerable).length, seekers.length),
    markedSolved: shareOf(seekers.filter(({ closed }) => closed === 'solved').length, seekers.length),
    messagesPerHandOver: counts.messages / Math.max(1, counts.handOvers),
    counts,
  };
}

const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** The lower middle one; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN;
}
