import { randomInt } from 'node:crypto';
import { InvitationDocument } from '../../cloudfunctions/shared/contract/moderation-documents';
import { invitationCode, invitationMs } from '../../cloudfunctions/shared/domain/invitation';
import { invitationIdOf } from '../../cloudfunctions/shared/kernel/moderation-hashes';
import { appoint } from './appoint';
import type { Store } from './store';

export interface WaitingApplication {
  _id: string;
  account: string;
  personId: string;
  maskedName: string;
  right: number;
}

/** Makes a code for a week. Its document's id needs the environment's MODERATION_KEY. */
export async function invite(store: Pick<Store, 'insert'>, nowMs: number): Promise<string> {
  const code = invitationCode(randomInt);
  const invitation = { _id: invitationIdOf(code), expiresAtMs: nowMs + invitationMs };
  await store.insert('invitations', InvitationDocument.parse(invitation));
  return code;
}

/** Those who passed the trial and wait, at most 200. */
export const waitingApplications = async (store: Pick<Store, 'find'>): Promise<WaitingApplication[]> =>
  (await store.find('applications', { state: 'waiting' }, 200)) as WaitingApplication[];

/**
 * Makes volunteers of those who wait, or of those of them with these ids; answers how many. An account that is no longer of that person
 * is left out.
 */
export async function acceptApplications(
  store: Pick<Store, 'find' | 'insert' | 'update'>,
  ids: readonly string[] | 'all',
  nowMs: number,
): Promise<number> {
  let accepted = 0;
  for (const { _id: id, account, personId } of await waitingApplications(store)) {
    if (ids !== 'all' && !ids.includes(id)) continue;
    const [member] = (await store.find('members', { _id: account, personId }, 1)) as { role: string }[];
    if (!member) continue;
    if (member.role !== 'operator') await appoint(store, account, 'volunteer', nowMs);
    await store.update('applications', id, { state: 'accepted' });
    accepted += 1;
  }
  return accepted;
}
