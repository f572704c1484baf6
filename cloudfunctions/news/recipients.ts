import type { Actor } from '../shared/kernel/actor';

/**
 * The recipients of a caller's news: the account, and the person behind it. There are none for a visitor whom WeChat
 * has not signed in.
 */
export function recipientsOf(actor: Actor): string[] {
  if (actor.openid === null) return [];
  return actor.kind === 'member' ? [actor.openid, actor.personId] : [actor.openid];
}
