import type { GrantDocument } from '../shared/contract/documents';
import type { NewsDocument } from '../shared/contract/news-document';
import type { Side } from '../shared/contract/talk';
import { giverOf, takerOf } from '../shared/domain/talk';
import { newsOf } from '../shared/kernel/news';

/** The other side reads that a number was given out, and which number will call. */
export function boundNews(grant: GrantDocument, nowMs: number): NewsDocument {
  const { openedBy, viewerId, posterId, viewerName, posterName } = grant;
  const isAnswer = openedBy === 'poster';
  return newsOf(isAnswer ? 'called-back' : 'contact', {
    ...aboutGrant(grant),
    to: { personId: isAnswer ? viewerId : posterId },
    cause: `${grant._id}.${grant.attempt}`,
    facts: {
      ...factsOf(grant),
      name: isAnswer ? posterName : viewerName,
      number: grant.binding?.number ?? null,
      untilMs: grant.expiresAtMs,
    },
    atMs: nowMs,
  });
}

/** The poster reads that somebody waits to be called back. */
export const callBackNews = (grant: GrantDocument, nowMs: number): NewsDocument =>
  newsOf('call-back', {
    ...aboutGrant(grant),
    to: { personId: grant.posterId },
    // A request that was withdrawn and made again is a new one.
    cause: `${grant._id}.${grant.askedAtMs}`,
    facts: { ...factsOf(grant), name: grant.viewerName },
    atMs: nowMs,
  });

/** The other side reads that something was said: once, until it has read what was said. */
export function saidNews(grant: GrantDocument, to: Side, nowMs: number): NewsDocument {
  const { viewerId, posterId, viewerName, posterName, readAtMs } = grant;
  return newsOf('said', {
    ...aboutGrant(grant),
    to: { personId: to === 'viewer' ? viewerId : posterId },
    cause: `${grant._id}.${readAtMs[to]}`,
    facts: { ...factsOf(grant), name: to === 'viewer' ? posterName : viewerName },
    atMs: nowMs,
  });
}

/** The giver reads that the medicine arrived, and how many households that makes. */
export function thanksNews(grant: GrantDocument, helped: number, nowMs: number): NewsDocument {
  const giver = giverOf(grant.board);
  return newsOf('thanks', {
    ...aboutGrant(grant),
    to: { personId: grant[`${giver}Id`] },
    cause: grant._id,
    facts: {
      ...factsOf(grant),
      name: giver === 'viewer' ? grant.posterName : grant.viewerName,
      count: helped,
      choice: grant.posterAnswer,
    },
    atMs: nowMs,
  });
}

/**
 * One side is asked, once, whether the medicine changed hands: because the other side says so, or because it is `late` and neither
 * has said anything.
 */
export function askedNews(
  grant: GrantDocument,
  to: Side,
  nowMs: number,
  choice: 'late' | null = null,
): NewsDocument {
  return newsOf('hand-over', {
    ...aboutGrant(grant),
    to: { personId: grant[`${to}Id`] },
    cause: grant._id,
    facts: { ...factsOf(grant), name: to === 'viewer' ? grant.posterName : grant.viewerName, choice },
    atMs: nowMs,
  });
}

/** Somebody who was helped is asked whether some is left for others; `codes` fill in the form. */
export const passOnNews = (grant: GrantDocument, codes: string[], nowMs: number): NewsDocument =>
  newsOf('pass-on', {
    ...aboutGrant(grant),
    to: { personId: grant[`${takerOf(grant.board)}Id`] },
    cause: grant._id,
    facts: { ...factsOf(grant), codes },
    atMs: nowMs,
  });

const aboutGrant = ({ _id, postId }: GrantDocument) => ({ grantId: _id, postId });

const factsOf = ({ board, summary }: GrantDocument) => ({ board, summary });
