import { setTimeout as sleep } from 'node:timers/promises';
import type { GrantDocument } from '../shared/contract/documents';
import { inOrder, readDocument } from '../shared/adapters/ordered-writes';
import type { Member } from '../shared/kernel/actor';
import { CallError } from '../shared/kernel/call-error';
import { keyedHash } from '../shared/kernel/keyed-hash';
import type { Invocation } from '../shared/kernel/procedure';
import { bindIntended } from './bind-intended';
import { carrier, noteRefusal } from './carrier';
import { contactAnswer } from './contact-answer';
import { intendForViewer, plainReader, record } from './intend';
import { phonesOf } from './phones';
import { undoIntent } from './undo-intent';

/** A second tap waits this often and this long for the first one's number. */
const waits = 8;
const waitMs = 250;

/**
 * One viewer's way to one post, however often it is asked for: recorded with its charge and its place, asked of the
 * carrier, committed. Without a number it becomes a call-back request, and the charge is taken back.
 */
export async function requestContact(
  { postId }: { postId: string },
  viewer: Member,
  { requestId, nowMs }: Invocation,
): ReturnType<typeof contactAnswer> {
  const grantId = keyedHash('grant', viewer.personId, postId).toString('hex').slice(0, 32);
  const wish = { grantId, postId, viewer, nowMs };
  const foreseen = await intendForViewer(plainReader, wish);
  if (foreseen.kind === 'standing') return answerWhenBound(foreseen.grant, nowMs);
  const phones = await phonesOf(foreseen.grant);
  const numbers = carrier();

  const intent = await inOrder(async (ordered) => {
    const decided = await intendForViewer(ordered, wish);
    if (decided.kind === 'record') await record(ordered, decided);
    return decided;
  });
  if (intent.kind === 'standing') return answerWhenBound(intent.grant, nowMs);

  const outcome = await bindIntended(numbers, intent.grant, phones, nowMs);
  if (outcome.kind === 'bound') return contactAnswer(outcome.grant, nowMs);
  if (outcome.kind === 'overtaken') throw new CallError('contact-pending');
  noteRefusal(requestId, outcome.code);
  const asCallBack = outcome.kind !== 'misconfigured';
  const undone = await undoIntent(intent.grant, { asCallBack, nowMs });
  if (undone.kind === 'asked') return contactAnswer(undone.grant, nowMs);
  if (undone.kind === 'overtaken') throw new CallError('contact-pending');
  throw new CallError(undone.because ?? 'carrier-misconfigured');
}

/** The answer to whoever finds a grant: its number, once whoever is at the carrier for it comes back. */
async function answerWhenBound(found: GrantDocument, nowMs: number): ReturnType<typeof contactAnswer> {
  let grant: GrantDocument | null = found;
  for (let wait = 0; grant?.state === 'intended' && wait < waits; wait += 1) {
    await sleep(waitMs);
    grant = await readDocument('grants', found._id);
  }
  if (!grant || grant.state === 'intended') throw new CallError('contact-pending');
  return contactAnswer(grant, nowMs);
}
