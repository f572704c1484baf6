import type { identityCalls } from '../shared/contract/identity-calls';
import { maskedName } from '../shared/domain/masked-name';
import { adultYears, ageYears } from '@facts/resident-id';
import { areTaken } from '../shared/adapters/identity-store';
import { inOrder } from '../shared/adapters/ordered-writes';
import { requireAccount } from '../shared/kernel/actor';
import type { OpenUseCase } from '../shared/kernel/procedure';
import { countAttempt } from './attempts';
import { checkIdOf, nameHashOf, personIdOf } from './identity-hashes';
import { newMember } from './member-of';
import { readAccount } from './read-self';

/** Keeps a document for the operator's eyes: pictures until the decision, hashes of name and number, no more. */
export const submitDocument: OpenUseCase<typeof identityCalls.submitDocument> = async (
  input,
  { actor, nowMs, refuse },
) => {
  const openid = requireAccount(await actor(), refuse);
  const years = ageYears(input.bornOn, nowMs);
  if (years === null) throw refuse('invalid-input', { field: 'bornOn' });
  if (years < adultYears) throw refuse('under-age', { field: 'bornOn' });
  const personId = personIdOf(input.kind, input.number);
  const checkId = checkIdOf(openid);
  // Pictures named here are deleted with the decision, so another's may not be named.
  if (await areTaken(input.photoFileIds, checkId))
    throw refuse('invalid-input', { field: 'photoFileIds', message: '请重新拍照上传。' });
  await countAttempt({ openid, personId }, nowMs, refuse);
  await inOrder(async (ordered) => {
    const member = (await ordered.read('members', openid)) ?? newMember(openid);
    if (member.personId !== null) throw refuse('already-verified');
    const earlier = await ordered.read('documentChecks', checkId);
    if (earlier?.state === 'pending') throw refuse('document-pending');
    await ordered.write('members', { ...member, consentedAtMs: nowMs });
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
};
