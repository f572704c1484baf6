import { randomBytes } from 'node:crypto';
import { AccountRole } from '../../cloudfunctions/shared/contract/actor';
import {
  AuditEntryDocument,
  AuditPeopleDocument,
} from '../../cloudfunctions/shared/contract/moderation-documents';
import type { Store } from './store';

const randomId = (): string => randomBytes(16).toString('hex');

/**
 * Gives an account a role. The entry in the trail comes first: a run that is cut short then leaves an entry too many, and not an
 * operator whom the trail does not know.
 */
export async function appoint(
  store: Pick<Store, 'find' | 'insert' | 'update'>,
  openid: string | undefined,
  role: string | undefined,
  nowMs: number,
): Promise<AccountRole> {
  const wanted = AccountRole.safeParse(role);
  if (openid === undefined || !wanted.success)
    throw new Error('appoint whom? npm run operators -- appoint OPENID member|volunteer|operator');
  const [member] = (await store.find('members', { _id: openid }, 1)) as { personId?: string | null }[];
  if (!member) throw new Error(`there is no account ${openid}: it has to be verified in the program first`);
  const _id = randomId();
  const action = wanted.data === 'member' ? 'dismiss' : 'appoint';
  const entry = { _id, caseId: randomId(), action, reason: null, atMs: nowMs, batch: null } as const;
  await store.insert('auditEntries', AuditEntryDocument.parse(entry));
  const people = { _id, actorId: null, subjectId: member.personId ?? null, atMs: nowMs };
  await store.insert('auditPeople', AuditPeopleDocument.parse(people));
  await store.update('members', openid, { role: wanted.data });
  return wanted.data;
}
