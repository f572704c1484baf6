import type { PostStatus } from '../contract/board';
import type { CampaignLimits } from '../contract/campaign';
import type { PostDocument } from '../contract/documents';
import type { PostPermissions } from '../contract/post';

const hourMs = 3_600_000;
const minuteMs = 60_000;

type Life = Pick<PostDocument, 'board' | 'status' | 'portions' | 'expiresAtMs'> & {
  review?: PostDocument['review'];
  undo?: PostDocument['undo'];
  question?: PostDocument['question'];
  isResting?: boolean;
};

/** The owner's request. */
export type PostAction =
  | { kind: 'renew' }
  | { kind: 'withdraw' }
  | { kind: 'fulfil' }
  | { kind: 'give'; leftBefore: number; leftAfter: number };

/** The fields that an action changes; or that nothing needs to change; or why the action is refused. */
export type PostDecision<Reason> =
  | {
      decision: 'change';
      fields: Partial<Pick<PostDocument, 'status' | 'portions' | 'expiresAtMs' | 'closedAtMs' | 'undo'>>;
    }
  | { decision: 'already' }
  | { decision: 'refuse'; reason: Reason };

type RenewalRefusal = 'post-closed' | 'renewal-early';
type GiftRefusal = 'post-closed' | 'post-changed' | 'invalid-input';
type Refusal = RenewalRefusal | GiftRefusal;

/** How long a post of this board lives, in milliseconds. */
export const lifetimeMs = (board: PostDocument['board'], limits: CampaignLimits): number =>
  (board === 'need' ? limits.needHours : limits.spareHours) * hourMs;

/** Statuses of a post that may be on its board now or later: each counts as one of its owner's open posts. */
export const unendedStatuses = ['published', 'pending', 'hidden'] as const satisfies readonly PostStatus[];

const isUnendedStatus = (status: PostStatus): boolean =>
  (unendedStatuses as readonly PostStatus[]).includes(status);

/** A post past its end counts as expired, whether or not the sweep has been there. */
export const statusAt = (post: Pick<PostDocument, 'status' | 'expiresAtMs'>, nowMs: number): PostStatus =>
  isUnendedStatus(post.status) && post.expiresAtMs <= nowMs ? 'expired' : post.status;

export const isUnended = (post: Pick<PostDocument, 'status' | 'expiresAtMs'>, nowMs: number): boolean =>
  isUnendedStatus(statusAt(post, nowMs));

/** Decides an owner's action. The same action sent again after it worked is `already`, never an error. */
export function decidePostAction(
  post: Life,
  action: Extract<PostAction, { kind: 'withdraw' | 'fulfil' }>,
  nowMs: number,
  limits: CampaignLimits,
): PostDecision<'post-closed'>;
export function decidePostAction(
  post: Life,
  action: Extract<PostAction, { kind: 'renew' }>,
  nowMs: number,
  limits: CampaignLimits,
): PostDecision<RenewalRefusal>;
export function decidePostAction(
  post: Life,
  action: Extract<PostAction, { kind: 'give' }>,
  nowMs: number,
  limits: CampaignLimits,
): PostDecision<GiftRefusal>;
export function decidePostAction(
  post: Life,
  action: PostAction,
  nowMs: number,
  limits: CampaignLimits,
): PostDecision<Refusal>;
export function decidePostAction(
  post: Life,
  action: PostAction,
  nowMs: number,
  limits: CampaignLimits,
): PostDecision<Refusal> {
  const status = statusAt(post, nowMs);
  if (action.kind === 'withdraw' && status === 'withdrawn') return { decision: 'already' };
  if (action.kind === 'fulfil' && status === 'fulfilled') return { decision: 'already' };
  if (action.kind === 'give' && post.portions?.left === action.leftAfter && isOpenOr(status, 'fulfilled'))
    return { decision: 'already' };
  // An owner may always end a post. The other actions need a post that is on its board.
  const may = action.kind === 'withdraw' ? isUnendedStatus(status) : status === 'published';
  if (!may) return { decision: 'refuse', reason: 'post-closed' };

  switch (action.kind) {
    case 'renew':
      if (!isRenewable(post, nowMs, limits)) return { decision: 'refuse', reason: 'renewal-early' };
      return { decision: 'change', fields: { expiresAtMs: nowMs + lifetimeMs(post.board, limits) } };
    case 'withdraw':
      return { decision: 'change', fields: { status: 'withdrawn', closedAtMs: nowMs } };
    case 'fulfil':
      return { decision: 'change', fields: { status: 'fulfilled', closedAtMs: nowMs } };
    case 'give':
      return give(post, action, nowMs, limits);
  }
}

/** Whether the last part of a post's life has begun. */
const isRenewable = (
  { expiresAtMs }: Life,
  nowMs: number,
  { renewalMinutes }: Pick<CampaignLimits, 'renewalMinutes'>,
): boolean => expiresAtMs - nowMs <= renewalMinutes * minuteMs;

const isOpenOr = (status: PostStatus, other: PostStatus): boolean =>
  status === 'published' || status === other;

function give(
  post: Life,
  action: { leftBefore: number; leftAfter: number },
  nowMs: number,
  { undoMinutes }: Pick<CampaignLimits, 'undoMinutes'>,
): PostDecision<GiftRefusal> {
  if (!post.portions || action.leftAfter < 0 || action.leftAfter >= action.leftBefore)
    return { decision: 'refuse', reason: 'invalid-input' };
  if (post.portions.left !== action.leftBefore) return { decision: 'refuse', reason: 'post-changed' };
  const portions = { total: post.portions.total, left: action.leftAfter };
  return {
    decision: 'change',
    fields: {
      portions,
      undo: { leftBefore: action.leftBefore, untilMs: nowMs + undoMinutes * minuteMs },
      ...(action.leftAfter === 0 && { status: 'fulfilled', closedAtMs: nowMs }),
    },
  };
}

/** Whether the last 送出 can still be taken back: the post is open, or was ended by it. */
const isUndoable = (post: Life, nowMs: number): boolean => {
  if (!post.undo || !post.portions || post.undo.untilMs <= nowMs || post.expiresAtMs <= nowMs) return false;
  return post.status === 'published' || (post.status === 'fulfilled' && post.portions.left === 0);
};

/** The fields of a post whose last 送出 is taken back; null when it is too late. */
export function giftUndone(post: Life, nowMs: number): Partial<PostDocument> | null {
  if (!isUndoable(post, nowMs) || !post.undo || !post.portions) return null;
  const portions = { total: post.portions.total, left: Math.min(post.portions.total, post.undo.leftBefore) };
  return { portions, undo: null, status: 'published', closedAtMs: null };
}

/** What a viewer may do with a post now. */
export function permissions(
  post: Life,
  viewer: { owns: boolean; verified: boolean },
  nowMs: number,
  limits: Pick<CampaignLimits, 'renewalMinutes'>,
): PostPermissions {
  const status = statusAt(post, nowMs);
  const open = status === 'published';
  const ownOpen = open && viewer.owns;
  const ownRefused = viewer.owns && status === 'rejected';
  return {
    contact: open && viewer.verified && !viewer.owns,
    renew: ownOpen && isRenewable(post, nowMs, limits),
    withdraw: viewer.owns && isUnendedStatus(status),
    give: ownOpen && post.board === 'spare',
    undoGift: viewer.owns && isUndoable(post, nowMs),
    fulfil: ownOpen,
    keep: ownOpen && (post.isResting === true || (post.question ?? null) !== null),
    correct: (viewer.owns && status === 'pending') || ownRefused || ownOpen,
    appeal: ownRefused && !post.review?.isAppealed,
    report: viewer.verified && !viewer.owns && (open || status === 'hidden'),
  };
}
