import { whenAwake } from './hours';
import { callAtLast, callBack, callMatch } from './contacting';
import { closeNeed, closeSpare } from './handing-over';
import { isLive, type Contact, type Poster, type World } from './world';

/** A message has come to a phone: some open it, after a while. */
export function receive(world: World, openid: string, templateId: string): void {
  const { counts, draws, values, queue } = world;
  const reader = world.byOpenid.get(openid);
  counts.messages += 1;
  if (!reader) return;
  const { name } = reader.plan;
  const isOwn = templateId !== 'local-message-match';
  const question = [name, templateId, queue.minute()];
  if (!draws.happens(isOwn ? values.opensOwn : values.opensOther, ...question, 'opens')) return;
  const later = queue.minute() + draws.around(values.opensAfter, 1.2, ...question, 'opens after');
  queue.at(whenAwake(values, later, draws.share(...question, 'morning')), `opens ${name}`, async () => {
    counts.opened += 1;
    await readInbox(world, reader);
  });
}

/** Reads what is new, and does what it asks for. */
export async function readInbox(world: World, reader: Poster): Promise<void> {
  const { phone } = world;
  const inbox = await phone.call('news', 'mine', {}, reader.openid);
  const unread = (inbox?.news ?? []).filter(({ isRead }) => !isRead);
  if (unread.length === 0) return;
  for (const { kind, postId, grantId } of unread) {
    const contact = grantId === null ? undefined : world.contacts.get(grantId);
    if (kind === 'match-spare' || kind === 'match-need') await callMatch(world, reader, postId ?? '');
    if (kind === 'gone' || kind === 'still-there' || kind === 'still-needed')
      await answerQuestion(world, reader);
    if (kind === 'call-back' && contact) await callBack(world, contact);
    if (kind === 'still-left' && contact) await callAtLast(world, contact);
    if (kind === 'thanks' && contact) await answerThanks(world, reader, contact);
    if (kind === 'hand-over' && contact) await answerHandOver(world, reader, contact);
  }
  await phone.call('news', 'markRead', { ids: unread.map(({ id }) => id) }, reader.openid);
  if (reader.plan.accepts) await phone.acceptMessages(reader.openid);
}

/** The post's question, answered with the truth. */
async function answerQuestion(world: World, reader: Poster): Promise<void> {
  if (reader.postId === null) return;
  const isStill = isLive(world, reader) || (reader.kind === 'seeker' && reader.isPromised);
  if (isStill) await world.phone.call('posts', 'keep', { id: reader.postId }, reader.openid);
  else if (reader.kind === 'donor') await closeSpare(world, reader);
  else await closeNeed(world, reader, reader.helpedAt === null ? 'withdrawn' : 'solved');
}

/** One tap: one portion less. */
async function answerThanks({ phone }: World, reader: Poster, { id, by }: Contact): Promise<void> {
  if (reader.kind === 'donor' && by === 'seeker')
    await phone.call('contact', 'confirm', { id, answer: 'given' }, reader.openid);
}

/** One tap: whether the medicine arrived. */
async function answerHandOver({ phone }: World, reader: Poster, contact: Contact): Promise<void> {
  const { id, by, isHandedOver } = contact;
  if (reader.kind === 'donor') return;
  if (by === 'donor')
    await phone.call(
      'contact',
      'confirm',
      { id, answer: isHandedOver ? 'given' : 'not-given' },
      reader.openid,
    );
  else
    await phone.call(
      'contact',
      'outcome',
      { id, outcome: isHandedOver ? 'received' : 'no-answer' },
      reader.openid,
    );
}
