import type { Caller, Contact, MaskedNumber } from '../shared/contract/contact-calls';
import type { GrantDocument } from '../shared/contract/documents';
import { hadNumber, isCallable } from '../shared/domain/grant';
import { isPosterAsked, mayConfirm } from '../shared/domain/hand-over';
import { mayTalk, unreadOf } from '../shared/domain/talk';
import { campaign } from '../shared/kernel/campaign';
import type { PostReach } from './post-reach';

/** A grant as its viewer sees it. A call-back request ends with its post. */
export function contactView(
  grant: GrantDocument,
  nowMs: number,
  { isOpen: isPostOpen, isReachable }: PostReach,
): Contact {
  const callable = isCallable(grant, nowMs);
  const waiting = isWaiting(grant, isPostOpen);
  return {
    id: grant._id,
    postId: grant.postId,
    board: grant.board,
    summary: grant.summary,
    posterName: grant.posterName,
    state: callable ? 'open' : waiting ? 'call-back' : 'ended',
    isReachable: callable || (waiting && isReachable),
    masked: maskedNumber(grant, nowMs),
    askedAtMs: grant.askedAtMs,
    outcome: grant.outcome,
    isAsked: grant.outcome === null && grant.posterAnswer !== null && grant.posterAnswer !== 'not-given',
    endedFor: endedFor(grant),
    unread: unreadOf(grant, 'viewer'),
    can: {
      call: callable,
      finish: callable || (grant.state === 'asked' && isPostOpen),
      report: hadNumber(grant),
      retry: waiting,
      say: mayTalk(grant, isPostOpen, nowMs, campaign.limits),
    },
  };
}

/** A grant as the poster sees it to whom it leads. */
export function callerView(grant: GrantDocument, nowMs: number, isPostOpen = true): Caller {
  const callable = isCallable(grant, nowMs);
  const waiting = isWaiting(grant, isPostOpen);
  const number = maskedNumber(grant, nowMs);
  // A number that is shared by extensions leads only in the direction that it was bound for.
  const masked = number && (grant.openedBy === 'poster' || number.extension === null) ? number : null;
  return {
    id: grant._id,
    postId: grant.postId,
    board: grant.board,
    summary: grant.summary,
    viewerName: grant.viewerName,
    forWhom: grant.forWhom,
    state: callable ? 'open' : waiting ? 'waiting' : 'ended',
    ringsAs: number && number.number.slice(-ringingDigits),
    masked,
    askedAtMs: grant.askedAtMs,
    unread: unreadOf(grant, 'poster'),
    isAsked: isPosterAsked(grant),
    posterAnswer: grant.posterAnswer,
    can: {
      confirm: mayConfirm(grant),
      settle: mayConfirm(grant) && isPostOpen,
      answer: grant.state === 'asked' && isPostOpen,
      call: masked !== null,
      say: mayTalk(grant, isPostOpen, nowMs, campaign.limits),
      end: callable || waiting,
    },
  };
}

/** As many as are remembered between the screen and the ringing phone. */
const ringingDigits = 4;

const endedFor = ({ endReason }: GrantDocument): Contact['endedFor'] =>
  endReason === 'refused' || endReason === 'silent' ? endReason : null;

const isWaiting = ({ state, endReason }: GrantDocument, isPostOpen: boolean): boolean =>
  endReason === null && (state === 'intended' || (state === 'asked' && isPostOpen));

function maskedNumber(grant: GrantDocument, nowMs: number): MaskedNumber | null {
  if (!isCallable(grant, nowMs) || !grant.binding || grant.expiresAtMs === null) return null;
  const { number, extension } = grant.binding;
  return { number, extension, expiresAtMs: grant.expiresAtMs };
}
