import { timeRank } from '@facts/time-rank';
import type { CampaignLimits } from '../contract/campaign';
import type { PostDocument } from '../contract/documents';
import type { PostStanding, ReviewDocument } from '../contract/moderation-documents';
import { isAboutPerson, type PostReview, type RefusalReason, type Verdict } from '../contract/review';
import { lifetimeMs } from './post-life';
import { claimMs, laneOf, undoMs } from './queue';
import { withSeenPhotos } from './post-photos';
import { unseenMs } from './reporting';
import { isDoubtful } from './score/level';

/** A review and its post after a step; the post is null when it does not change. */
export interface Step {
  review: ReviewDocument;
  post: PostDocument | null;
}

export const claimed = (review: ReviewDocument, by: string, nowMs: number): ReviewDocument => ({
  ...review,
  state: 'claimed',
  claimedBy: by,
  dueAtMs: nowMs + claimMs,
});

/**
 * An item whose volunteer has not decided it: it waits in its old place. A hidden post has fifteen minutes again at the most, because a
 * volunteer who vanishes must not silence it.
 */
export const freed = (review: ReviewDocument, post: PostDocument | null, nowMs: number): ReviewDocument => ({
  ...review,
  state: 'waiting',
  claimedBy: null,
  dueAtMs: post?.status === 'hidden' && !isDoubtful(review.score) ? nowMs + unseenMs : null,
});

/** Returns a claimed item to the queue for a different volunteer. */
export const leftToAnother = (
  review: ReviewDocument,
  post: PostDocument | null,
  by: string,
  nowMs: number,
): ReviewDocument => ({
  ...freed(review, post, nowMs),
  excluded: [...new Set([...review.excluded, by])].slice(-80),
  opinions: review.opinions + 1,
});

/** A volunteer wants a reported viewer blocked: another volunteer decides. */
export const proposed = (review: ReviewDocument, by: string, nowMs: number): ReviewDocument => ({
  ...leftToAnother(review, null, by, nowMs),
  kind: 'block',
  lane: laneOf({ kind: 'block' }, null),
  opinions: 0,
});

export interface Judgement {
  verdict: Verdict;
  reason: RefusalReason | null;
  by: string;
  nowMs: number;
  limits: CampaignLimits;
}

/** A post that its owner may still want to be public. */
const isUndecided = ({ status }: Pick<PostDocument, 'status'>): boolean =>
  status === 'pending' || status === 'hidden' || status === 'published' || status === 'rejected';

/** The effect of a volunteer's decision on an item and its post. A post that had ended meanwhile stays ended. */
export function judged(review: ReviewDocument, post: PostDocument | null, judgement: Judgement): Step {
  const { by, nowMs, reason } = judgement;
  const verdict = !isAboutPerson(review.kind) && (!post || !isUndecided(post)) ? 'moot' : judgement.verdict;
  const asks = verdict === 'ask-to-correct';
  return {
    review: {
      ...review,
      state: asks ? 'correcting' : 'decided',
      claimedBy: null,
      dueAtMs: nowMs + undoMs,
      excluded: [...new Set([...review.excluded, by])].slice(-80),
      reportedWeight: 0,
      returns: review.returns + (verdict === 'publish' && review.reports.length > 0 ? 1 : 0),
      decision: { by, atMs: nowMs, verdict, reason, before: post && standingOf(post) },
    },
    post: post && verdict !== 'moot' ? settled(post, { ...judgement, verdict }) : null,
  };
}

function settled(post: PostDocument, { verdict, reason, nowMs, limits }: Judgement): PostDocument | null {
  const review = (state: PostReview['state']): PostReview => ({
    state,
    why: post.review?.why ?? [],
    reason,
    sinceMs: nowMs,
    isAppealed: post.review?.isAppealed ?? false,
  });
  switch (verdict) {
    case 'publish':
      return withSeenPhotos(onBoard(post, nowMs, limits));
    case 'refuse':
      return { ...post, status: 'rejected', closedAtMs: nowMs, review: review('refused') };
    case 'ask-to-correct':
      return { ...post, status: 'pending', closedAtMs: null, review: review('to-correct') };
    default:
      return null;
  }
}

/** A post that waited begins its life now; one that was on its board before continues it. */
export function onBoard(post: PostDocument, nowMs: number, limits: CampaignLimits): PostDocument {
  if (post.status === 'hidden' || post.status === 'published')
    return { ...post, status: 'published', closedAtMs: null, review: null };
  const keepsPlace = post.review?.why.includes('republished') === true;
  return {
    ...post,
    status: 'published',
    publishedAtMs: nowMs,
    timeRank: keepsPlace ? post.timeRank : timeRank(nowMs, post.priority),
    expiresAtMs: nowMs + lifetimeMs(post.board, limits),
    closedAtMs: null,
    review: null,
  };
}

export const standingOf = ({
  status,
  publishedAtMs,
  timeRank: rank,
  expiresAtMs,
  closedAtMs,
  review,
  photos,
}: PostDocument): PostStanding => ({
  status,
  publishedAtMs,
  timeRank: rank,
  expiresAtMs,
  closedAtMs,
  review,
  photos,
});

/**
 * Whether this decision may still be taken back: within the minute, by its volunteer, and only if its post did not
 * change since.
 */
export const mayUndo = (
  { state, decision }: Pick<ReviewDocument, 'state' | 'decision'>,
  by: string,
  nowMs: number,
): boolean =>
  (state === 'decided' || state === 'correcting') && decision?.by === by && nowMs < decision.atMs + undoMs;

/** Takes a decision back: the item is in the same volunteer's hand again. */
export function undone(review: ReviewDocument, post: PostDocument | null, nowMs: number): Step {
  const { decision } = review;
  const before = decision?.before ?? null;
  return {
    review: {
      ...claimed(review, decision?.by ?? '', nowMs),
      excluded: review.excluded.filter((each) => each !== decision?.by),
      returns: review.returns - (decision?.verdict === 'publish' && review.reports.length > 0 ? 1 : 0),
      decision: null,
    },
    post: post && before && decision?.verdict !== 'moot' ? { ...post, ...before } : null,
  };
}

/** A hidden post that no volunteer has looked at for fifteen minutes returns to its board, and remains in the queue. */
export const returned = (review: ReviewDocument, post: PostDocument): Step => ({
  review: {
    ...review,
    dueAtMs: null,
    returns: review.returns + 1,
    reportedWeight: 0,
    lane: laneOf(review, { ...post, status: 'published' }),
  },
  post: { ...post, status: 'published', review: null },
});

/** The longest wait between two tries at WeChat's check. */
const longestCheckMs = 10 * 60_000;

/** The answer of WeChat's check about a text that waits for it. */
export type CheckAnswer = 'pass' | 'review' | 'risky' | 'unavailable';

/** Continues with a post whose text was checked again. */
export function checkedAgain(
  review: ReviewDocument,
  post: PostDocument,
  answer: CheckAnswer,
  { nowMs, limits }: { nowMs: number; limits: CampaignLimits },
): Step {
  const checks = review.checks + 1;
  if (answer === 'unavailable') {
    const waitMs = Math.min(longestCheckMs, 60_000 * 2 ** Math.min(checks, 10));
    return { review: { ...review, checks, dueAtMs: nowMs + waitMs }, post: null };
  }
  const causes = review.causes.filter((cause) => cause !== 'platform-unchecked');
  const decided = { ...review, checks, causes, state: 'decided' as const, dueAtMs: null };
  if (answer === 'risky')
    return {
      review: decided,
      post: {
        ...post,
        status: 'rejected',
        closedAtMs: nowMs,
        review: { state: 'refused', why: causes, reason: 'other', sinceMs: nowMs, isAppealed: false },
      },
    };
  const score =
    answer === 'review' ? [...review.score, { code: 'platform-doubtful' as const, points: 3 }] : review.score;
  if (answer === 'pass' && !isDoubtful(score)) {
    // A volunteer still has a photo to look at, for which the text need not wait.
    const next = causes.includes('photo-doubtful') ? { ...decided, state: 'waiting' as const } : decided;
    return { review: next, post: onBoard(post, nowMs, limits) };
  }
  const why = [...new Set([...causes, ...score.map(({ code }) => code)])];
  return {
    review: { ...review, checks, score, causes: why, state: 'waiting', dueAtMs: null },
    post: post.review && { ...post, review: { ...post.review, why } },
  };
}

/** Turns a refused item into an appeal. It waits for a volunteer who has not decided it before. */
export const appealed = (
  review: ReviewDocument,
  post: PostDocument,
  { text, caseId, nowMs }: { text: string; caseId: string; nowMs: number },
): Step => ({
  review: {
    ...review,
    kind: 'appeal',
    caseId,
    state: 'waiting',
    claimedBy: null,
    lane: laneOf({ kind: 'appeal' }, post),
    sinceMs: nowMs,
    dueAtMs: null,
    opinions: 0,
    appealText: text,
  },
  post: post.review && {
    ...post,
    review: { ...post.review, state: 'waiting', isAppealed: true, sinceMs: nowMs },
  },
});
