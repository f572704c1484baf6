import { templateNames } from '@facts/news/message-templates';
import type { newsCalls } from '../shared/contract/news-calls';
import { countOf } from '../shared/adapters/application-store';
import { grantsToPoster, unendedAmong } from '../shared/adapters/grant-store';
import { countPendingDocuments } from '../shared/adapters/identity-store';
import { countUnreadNews } from '../shared/adapters/news-store';
import type { OpenUseCase, Output } from '../shared/kernel/procedure';
import { settings } from '../shared/kernel/settings';
import { recipientsOf } from './recipients';

export const countWaiting: OpenUseCase<typeof newsCalls.waiting> = async (
  _input,
  { actor: lookUp, nowMs },
) => {
  const actor = await lookUp();
  const recipients = recipientsOf(actor);
  const known = settings.messageTemplates();
  const templates = templateNames.flatMap((name) => {
    const template = known[name];
    return template ? [{ name, id: template.id }] : [];
  });
  if (recipients.length === 0) return { unread: 0, callBacks: 0, isMember: false, rooms: null, templates };
  const isMember = actor.kind === 'member';
  const [unread, callBacks, rooms] = await Promise.all([
    countUnreadNews(recipients),
    isMember ? countCallBacks(actor.personId, nowMs) : 0,
    isMember && actor.role !== 'member' ? countRooms(actor.role === 'operator') : null,
  ]);
  return { unread, callBacks, isMember, rooms, templates };
};

/** What waits for volunteers, and besides for operators. */
async function countRooms(isOperator: boolean): Promise<Output<typeof newsCalls.waiting>['rooms']> {
  const [items, documents, messages] = await Promise.all([
    countOf('reviews', { state: 'waiting' }),
    isOperator ? countPendingDocuments() : null,
    isOperator ? countOf('feedback', { state: 'waiting' }) : null,
  ]);
  return { items, documents, messages };
}

/** Requests to call back that can still be answered. */
async function countCallBacks(posterId: string, nowMs: number): Promise<number> {
  const asked = (await grantsToPoster(posterId)).filter(({ state }) => state === 'asked');
  const open = await unendedAmong(
    asked.map(({ postId }) => postId),
    nowMs,
  );
  return asked.filter(({ postId }) => open.has(postId)).length;
}
