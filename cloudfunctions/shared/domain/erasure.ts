import type { MemberDocument, PersonDocument } from '../contract/documents';
import { newMember } from './account';
import { newPerson } from './person';
import { quotaWindowMs } from './quota';

/** For how long an erased account is remembered: far longer than any call takes. */
export const tombstoneMs = 3_600_000;

/**
 * An account whose erasure begins: only its person is left, which the erasure still needs. Beginning again changes
 * nothing more.
 */
export const accountBeingErased = (account: MemberDocument, nowMs: number): MemberDocument => ({
  ...newMember(account._id),
  personId: account.personId,
  epoch: account.isErasing ? account.epoch : account.epoch + 1,
  isErasing: true,
  erasedAtMs: nowMs,
  revision: account.revision,
});

/** An account whose erasure is over: a tombstone. */
export const accountErased = (account: MemberDocument, endedMs: number): MemberDocument => ({
  ...account,
  personId: null,
  isErasing: false,
  erasedAtMs: endedMs,
});

/** A person whose erasure begins. Quota and block stay, because erasing would otherwise be the way around both. */
export const personBeingErased = (person: PersonDocument, nowMs: number): PersonDocument => ({
  ...person,
  openPosts: null,
  joinUntilMs: null,
  refusals: [],
  epoch: person.isErasing ? person.epoch : person.epoch + 1,
  isErasing: true,
  erasedAtMs: nowMs,
});

export const personErased = (person: PersonDocument, endedMs: number): PersonDocument => ({
  ...person,
  isErasing: false,
  erasedAtMs: endedMs,
});

/** What stays of an erased person after the quota's day: the block if there is one, otherwise nothing. */
export const personAfterDay = ({
  _id,
  blockedAtMs,
  epoch,
  revision,
}: PersonDocument): PersonDocument | null =>
  blockedAtMs === null ? null : { ...newPerson(_id), blockedAtMs, epoch, revision };

/**
 * The moments before which erased accounts and persons are due to be removed, and interrupted erasures to be finished.
 */
export const erasuresDue = (nowMs: number) => ({
  accountsBeforeMs: nowMs - tombstoneMs,
  personsBeforeMs: nowMs - quotaWindowMs,
  unfinishedBeforeMs: nowMs - 120_000,
});
