import type { GrantDocument, PostDocument } from '../contract/documents';
import type { ForWhom } from '../contract/talk';

/**
 * Longer than any function run that talks to the carrier about a grant, so that the next run to take it up is alone.
 */
export const leaseMs = 30_000;

/** How long after its time a number is surely free, because the carrier's clock may be a little behind ours. */
export const releaseMarginMs = 120_000;

const hourMs = 3_600_000;

/** Whether a number is, or may be, bound: the grant takes a place at its post. */
export const isOpen = ({ state }: Pick<GrantDocument, 'state'>): boolean =>
  state === 'intended' || state === 'bound' || state === 'ending';

/** Whether a grant's number works now, and may be shown. One that is to end is not shown, even before it is unbound. */
export const isCallable = (
  { state, expiresAtMs, endReason }: Pick<GrantDocument, 'state' | 'expiresAtMs' | 'endReason'>,
  nowMs: number,
): boolean => state === 'bound' && endReason === null && expiresAtMs !== null && expiresAtMs > nowMs;

/** Whether there ever was a number; without one a contact can have no outcome. */
export const hadNumber = ({ state, boundAtMs }: Pick<GrantDocument, 'state' | 'boundAtMs'>): boolean =>
  state !== 'asked' && state !== 'intended' && boundAtMs !== null;

export type EndReason = NonNullable<GrantDocument['endReason']>;

/** The facts from which a new grant is made. */
export interface NewGrant {
  id: string;
  post: PostDocument;
  viewer: { personId: string; maskedName: string; openid: string };
  /** Names of what the post asks for or offers. */
  summary: string;
  forWhom?: ForWhom;
  nowMs: number;
}

const forNobody: ForWhom = { groups: [], ill: null };

/** A grant before any request to the carrier. */
export const newGrant = ({
  id,
  post,
  viewer,
  summary,
  forWhom = forNobody,
  nowMs,
}: NewGrant): GrantDocument => ({
  _id: id,
  state: 'asked',
  postId: post._id,
  board: post.board,
  summary,
  viewerId: viewer.personId,
  viewerName: viewer.maskedName,
  viewerAccount: viewer.openid,
  posterId: post.ownerId,
  posterName: post.ownerName,
  openedBy: 'viewer',
  wasAsked: false,
  attempt: 0,
  leaseUntilMs: 0,
  binding: null,
  expiresAtMs: null,
  askedAtMs: nowMs,
  boundAtMs: null,
  endedAtMs: null,
  endReason: null,
  outcome: null,
  outcomeAtMs: null,
  posterAnswer: null,
  questionDueAtMs: null,
  forWhom,
  said: [],
  readAtMs: { viewer: 0, poster: 0 },
});

/** A grant before one more request to the carrier, from the viewer's or the poster's side. */
export const intended = (
  grant: GrantDocument,
  {
    openedBy,
    bindingHours,
    nowMs,
  }: { openedBy: GrantDocument['openedBy']; bindingHours: number; nowMs: number },
): GrantDocument => ({
  ...grant,
  state: 'intended',
  openedBy,
  attempt: grant.attempt + 1,
  leaseUntilMs: nowMs + leaseMs,
  expiresAtMs: nowMs + bindingHours * hourMs,
});

/** The fields of a bound grant whose number is about to be given back to the carrier. */
export const ending = (reason: EndReason, nowMs: number) => ({
  state: 'ending' as const,
  endReason: reason,
  leaseUntilMs: nowMs + leaseMs,
});

/** A grant whose number is gone: nothing of the carrier's is kept. */
export const ended = (grant: GrantDocument, nowMs: number): GrantDocument => ({
  ...grant,
  state: 'ended',
  binding: null,
  endedAtMs: nowMs,
});

/** An erased person's grant, which keeps only the data needed to give the number back. */
export const erased = (grant: GrantDocument): GrantDocument => ({
  ...grant,
  viewerName: '',
  posterName: '',
  summary: '',
  endReason: 'erased',
  outcome: null,
  posterAnswer: null,
  questionDueAtMs: null,
  forWhom: forNobody,
  said: [],
  ...(grant.state === 'bound' && { state: 'ending' as const, leaseUntilMs: 0 }),
});
