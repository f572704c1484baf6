import type { CampaignLimits } from '../contract/campaign';
import type { GrantDocument, PostDocument } from '../contract/documents';
import type { PosterAnswer } from '../contract/outcome';
import { decidePostAction } from './post-life';

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

type Known = Pick<GrantDocument, 'state' | 'endReason' | 'outcome' | 'posterAnswer'>;

/** Whether the poster may say that the medicine changed hands: once, of a contact that came about. */
export const mayConfirm = ({ state, endReason, posterAnswer }: Known): boolean =>
  posterAnswer === null && state !== 'asked' && state !== 'intended' && endReason !== 'erased';

/** Whether the viewer says that it did, and the poster has not answered. */
export const isPosterAsked = (grant: Known): boolean => grant.outcome === 'received' && mayConfirm(grant);

/**
 * What the poster's answer changes of the post: one portion less, or a need is solved. Null where it changes nothing; a post that
 * has ended meanwhile is left as it is.
 */
export function postAfterAnswer(
  post: PostDocument,
  answer: PosterAnswer,
  nowMs: number,
  limits: CampaignLimits,
): PostDocument | null {
  if (answer !== 'given') return null;
  const left = post.portions?.left ?? 0;
  const decided = post.portions
    ? decidePostAction(post, { kind: 'give', leftBefore: left, leftAfter: left - 1 }, nowMs, limits)
    : decidePostAction(post, { kind: 'fulfil' }, nowMs, limits);
  return decided.decision === 'change' ? { ...post, ...decided.fields } : null;
}

/** Whether the taker says that the medicine arrived: on a spare the viewer, on a need the poster. */
export const isHelped = ({ board, outcome, posterAnswer }: Pick<GrantDocument, 'board'> & Known): boolean =>
  board === 'spare' ? outcome === 'received' : posterAnswer === 'given' || posterAnswer === 'counted';

/** Whether nothing is known yet of how the contact ended, so that its taker may be asked. */
const isOpenEnded = ({ board, outcome, posterAnswer }: Pick<GrantDocument, 'board'> & Known): boolean =>
  board === 'spare'
    ? outcome === null
    : posterAnswer === null && (outcome === null || outcome === 'received');

/** A contact that has a number from now on: when its taker is asked. */
export const questionAfterBinding = (
  grant: GrantDocument,
  nowMs: number,
  { outcomeAskMinutes }: Pick<CampaignLimits, 'outcomeAskMinutes'>,
): number | null => (isOpenEnded(grant) ? nowMs + outcomeAskMinutes * minuteMs : grant.questionDueAtMs);

/** After an answer: a helped taker is asked later whether some is left, one who was not helped is asked nothing more. */
export function questionAfterAnswer(
  grant: GrantDocument,
  nowMs: number,
  { passOnDays }: Pick<CampaignLimits, 'passOnDays'>,
): number | null {
  if (isHelped(grant)) return nowMs + passOnDays * dayMs;
  return isOpenEnded(grant) ? grant.questionDueAtMs : null;
}

/** What the taker of a contact is asked when its question is due; null where the contact answers it already. */
export function questionOf(grant: GrantDocument): 'outcome' | 'pass-on' | null {
  if (grant.endReason === 'erased') return null;
  if (isHelped(grant)) return 'pass-on';
  return isOpenEnded(grant) ? 'outcome' : null;
}
