import { chinaClock, chinaDay, chinaSecondsMs } from '@facts/china-time';
import type { CampaignLimits, CatalogueItem } from '../contract/campaign';
import type { RoundDocument } from '../contract/matching-documents';
import type { PostDocument } from '../contract/documents';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Outer ends of the rings in which people are notified, nearest first. */
export const ringMeters = [2_000, 5_000, 10_000, 20_000, 50_000] as const;

/** The ring that a distance falls in; an edge belongs to the nearer ring. Undefined beyond the last. */
export const ringOf = (meters: number): number | undefined => {
  const ring = ringMeters.findIndex((upper) => meters <= upper);
  return ring === -1 ? undefined : ring;
};

/** Somebody whom a post may help: an open need, or an alert. */
export interface Candidate {
  id: string;
  kind: 'need' | 'alert';
  ownerId: string;
  priority: 0 | 1;
  meters: number;
  /** When it began to wait. */
  sinceMs: number;
}

/** In whose turn it is: ring by ring, within a ring the vulnerable first, then the nearest, then the longest waiting. */
export const byTurn = (a: Candidate, b: Candidate): number =>
  (ringOf(a.meters) ?? ringMeters.length) - (ringOf(b.meters) ?? ringMeters.length) ||
  b.priority - a.priority ||
  a.meters - b.meters ||
  a.sinceMs - b.sinceMs ||
  (a.id < b.id ? -1 : 1);

/** Items that hold one of the ingredients of these, and these themselves. */
export function codesLike(codes: readonly string[], catalogue: readonly CatalogueItem[]): string[] {
  const ingredients = new Set(
    catalogue.filter(({ code }) => codes.includes(code)).flatMap((item) => item.ingredients),
  );
  const alike = catalogue.filter((item) => item.ingredients.some((each) => ingredients.has(each)));
  return [...new Set([...codes, ...alike.map(({ code }) => code)])];
}

type Pace = CampaignLimits['matching'];

/** The times of a person's last day at which they were notified of a match. */
export const recentMatches = (matchedAtMs: readonly number[], nowMs: number): number[] =>
  matchedAtMs.filter((atMs) => atMs > nowMs - dayMs);

/** Whether a person may be notified of one more match now. */
export function mayBeNotified(
  matchedAtMs: readonly number[],
  { perDay, hoursBetween }: Pick<Pace, 'perDay' | 'hoursBetween'>,
  nowMs: number,
): boolean {
  const recent = recentMatches(matchedAtMs, nowMs);
  return recent.length < perDay && recent.every((atMs) => nowMs - atMs >= hoursBetween * hourMs);
}

/** When the quiet hours end that hold now; null outside of them. */
export function quietUntilMs(
  { quietFrom, quietUntil }: Pick<Pace, 'quietFrom' | 'quietUntil'>,
  nowMs: number,
): number | null {
  const clock = chinaClock(nowMs);
  const isOverNight = quietFrom > quietUntil;
  const isQuiet = isOverNight
    ? clock >= quietFrom || clock < quietUntil
    : clock >= quietFrom && clock < quietUntil;
  if (!isQuiet) return null;
  const today = chinaSecondsMs(`${chinaDay(nowMs)} ${quietUntil}:00`) ?? nowMs;
  return today > nowMs ? today : today + dayMs;
}

/** How many people a wave may notify: as many as the post can serve beyond those who have its number already. */
export const waveSize = (
  { board, portions }: Pick<PostDocument, 'board' | 'portions'>,
  openGrants: number,
  { donorsAtOnce }: Pick<Pace, 'donorsAtOnce'>,
): number =>
  board === 'spare' ? Math.max(0, (portions?.left ?? 0) - openGrants) : openGrants > 0 ? 0 : donorsAtOnce;

/** How long a round rests when its last ring holds only people who were notified lately, or while its spare rests. */
export const restMs = 30 * minuteMs;

/** The round of a spare that its owner has confirmed, from a moment on: from the first ring, past those who were notified of it. */
export const begunAgain = (round: RoundDocument, nextAtMs: number): RoundDocument => ({
  ...round,
  ring: 0,
  left: null,
  hasTold: false,
  nextAtMs,
});

/**
 * The round after a wave. Those who were notified have a head start before the next wave; a ring without anybody to notify is
 * passed at once. `heldBack`: somebody fits and was notified of another post too lately.
 */
export function afterWave(
  round: RoundDocument,
  { heldBack, nowMs, headStartMinutes }: { heldBack: boolean; nowMs: number; headStartMinutes: number },
): RoundDocument {
  const rested = { ...round, left: null, hasTold: false };
  const isFull = round.left === 0;
  const isLast = round.ring === ringMeters.length - 1;
  if (isFull) return { ...rested, nextAtMs: nowMs + headStartMinutes * minuteMs };
  if (!isLast)
    return {
      ...rested,
      ring: round.ring + 1,
      nextAtMs: round.hasTold ? nowMs + headStartMinutes * minuteMs : nowMs,
    };
  return { ...rested, nextAtMs: heldBack ? nowMs + restMs : null };
}
