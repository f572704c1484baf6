import type { CallBack } from '../shared/contract/contact-calls';
import type { GrantDocument } from '../shared/contract/documents';
import { inOrder } from '../shared/adapters/ordered-writes';
import type { Member } from '../shared/kernel/actor';
import { CallError } from '../shared/kernel/call-error';
import type { Invocation } from '../shared/kernel/procedure';
import { bindIntended } from './bind-intended';
import { carrier, noteRefusal } from './carrier';
import { callBackView } from './contact-view';
import { intendForPoster, record } from './intend';
import { phonesOf } from './phones';
import { undoIntent } from './undo-intent';

/** The poster calls back: the same way as a request, from the other side, and free of charge for both. */
export async function answerCallBack(
  { id }: { id: string },
  found: GrantDocument,
  _poster: Member,
  { requestId, nowMs }: Invocation,
): Promise<{ callBack: CallBack; nowMs: number }> {
  const phones = await phonesOf(found);
  const numbers = carrier();
  const intent = await inOrder(async (ordered) => {
    const decided = await intendForPoster(ordered, id, nowMs);
    if (decided.kind === 'record') await record(ordered, decided);
    return decided;
  });
  if (intent.kind === 'standing') {
    if (intent.grant.state === 'intended') throw new CallError('contact-pending');
    return { callBack: callBackView(intent.grant, nowMs), nowMs };
  }
  const outcome = await bindIntended(numbers, intent.grant, phones, nowMs);
  if (outcome.kind === 'bound') return { callBack: callBackView(outcome.grant, nowMs), nowMs };
  if (outcome.kind === 'overtaken') throw new CallError('contact-pending');
  noteRefusal(requestId, outcome.code);
  await undoIntent(intent.grant, { asCallBack: true, nowMs });
  throw new CallError(outcome.kind === 'misconfigured' ? 'carrier-misconfigured' : 'carrier-down');
}
