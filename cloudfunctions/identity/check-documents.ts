import type { z } from 'zod';
import type { decideDocument as call, PendingDocument } from '../shared/contract/identity-calls';
import type { DocumentCheckDocument } from '../shared/contract/documents';
import { cleanText } from '../shared/domain/clean-text';
import { pendingDocuments } from '../shared/adapters/identity-store';
import { inOrder } from '../shared/adapters/ordered-writes';
import { deletePictures, pictureUrls } from '../shared/adapters/pictures';
import type { Member } from '../shared/kernel/actor';
import { CallError } from '../shared/kernel/call-error';
import type { Invocation } from '../shared/kernel/procedure';
import { nameHashOf, personIdOf } from './identity-hashes';
import { settleMember } from './member-of';

type Decision = z.output<typeof call.input>;

interface Waiting {
  documents: PendingDocument[];
  nowMs: number;
}

export const listDocuments = (_input: unknown, _operator: Member, { nowMs }: Invocation): Promise<Waiting> =>
  waiting(nowMs);

async function waiting(nowMs: number): Promise<Waiting> {
  const checks = await pendingDocuments();
  return { documents: await Promise.all(checks.map(pendingDocument)), nowMs };
}

/** The operator's decision. Whichever it is, the pictures are gone afterwards. */
export async function decideDocument(
  decision: Decision,
  operator: Member,
  { nowMs }: Invocation,
): Promise<Waiting> {
  const photoFileIds = await inOrder(async (ordered) => {
    const check = await ordered.read('documentChecks', decision.id);
    if (!check) throw new CallError('not-found');
    if (check.state !== 'pending') throw new CallError('document-decided');
    if (decision.decision === 'accept') {
      if (!readsTheSame(check, decision)) throw new CallError('document-differs');
      await settleMember(ordered, check.account, check, nowMs);
    }
    await ordered.write('documentChecks', {
      ...check,
      state: decision.decision === 'accept' ? 'accepted' : 'refused',
      photoFileIds: [],
      decidedAtMs: nowMs,
      decidedBy: operator.personId,
      refusal: decision.decision === 'refuse' ? cleanText(decision.reason) : null,
    });
    return check.photoFileIds;
  });
  await deletePictures(photoFileIds);
  return waiting(nowMs);
}

const readsTheSame = (
  check: DocumentCheckDocument,
  { nameRead, numberRead }: Extract<Decision, { decision: 'accept' }>,
): boolean =>
  nameHashOf(nameRead) === check.nameHash && personIdOf(check.kind, numberRead) === check.personId;

async function pendingDocument(check: DocumentCheckDocument): Promise<PendingDocument> {
  const { _id: id, kind, maskedName, photoFileIds, submittedAtMs } = check;
  return { id, kind, maskedName, photoUrls: await pictureUrls(photoFileIds), submittedAtMs };
}
