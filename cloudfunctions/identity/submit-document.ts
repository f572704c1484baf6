import type { CallInput } from '../shared/contract/contract';
import type { identityCalls } from '../shared/contract/identity-calls';
import { lastRound } from '../shared/contract/check-document';
import { maskedName, normalizeName } from '../shared/domain/masked-name';
import { numberFits } from '@facts/document-numbers';
import { adultYears, ageYears, birthDayOf, idFault, normalizeIdNumber } from '@facts/resident-id';
import { readDocument } from '../shared/adapters/ordered-writes';
import { tryToDeleteDuePictures } from '../shared/adapters/pictures';
import { claimCopies, noteCopies, takePictures, writeCopies } from '../shared/adapters/taken-pictures';
import { writeFor } from '../shared/adapters/write-for';
import { requireAccount, seenEpoch, type Account } from '../shared/kernel/actor';
import type { OpenUseCase } from '../shared/kernel/procedure';
import { randomId } from '../shared/kernel/random-id';
import type { Refuse } from '../shared/kernel/refuse';
import { asDocument, countDocumentOfPhone } from './attempts';
import { letGoOfPictures } from './drop-check';
import { checkIdOf, nameHashOf, personIdOf } from './identity-hashes';
import { readAccount } from './read-self';

type DocumentInput = CallInput<'identity', 'submitDocument'>;

/** Stores a document for the operator: its pictures until the decision, and hashes of name and number. */
export const submitDocument: OpenUseCase<typeof identityCalls.submitDocument> = async (
  input,
  { actor, nowMs, refuse },
) => {
  const { openid, epoch } = requireAccount(await actor(), refuse);
  // Characters that no one sees count for nothing.
  if (Array.from(normalizeName(input.name)).length < 2) throw refuse('invalid-input', { field: 'name' });
  const years = ageYears(input.bornOn, nowMs);
  if (years === null) throw refuse('invalid-input', { field: 'bornOn' });
  if (years < adultYears) throw refuse('under-age', { field: 'bornOn' });
  const number = normalizeIdNumber(input.number);
  const fault = input.kind === 'resident' ? idFault(number, nowMs) : null;
  if (fault) throw refuse(fault, { field: 'number' });
  if (!numberFits(input.kind, number)) throw refuse('id-number-invalid', { field: 'number' });
  const stated = birthDayOf(number);
  if (stated !== undefined && stated !== input.bornOn) throw refuse('invalid-input', { field: 'bornOn' });
  await asDocument(openid, nowMs, refuse, () => storeDocument(input, { openid, epoch }, nowMs, refuse));
  await tryToDeleteDuePictures(nowMs);
  return readAccount(openid, nowMs);
};

async function storeDocument(
  input: DocumentInput,
  { openid, epoch }: Account,
  nowMs: number,
  refuse: Refuse<(typeof identityCalls.submitDocument)['errors'][number]>,
): Promise<void> {
  const personId = personIdOf(input.kind, input.number);
  const known = await readDocument('persons', personId);
  const checkId = checkIdOf(openid);
  const taken = await takePictures(input.photoFileIds, openid, { nowMs, newId: randomId });
  const unreadable = { field: 'photoFileIds' };
  if (!taken) throw refuse('picture-unreadable', unreadable);
  // A person without stored data cannot have been erased meanwhile.
  const person = known && { id: personId, epoch: seenEpoch(known) };
  const author = { account: { id: openid, epoch }, person, beganMs: nowMs };
  await writeFor(author, (writing) => noteCopies(writing, taken, nowMs));
  await writeCopies(taken);
  await writeFor(author, async (writing) => {
    const { read, write, account } = writing;
    if (account.personId !== null) throw refuse('already-verified');
    if (account.phone === null) throw refuse('phone-required');
    const earlier = await read('documentChecks', checkId);
    if (earlier?.state === 'pending') throw refuse('document-pending');
    if (earlier) await letGoOfPictures(writing, earlier, nowMs);
    if (!(await claimCopies(writing, taken, null))) throw refuse('picture-unreadable', unreadable);
    await write('members', { ...account, consentedAtMs: nowMs });
    await write('documentChecks', {
      _id: checkId,
      account: openid,
      caseId: randomId(),
      state: 'pending',
      kind: input.kind,
      maskedName: maskedName(input.name),
      personId,
      personEpoch: known?.epoch ?? 0,
      nameHash: nameHashOf(input.name),
      photoFileIds: taken.map(({ copy }) => copy.fileId),
      submittedAtMs: nowMs,
      round: Math.min(lastRound, await countDocumentOfPhone(writing, account.phoneId, nowMs)),
      left: null,
      decidedAtMs: null,
      decidedBy: null,
      secondUntilMs: null,
      refusal: null,
    });
  });
}
