import type { MemberDocument } from '../shared/contract/documents';
import { newPerson } from '../shared/domain/person';
import type { Ordered } from '../shared/adapters/ordered-writes';
import type { Refuse } from '../shared/kernel/refuse';

/** An account before anything is stored about it. */
export const newMember = (openid: string): MemberDocument => ({
  _id: openid,
  personId: null,
  maskedName: null,
  role: 'member',
  verifiedAtMs: null,
  consentedAtMs: null,
  phone: null,
  phoneBoundAtMs: null,
  checkAtMs: null,
  revision: 0,
});

/** Makes an account that of a verified person. Refused for an account that is another person's already. */
export async function settleMember(
  ordered: Ordered,
  openid: string,
  { personId, maskedName }: { personId: string; maskedName: string },
  { nowMs, refuse }: { nowMs: number; refuse: Refuse<'already-verified'> },
): Promise<void> {
  const member = (await ordered.read('members', openid)) ?? newMember(openid);
  if (member.personId !== null && member.personId !== personId) throw refuse('already-verified');
  const person = (await ordered.read('persons', personId)) ?? newPerson(personId);
  await ordered.write('members', {
    ...member,
    personId,
    maskedName,
    verifiedAtMs: member.verifiedAtMs ?? nowMs,
    consentedAtMs: member.consentedAtMs ?? nowMs,
  });
  await ordered.write('persons', person);
}
