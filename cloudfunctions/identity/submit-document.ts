import type { z } from 'zod';
import type { Self, submitDocument as call } from '../shared/contract/identity-calls';
import { maskedName } from '../shared/domain/masked-name';
import { adultYears, ageYears } from '@facts/resident-id';
import { areTaken } from '../shared/adapters/identity-store';
import { inOrder } from '../shared/adapters/ordered-writes';
import { requireAccount } from '../shared/kernel/actor';
import { CallError } from '../shared/kernel/call-error';
import type { Invocation } from '../shared/kernel/procedure';
import { countAttempt } from './attempts';
import { checkIdOf, nameHashOf, personIdOf } from './identity-hashes';
import { newMember } from './member-of';
import { readAccount } from './read-self';

/** Keeps a document for the operator's eyes: pictures until the decision, hashes of name and number, no more. */
export async function submitDocument(
  input: z.output<typeof call.input>,
  { actor, nowMs }: Invocation,
): Promise<Self> {
  const openid = requireAccount(await actor());
  const years = ageYears(input.bornOn, nowMs);
  if (years === null) throw new CallError('invalid-input', { field: 'bornOn' });
  if (years < adultYears) throw new CallError('under-age', { field: 'bornOn' });
  const personId = personIdOf(input.kind, input.number);
  const checkId = checkIdOf(openid);
  // What is named here is deleted with the decision: nobody may name another's.
  if (await areTaken(input.photoFileIds, checkId))
    throw new CallError('invalid-input', { field: 'photoFileIds', message: '请重新拍照上传。' });
  await countAttempt({ openid, personId }, nowMs);
  await inOrder(async (ordered) => {
    const member = (await ordered.read('members', openid)) ?? newMember(openid);
    if (member.personId !== null) throw new CallError('already-verified');
    const earlier = await ordered.read('documentChecks', checkId);
    if (earlier?.state === 'pending') throw new CallError('document-pending');
    await ordered.write('members', { ...member, consentedAtMs: nowMs, revision: member.revision + 1 });
    await ordered.write('documentChecks', {
      _id: checkId,
      account: openid,
      state: 'pending',
      kind: input.kind,
      maskedName: maskedName(input.name),
      personId,
      nameHash: nameHashOf(input.name),
      photoFileIds: input.photoFileIds,
      submittedAtMs: nowMs,
      decidedAtMs: null,
      decidedBy: null,
      refusal: null,
    });
  });
  return readAccount(openid, nowMs);
}
