import type { Author } from '../../shared/adapters/write-for';
import { authorOf, type Actor } from '../../shared/kernel/actor';

/** A caller as the author of words: the person, or the account before it is verified. */
export interface Caller {
  id: string;
  isForAccount: boolean;
  writer: Author;
}

export function callerOf(actor: Actor, openid: string, nowMs: number): Caller {
  if (actor.kind === 'member')
    return { id: actor.personId, isForAccount: false, writer: authorOf(actor, nowMs) };
  const account = { id: openid, epoch: actor.epoch };
  return { id: openid, isForAccount: true, writer: { account, person: null, beganMs: nowMs } };
}
