import type { identityCalls, PendingDocument } from '../shared/contract/identity-calls';
import type { DocumentCheckDocument } from '../shared/contract/check-document';
import { documentsByUrgency, mayDecide } from '../shared/domain/document-queue';
import { countPendingDocuments, pendingDocuments, secondLooks } from '../shared/adapters/identity-store';
import { pictureUrls } from '../shared/adapters/pictures';
import type { MemberUseCase, Output } from '../shared/kernel/procedure';
import { operatorAliasOf } from './identity-hashes';

export const listDocuments: MemberUseCase<typeof identityCalls.documentQueue> = async (
  { page },
  { personId },
  { nowMs },
) => waitingDocuments(personId, page, nowMs);

const pageSize = 20;

/** A page of what this operator may decide. */
export async function waitingDocuments(
  operatorId: string,
  page: number,
  nowMs: number,
): Promise<Output<typeof identityCalls.documentQueue>> {
  const end = (page + 1) * pageSize;
  const [heads, waiting, decided] = await Promise.all([
    pendingDocuments(end),
    countPendingDocuments(),
    secondLooks(nowMs),
  ]);
  const isForThis = (check: DocumentCheckDocument): boolean =>
    mayDecide(check, operatorAliasOf(check._id, operatorId), nowMs);
  const seconds = decided.filter(isForThis);
  const shown = [...heads.filter(isForThis), ...seconds]
    .sort(documentsByUrgency(nowMs))
    .slice(page * pageSize, end);
  return {
    documents: await Promise.all(shown.map(pendingDocument)),
    waiting: waiting + seconds.length,
    nowMs,
  };
}

async function pendingDocument(check: DocumentCheckDocument): Promise<PendingDocument> {
  const { _id: id, kind, maskedName, photoFileIds, submittedAtMs, left, decidedAtMs } = check;
  const photoUrls = await pictureUrls(photoFileIds);
  const isSecondLook = decidedAtMs !== null;
  return {
    id,
    kind,
    maskedName,
    photoUrls,
    submittedAtMs,
    mayLeave: left === null && !isSecondLook,
    isSecondLook,
  };
}
