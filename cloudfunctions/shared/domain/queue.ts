import type { PostDocument } from '../contract/documents';
import type { ReviewDocument } from '../contract/moderation-documents';

/** A claimed item belongs to its volunteer for this long. */
export const claimMs = 5 * 60_000;
/** So many volunteers may leave an item to another; the next one decides. */
export const mostOpinions = 2;
/** How long a decision may be taken back. */
export const undoMs = 60_000;

/** The weight of waiting in each lane: harm times vulnerability. */
export const lanes = [6, 4, 3, 2, 1] as const;

type Subject = Pick<PostDocument, 'board' | 'groups' | 'status'>;

/**
 * The lane of an item: harm (a hidden post or a block 3, a post that waits or an appeal 2, a reported post that is still on its
 * board 1), doubled for a need of vulnerable people.
 */
export function laneOf({ kind }: Pick<ReviewDocument, 'kind'>, post: Subject | null): number {
  if (!post || kind === 'block') return 3;
  const harm = post.status === 'hidden' ? 3 : post.status === 'published' ? 1 : 2;
  return harm * (post.board === 'need' && post.groups.length > 0 ? 2 : 1);
}

type Waiting = Pick<ReviewDocument, 'lane' | 'sinceMs'>;

/** How urgent an item is now: its lane times how long it waits. A minute is added so that a new one in a high lane counts. */
export const urgency = ({ lane, sinceMs }: Waiting, nowMs: number): number =>
  lane * (Math.max(0, nowMs - sinceMs) + 60_000);

/** The most urgent first; of equally urgent ones the longest waiting. */
export const byUrgency =
  (nowMs: number) =>
  (left: Waiting, right: Waiting): number =>
    urgency(right, nowMs) - urgency(left, nowMs) || left.sinceMs - right.sinceMs;

/** Whether this volunteer may have this item now. */
export const mayClaim = (
  { state, excluded, dueAtMs }: Pick<ReviewDocument, 'state' | 'excluded' | 'dueAtMs'>,
  volunteerId: string,
  nowMs: number,
): boolean =>
  !excluded.includes(volunteerId) &&
  (state === 'waiting' || (state === 'claimed' && dueAtMs !== null && dueAtMs <= nowMs));
