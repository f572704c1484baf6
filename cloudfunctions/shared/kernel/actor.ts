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
  /** Raised by each erasure of the account; null while one is in progress. */
  epoch: number | null;
  lacks: 'sign-in' | 'verification' | 'phone';
}

/** A verified person with a bound phone, through one of that person's accounts. */
export interface Member {
  kind: 'member';
  openid: string;
  epoch: number | null;
  /** Raised by each erasure of the person. */
  personEpoch: number;
  personId: string;
  maskedName: string;
  role: MemberDocument['role'];
}

export type Actor = Guest | Member;

export interface Account {
  openid: string;
  epoch: number | null;
}

/** The error for a guest who may not make a call. */
export type GuestError = `${Guest['lacks']}-required`;

/** The actor behind an openid that the platform vouches for. */
export function actorFrom(openid: string | null, member: MemberDocument | null): Actor {
  if (!openid) return { kind: 'guest', openid: null, epoch: 0, lacks: 'sign-in' };
  const epoch = seenEpoch(member);
  if (!member?.personId || member.maskedName === null || member.verifiedAtMs === null)
    return { kind: 'guest', openid, epoch, lacks: 'verification' };
  if (member.phone === null) return { kind: 'guest', openid, epoch, lacks: 'phone' };
  const { personId, personEpoch, maskedName, role } = member;
  return { kind: 'member', openid, epoch, personId, personEpoch, maskedName, role };
}

/**
 * Admits an actor to a call, or throws why not. `ownerId` is the person to whom the thing named in the input belongs, or
 * the persons; undefined for a call that names no such thing.
 */
export function admit(actor: Actor, who: readonly Role[], ownerId?: string | readonly string[]): void {
  if (who.includes('guest')) return;
  const member = requireMember(actor);
  const appointed = member.role !== 'member' && who.includes(member.role);
  const owns = who.includes('owner') && [ownerId].flat().includes(member.personId);
  if (!appointed && !owns && !who.includes('member')) throw new CallError('not-allowed');
}

export function requireMember(actor: Actor): Member {
  if (actor.kind === 'member') return actor;
  throw new CallError(`${actor.lacks}-required` satisfies GuestError);
}

/** The calling account, verified or not: its openid, and the epoch in which it was seen. */
export function requireAccount(actor: Actor, refuse: Refuse<'sign-in-required'>): Account {
  if (actor.openid !== null) return { openid: actor.openid, epoch: actor.epoch };
  throw refuse('sign-in-required');
}

/** The epoch of an account or a person when a call begins; null while an erasure is in progress. */
export const seenEpoch = (document: { epoch: number; isErasing: boolean } | null): number | null =>
  document?.isErasing ? null : (document?.epoch ?? 0);

/** A member as the author of a call's writes: account and person as the call saw them when it began. */
export const authorOf = ({ openid, epoch, personId, personEpoch }: Member, beganMs: number) => ({
  account: { id: openid, epoch },
  person: { id: personId, epoch: personEpoch },
  beganMs,
});
