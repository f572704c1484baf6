import { planDays } from '@facts/plan-days';
import type { Board } from '../contract/board';
import type { CampaignLimits } from '../contract/campaign';
import type { GrantDocument } from '../contract/documents';
import type { Said, Saying, Side, TalkWords } from '../contract/talk';

const hourMs = 3_600_000;
/** A second tap, or a retry after a lost answer. */
const sameWithinMs = 60_000;

type Limits = Pick<CampaignLimits, 'talkHours' | 'sayings' | 'sayingsPerHour'>;

/** What the rules of talking know of the campaign. */
export interface Talking {
  limits: Limits;
  talk: TalkWords;
}

/** Null for a person who is on neither side. */
export function sideOf(
  { viewerId, posterId }: Pick<GrantDocument, 'viewerId' | 'posterId'>,
  personId: string,
): Side | null {
  if (personId === viewerId) return 'viewer';
  return personId === posterId ? 'poster' : null;
}

/** The side that has the medicine. */
export const giverOf = (board: Board): Side => (board === 'spare' ? 'poster' : 'viewer');

/** The side that gets it. */
export const takerOf = (board: Board): Side => (board === 'spare' ? 'viewer' : 'poster');

/**
 * Whether both sides may still say something: while the contact lasts, and for a while after its number or its post has ended by
 * itself, because somebody may be on the way. A contact that one side has ended is over.
 */
export function mayTalk(
  { state, endReason, askedAtMs }: Pick<GrantDocument, 'state' | 'endReason' | 'askedAtMs'>,
  isPostOpen: boolean,
  nowMs: number,
  { talkHours }: Pick<Limits, 'talkHours'>,
): boolean {
  if (nowMs >= askedAtMs + talkHours * hourMs) return false;
  if (state === 'asked') return isPostOpen;
  return endReason === null || endReason === 'expired' || endReason === 'post-closed';
}

/** How many more things a side may say now. */
export function sayingsLeft(said: readonly Said[], side: Side, nowMs: number, limits: Limits): number {
  const own = said.filter((each) => each.side === side);
  const recent = own.filter(({ atMs }) => atMs > nowMs - hourMs);
  return Math.max(0, Math.min(limits.sayings - own.length, limits.sayingsPerHour - recent.length));
}

/** How much of what the other side said this side has not read. */
export const unreadOf = ({ said, readAtMs }: Pick<GrantDocument, 'said' | 'readAtMs'>, side: Side): number =>
  said.filter((each) => each.side !== side && each.atMs > readAtMs[side]).length;

export type SayingDecision =
  | { decision: 'say'; said: Said[] }
  | { decision: 'already' }
  | { decision: 'refuse'; reason: 'invalid-input' | 'contact-ended' | 'said-enough' };

/** Decides what one side wants to say. */
export function decideSaying(
  grant: GrantDocument,
  { side, saying, isPostOpen }: { side: Side; saying: Saying; isPostOpen: boolean },
  nowMs: number,
  { limits, talk }: Talking,
): SayingDecision {
  if (!isKnown(saying, giverOf(grant.board) === side, nowMs, talk))
    return { decision: 'refuse', reason: 'invalid-input' };
  if (!mayTalk(grant, isPostOpen, nowMs, limits)) return { decision: 'refuse', reason: 'contact-ended' };
  const last = grant.said.at(-1);
  if (last?.side === side && last.atMs > nowMs - sameWithinMs && isSame(last.saying, saying))
    return { decision: 'already' };
  if (sayingsLeft(grant.said, side, nowMs, limits) === 0)
    return { decision: 'refuse', reason: 'said-enough' };
  // No two at one time: what was read is known by its time.
  const atMs = Math.max(nowMs, (last?.atMs ?? 0) + 1);
  return { decision: 'say', said: [...grant.said, { side, saying, atMs }] };
}

/** Whether the campaign has these words for this side, and the day can be meant. */
function isKnown(saying: Saying, gives: boolean, nowMs: number, talk: TalkWords): boolean {
  if (saying.kind === 'sentence') {
    const by = talk.sentences.find(({ code }) => code === saying.code)?.by;
    return by === 'both' || by === (gives ? 'giver' : 'taker');
  }
  const { place, day, hours } = saying;
  if (place !== null && !talk.places.some(({ code }) => code === place)) return false;
  if (day === null || hours === null) return day === hours;
  return planDays(nowMs).includes(day) && talk.hours.some(({ code }) => code === hours);
}

function isSame(one: Saying, other: Saying): boolean {
  if (one.kind === 'sentence') return other.kind === 'sentence' && one.code === other.code;
  return (
    other.kind === 'plan' &&
    one.way === other.way &&
    one.place === other.place &&
    one.day === other.day &&
    one.hours === other.hours
  );
}
