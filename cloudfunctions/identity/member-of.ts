import type { MemberDocument } from '../shared/contract/documents';
import { newPerson } from '../shared/domain/person';
import type { Ordered } from '../shared/adapters/ordered-writes';
import { CallError } from '../shared/kernel/call-error';

/** An account of which nothing is stored yet. */
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

/** Makes an account that of a verified person. Refuses to make one person's account another's. */
export async function settleMember(
  ordered: Ordered,
  openid: string,
  { personId, maskedName }: { personId: string; maskedName: string },
  nowMs: number,
): Promise<void> {
  const member = (await ordered.read('members', openid)) ?? newMember(openid);
  if (member.personId !== null && member.personId !== personId) throw new CallError('already-verified');
  const person = (await ordered.read('persons', personId)) ?? newPerson(personId);
  await ordered.write('members', {
    ...member,
    personId,
    maskedName,
    verifiedAtMs: member.verifiedAtMs ?? nowMs,
    consentedAtMs: member.consentedAtMs ?? nowMs,
    revision: member.revision + 1,
  });
  await ordered.write('persons', { ...person, revision: person.revision + 1 });
}
