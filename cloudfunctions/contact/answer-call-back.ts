import type { contactCalls } from '../shared/contract/contact-calls';
import type { GrantDocument } from '../shared/contract/documents';
import { shownToBeThere } from '../shared/domain/post-question';
import { writeFor } from '../shared/adapters/write-for';
import { authorOf } from '../shared/kernel/actor';
import { campaign } from '../shared/kernel/campaign';
import type { OwnerUseCase } from '../shared/kernel/procedure';
import { bindIntended } from './binding/bind-intended';
import { carrier, noteRefusal } from './binding/carrier';
import { intendForPoster, record } from './binding/intend';
import { phonesOf } from './binding/phones';
import { undoIntent } from './binding/undo-intent';
import { callerView } from './contact-view';

/**
 * Gives the poster a number that reaches the viewer. It is bound as for a request, with the sides exchanged, and charged to
 * neither. A giver who calls back shows that there is some.
 */
export const answerCallBack: OwnerUseCase<typeof contactCalls.answerCallBack, GrantDocument> = async (
  { id: grantId },
  found,
  poster,
  { requestId, nowMs, refuse },
) => {
  const phones = await phonesOf(found, refuse);
  const numbers = carrier();
  const intent = await writeFor(authorOf(poster, nowMs), async (ordered) => {
    const decided = await intendForPoster(ordered, { grantId, nowMs, refuse });
    if (decided.kind === 'record' && !(await record(ordered, decided, nowMs)))
      throw new Error('a call-back has no limit, and yet no place was left for one');
    if (decided.kind === 'record' && decided.post.board === 'spare')
      await ordered.write('posts', shownToBeThere(decided.post, nowMs, campaign.limits));
    return decided;
  });
  if (intent.kind === 'existing') {
    if (intent.grant.state === 'intended') throw refuse('contact-pending');
    return { caller: callerView(intent.grant, nowMs), nowMs };
  }
  const outcome = await bindIntended(numbers, intent.grant, phones, nowMs);
  if (outcome.kind === 'bound') return { caller: callerView(outcome.grant, nowMs), nowMs };
  if (outcome.kind === 'overtaken') throw refuse('contact-pending');
  noteRefusal(requestId, outcome.code);
  await undoIntent(intent.grant, { asCallBack: true, nowMs });
  throw refuse(outcome.kind === 'misconfigured' ? 'carrier-misconfigured' : 'carrier-down');
};
