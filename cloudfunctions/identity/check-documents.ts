import type { z } from 'zod';
import type { identityCalls, PendingDocument } from '../shared/contract/identity-calls';
import type { DocumentCheckDocument } from '../shared/contract/documents';
import { cleanText } from '../shared/domain/clean-text';
import { pendingDocuments } from '../shared/adapters/identity-store';
import { inOrder } from '../shared/adapters/ordered-writes';
import { deletePictures, pictureUrls } from '../shared/adapters/pictures';
import type { MemberUseCase } from '../shared/kernel/procedure';
import { nameHashOf, personIdOf } from './identity-hashes';
import { settleMember } from './member-of';

type Decision = z.output<typeof identityCalls.decideDocument.input>;

export const listDocuments: MemberUseCase<typeof identityCalls.documentQueue> = async (
  _input,
  _operator,
  { nowMs },
) => ({ documents: await waitingDocuments(), nowMs });

/** The operator's decision. The pictures are deleted with it, whichever it is. */
export const decideDocument: MemberUseCase<typeof identityCalls.decideDocument> = async (
  decision,
  operator,
  { nowMs, refuse },
) => {
  const photoFileIds = await inOrder(async (ordered) => {
    const check = await ordered.read('documentChecks', decision.id);
    if (!check) throw refuse('not-found');
    if (check.state !== 'pending') throw refuse('document-decided');
    if (decision.decision === 'accept') {
      if (!readsTheSame(check, decision)) throw refuse('document-differs');
      await settleMember(ordered, check.account, check, { nowMs, refuse });
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
  return { documents: await waitingDocuments(), nowMs };
};

const readsTheSame = (
  check: DocumentCheckDocument,
  { nameRead, numberRead }: Extract<Decision, { decision: 'accept' }>,
): boolean =>
  nameHashOf(nameRead) === check.nameHash && personIdOf(check.kind, numberRead) === check.personId;

async function waitingDocuments(): Promise<PendingDocument[]> {
  return Promise.all((await pendingDocuments()).map(pendingDocument));
}

async function pendingDocument(check: DocumentCheckDocument): Promise<PendingDocument> {
  const { _id: id, kind, maskedName, photoFileIds, submittedAtMs } = check;
  return { id, kind, maskedName, photoUrls: await pictureUrls(photoFileIds), submittedAtMs };
}
