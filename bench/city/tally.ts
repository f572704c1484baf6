import type { DonorPlan, SeekerPlan } from './people';

/** What one city did, counted while it ran. */
export interface Counts {
  contacts: number;
  /** Contacts that reached a post which could still help, or be helped. */
  live: number;
  messages: number;
  opened: number;
  calls: number;
  handOvers: number;
  noShows: number;
  /** Answers of the functions that were no success, by call and code. */
  refusals: Map<string, number>;
}

export const newCounts = (): Counts => ({
  contacts: 0,
  live: 0,
  messages: 0,
  opened: 0,
  calls: 0,
  handOvers: 0,
  noShows: 0,
  refusals: new Map(),
});

/** The figures of one city. Shares are from 0 to 1; times are minutes, Infinity where more than half of them never came. */
export interface Result {
  needs: number;
  portions: number;
  mostHelped: number;
  helped: number;
  helpedOfPossible: number;
  firstContact: number;
  firstContactOfAll: number;
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
  helpedAt: number | null;
  closed: 'solved' | 'withdrawn' | null;
}

export function resultOf(
  counts: Counts,
  {
    seekers,
    donors,
    mostHelped,
  }: {
    seekers: readonly Helped[];
    donors: readonly { plan: Pick<DonorPlan, 'portions'> }[];
    mostHelped: number;
  },
): Result {
  const helped = seekers.filter(({ helpedAt }) => helpedAt !== null);
  const waits = seekers.map(({ plan, contactAt }) => (contactAt ?? Infinity) - plan.at);
  const isVulnerable = ({ plan }: Helped): boolean => plan.groups.length > 0;
  return {
    needs: seekers.length,
    portions: donors.reduce((sum, { plan }) => sum + plan.portions, 0),
    mostHelped,
    helped: helped.length,
    helpedOfPossible: shareOf(helped.length, mostHelped),
    firstContact: median(waits.filter(Number.isFinite)),
    firstContactOfAll: median(waits),
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
