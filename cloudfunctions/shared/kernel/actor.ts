import type { Role } from '../contract/actor';
import type { MemberDocument } from '../contract/documents';
import { CallError } from './call-error';
import type { Refuse } from './refuse';

/**
 * A caller who may not yet take part. `openid` is null for a visitor whom WeChat has not signed in; `lacks` is what is
 * missing first.
 */
export interface Guest {
  kind: 'guest';
  openid: string | null;
  lacks: 'sign-in' | 'verification' | 'phone';
}

/** A verified person with a bound phone, through one of that person's accounts. */
export interface Member {
  kind: 'member';
  openid: string;
  personId: string;
  maskedName: string;
  role: MemberDocument['role'];
}

export type Actor = Guest | Member;

/** Why a guest is not admitted. */
export type GuestError = `${Guest['lacks']}-required`;

/** The actor behind an openid that the platform vouches for. */
export function actorFrom(openid: string | null, member: MemberDocument | null): Actor {
  if (!openid) return { kind: 'guest', openid: null, lacks: 'sign-in' };
  if (!member?.personId || member.maskedName === null || member.verifiedAtMs === null)
    return { kind: 'guest', openid, lacks: 'verification' };
  if (member.phone === null) return { kind: 'guest', openid, lacks: 'phone' };
  const { personId, maskedName, role } = member;
  return { kind: 'member', openid, personId, maskedName, role };
}

/**
 * Admits an actor to a call, or throws why not. `ownerId` is the person to whom the thing named in the input belongs;
 * undefined for a call that names no such thing.
 */
export function admit(actor: Actor, who: readonly Role[], ownerId?: string): void {
  if (who.includes('guest')) return;
  const member = requireMember(actor);
  const appointed = member.role !== 'member' && who.includes(member.role);
  const owns = who.includes('owner') && ownerId === member.personId;
  if (!appointed && !owns && !who.includes('member')) throw new CallError('not-allowed');
}

export function requireMember(actor: Actor): Member {
  if (actor.kind === 'member') return actor;
  throw new CallError(`${actor.lacks}-required` satisfies GuestError);
}

/** The openid of the account that calls, verified or not. */
export function requireAccount(actor: Actor, refuse: Refuse<'sign-in-required'>): string {
  if (actor.openid !== null) return actor.openid;
  throw refuse('sign-in-required');
}
