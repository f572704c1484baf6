import { timeRank } from '@facts/time-rank';
import type { PostDocument } from '../contract/documents';
import type { ReviewDocument, ScoredReason } from '../contract/moderation-documents';
import type { NoteFinding } from '../contract/errors';
import type { PostReview, ReviewCause } from '../contract/review';
import { laneOf } from './queue';
import { newReview } from './reporting';
import { levelOf } from './score/level';

/** What is known about a new or corrected post before it is stored. */
export interface Weighing {
  score: readonly ScoredReason[];
  /** WeChat's check of its text; `unavailable` keeps it from the board until a timer has asked again. */
  platform: 'pass' | 'review' | 'unavailable';
  findings: readonly NoteFinding[];
  /** A volunteer has refused the post before, so a volunteer looks again, however low the score. */
  mustBeSeen: boolean;
  /** Of a post withdrawn and published again, when the first one was published; null otherwise. */
  rankedAtMs: number | null;
}

export interface Weighed {
  post: PostDocument;
  /** Null when nothing has to be looked at. */
  review: ReviewDocument | null;
}

/**
 * Its identities for the review: the account that WeChat's check needs, the owner's alias, a random id for the case.
 */
export interface Weigher {
  account: string;
  owner: string;
  caseId: string;
  nowMs: number;
}

/** Puts a post on its board, with less reach, or into the queue. `before` is the review of an earlier round. */
export function weighed(
  post: PostDocument,
  weighing: Weighing,
  weigher: Weigher,
  before: ReviewDocument | null = null,
): Weighed {
  const { score, platform, mustBeSeen } = weighing;
  const placed = withReach(post, weighing, weigher.nowMs);
  const isDoubtful = mustBeSeen || levelOf(score) === 'doubtful' || levelOf(score) === 'clear';
  if (!isDoubtful && platform !== 'unavailable') return { post: placed, review: closed(before, weigher) };
  const causes: ReviewCause[] = [
    ...score.map(({ code }) => code),
    ...(platform === 'unavailable' ? (['platform-unchecked'] as const) : []),
  ];
  const since = before !== null && isUnderWay(before) ? before.sinceMs : weigher.nowMs;
  const pending: PostDocument = {
    ...placed,
    status: 'pending',
    review: { state: 'waiting', why: causes, reason: null, sinceMs: since, isAppealed: false },
  };
  return { post: pending, review: reviewOf(pending, causes, since, { weighing, weigher, before }) };
}

const isUnderWay = ({ state }: ReviewDocument): boolean => state !== 'decided';

/**
 * The review after a correction that published the post. It is decided, because no volunteer needs to look. Null
 * without a review.
 */
const closed = (before: ReviewDocument | null, { nowMs }: Weigher): ReviewDocument | null =>
  before && isUnderWay(before)
    ? { ...before, state: 'decided', claimedBy: null, dueAtMs: nowMs, decision: null }
    : null;

function reviewOf(
  post: PostDocument,
  causes: ReviewCause[],
  sinceMs: number,
  { weighing, weigher, before }: { weighing: Weighing; weigher: Weigher; before: ReviewDocument | null },
): ReviewDocument {
  const { score, platform, findings } = weighing;
  const fresh = newReview(post, weigher);
  return {
    ...fresh,
    ...(before && { excluded: before.excluded, returns: before.returns, revision: before.revision }),
    caseId: before && isUnderWay(before) ? before.caseId : weigher.caseId,
    state: platform === 'unavailable' ? 'unchecked' : 'waiting',
    lane: laneOf({ kind: 'post' }, post),
    sinceMs,
    dueAtMs: platform === 'unavailable' ? weigher.nowMs + firstCheckMs : null,
    account: weigher.account,
    score: [...score],
    causes,
    findings: [...findings],
  };
}

/** The wait before WeChat is asked again; later waits grow. */
export const firstCheckMs = 60_000;

/**
 * The owner is notified of each of these: a post that was withdrawn and published again keeps its place, and an offer
 * for everybody has no priority.
 */
function withReach(post: PostDocument, { score, rankedAtMs }: Weighing, nowMs: number): PostDocument {
  const why: ReviewCause[] = [];
  let { priority } = post;
  if (levelOf(score) === 'reduced' && post.board === 'spare' && priority === 1) {
    priority = 0;
    why.push(...score.map(({ code }) => code));
  }
  if (rankedAtMs !== null && !why.includes('republished')) why.push('republished');
  const review: PostReview | null =
    why.length === 0 ? null : { state: 'reduced', why, reason: null, sinceMs: nowMs, isAppealed: false };
  return { ...post, priority, timeRank: timeRank(rankedAtMs ?? post.publishedAtMs, priority), review };
}
