import type { Actor } from '../shared/kernel/actor';

/** To whom a caller's news is addressed: the account, and the person behind it. None for a visitor whom WeChat has not signed in. */
export function recipientsOf(actor: Actor): string[] {
  if (actor.openid === null) return [];
  return actor.kind === 'member' ? [actor.openid, actor.personId] : [actor.openid];
}
