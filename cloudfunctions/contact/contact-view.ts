import type { CallBack, Contact, MaskedNumber } from '../shared/contract/contact-calls';
import type { GrantDocument } from '../shared/contract/documents';
import { isCallable } from '../shared/domain/grant';

/** A grant as its viewer sees it. A call-back request ends with its post. */
export function contactView(grant: GrantDocument, nowMs: number, isPostOpen = true): Contact {
  const callable = isCallable(grant, nowMs);
  const waiting = isWaiting(grant, isPostOpen);
  return {
    id: grant._id,
    postId: grant.postId,
    board: grant.board,
    summary: grant.summary,
    posterName: grant.posterName,
    state: callable ? 'open' : waiting ? 'call-back' : 'ended',
    masked: maskedNumber(grant, nowMs),
    askedAtMs: grant.askedAtMs,
    outcome: grant.outcome,
    can: {
      call: callable,
      finish: callable || (grant.state === 'asked' && isPostOpen),
      report: grant.state !== 'asked' && grant.state !== 'intended',
      retry: waiting,
    },
  };
}

/** A call-back request as the poster sees it. */
export function callBackView(grant: GrantDocument, nowMs: number, isPostOpen = true): CallBack {
  const callable = isCallable(grant, nowMs);
  const waiting = isWaiting(grant, isPostOpen);
  return {
    id: grant._id,
    postId: grant.postId,
    board: grant.board,
    summary: grant.summary,
    viewerName: grant.viewerName,
    state: callable ? 'open' : waiting ? 'waiting' : 'ended',
    masked: maskedNumber(grant, nowMs),
    askedAtMs: grant.askedAtMs,
    can: { answer: waiting, call: callable },
  };
}

const isWaiting = ({ state }: GrantDocument, isPostOpen: boolean): boolean =>
  state === 'intended' || (state === 'asked' && isPostOpen);

function maskedNumber(grant: GrantDocument, nowMs: number): MaskedNumber | null {
  if (!isCallable(grant, nowMs) || !grant.binding || grant.expiresAtMs === null) return null;
  const { number, extension } = grant.binding;
  return { number, extension, expiresAtMs: grant.expiresAtMs };
}
