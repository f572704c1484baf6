import { setTimeout as sleep } from 'node:timers/promises';
import type { contactCalls } from '../shared/contract/contact-calls';
import type { GrantDocument } from '../shared/contract/documents';
import { contactCounts } from '../shared/domain/counts';
import { readDocument } from '../shared/adapters/ordered-writes';
import { writeFor } from '../shared/adapters/write-for';
import { authorOf } from '../shared/kernel/actor';
import { count } from '../shared/kernel/counting';
import { grantIdOf } from '../shared/kernel/grant-id';
import type { MemberUseCase, Output } from '../shared/kernel/procedure';
import type { Refuse } from '../shared/kernel/refuse';
import { askCallBack } from './binding/ask-call-back';
import { bindIntended } from './binding/bind-intended';
import { carrier, noteRefusal } from './binding/carrier';
import { intendForViewer, plainReader, record } from './binding/intend';
import { finishEnding } from './binding/end-grant';
import { phonesOf } from './binding/phones';
import { undoIntent } from './binding/undo-intent';
import { contactAnswer } from './contact-answer';

/** How often and how long a second tap waits for the first one's number. */
const waits = 8;
const waitMs = 250;

/**
 * One viewer's way to one post, however often it is asked for: recorded with its charge and its place, asked of the
 * carrier, committed. Without a number it becomes a call-back request, and the charge is taken back. Outside of the hours in which
 * the poster can be called it is a call-back request from the start.
 */
export const requestContact: MemberUseCase<typeof contactCalls.request> = async (
  { postId, forWhom },
  viewer,
  { requestId, nowMs, refuse },
) => {
  const grantId = grantIdOf(viewer.personId, postId);
  const wish = { grantId, postId, viewer, forWhom, nowMs, refuse };
  const foreseen = await intendForViewer(plainReader, wish);
  if (foreseen.kind === 'existing') return answerWhenBound(foreseen.grant, nowMs, refuse);
  const phones = await phonesOf(foreseen.grant, refuse);
  const numbers = carrier();

  const intent = await writeFor(authorOf(viewer, nowMs), async (ordered) => {
    const decided = await intendForViewer(ordered, wish);
    if (decided.kind === 'existing') return { ...decided, silent: null };
    if (decided.kind === 'call-back')
      return { ...decided, ...(await askCallBack(ordered, decided, nowMs, refuse)), silent: null };
    const room = await record(ordered, decided, nowMs);
    if (!room) throw refuse('contact-full');
    return { ...decided, ...room };
  });
  if (intent.kind === 'existing') return answerWhenBound(intent.grant, nowMs, refuse);
  const counted = () => count(contactCounts(intent.post, intent.isFirst, nowMs));
  if (intent.kind === 'call-back') {
    if (intent.isNew) counted();
    return contactAnswer(intent.grant, nowMs);
  }

  if (intent.silent) await finishEnding(intent.silent, nowMs);
  const outcome = await bindIntended(numbers, intent.grant, phones, nowMs);
  if (outcome.kind === 'bound') {
    counted();
    return contactAnswer(outcome.grant, nowMs);
  }
  if (outcome.kind === 'overtaken') throw refuse('contact-pending');
  noteRefusal(requestId, outcome.code);
  const asCallBack = outcome.kind !== 'misconfigured';
  const undone = await undoIntent(intent.grant, { asCallBack, nowMs });
  if (undone.kind === 'asked') {
    counted();
    return contactAnswer(undone.grant, nowMs);
  }
  if (undone.kind === 'overtaken') throw refuse('contact-pending');
  throw refuse(undone.because ?? 'carrier-misconfigured');
};

/** The answer for a grant that was found: its number, once the run that is at the carrier for it is done. */
async function answerWhenBound(
  found: GrantDocument,
  nowMs: number,
  refuse: Refuse<'contact-pending'>,
): Promise<Output<typeof contactCalls.request>> {
  let grant: GrantDocument | null = found;
  for (let wait = 0; grant?.state === 'intended' && wait < waits; wait += 1) {
    await sleep(waitMs);
    grant = await readDocument('grants', found._id);
  }
  if (!grant || grant.state === 'intended') throw refuse('contact-pending');
  return contactAnswer(grant, nowMs);
}
