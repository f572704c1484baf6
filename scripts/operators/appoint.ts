import { AccountRole } from '../../cloudfunctions/shared/contract/actor';
import { noteDeed } from './entry';
import type { Store } from './store';

/** Gives an account a role. A volunteer who becomes a member is dismissed, so the list of volunteers loses them too. */
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
  const subjectId = member.personId ?? null;
  await noteDeed(store, wanted.data === 'member' ? 'dismiss' : 'appoint', { subjectId, nowMs });
  await store.update('members', openid, { role: wanted.data });
  if (wanted.data === 'member' && subjectId !== null) {
    const accepted = (await store.find('applications', { personId: subjectId, state: 'accepted' }, 10)) as {
      _id: string;
    }[];
    for (const { _id } of accepted) await store.update('applications', _id, { state: 'dismissed' });
  }
  return wanted.data;
}
