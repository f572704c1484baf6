import type { z } from 'zod';
import type { identityCalls, PendingDocument } from '../shared/contract/identity-calls';
import type { DocumentCheckDocument } from '../shared/contract/documents';
import { ErasedMeanwhile } from '../shared/contract/erased-meanwhile';
import { cleanText } from '../shared/domain/clean-text';
import { documentsByUrgency, mayDecide } from '../shared/domain/document-queue';
import { countPendingDocuments, pendingDocuments } from '../shared/adapters/identity-store';
import { addNews } from '../shared/adapters/news-store';
import { readDocument } from '../shared/adapters/ordered-writes';
import { tryToDeleteDuePictures, pictureUrls } from '../shared/adapters/pictures';
import { writeFor, type Author } from '../shared/adapters/write-for';
import { seenEpoch } from '../shared/kernel/actor';
import { newsOf } from '../shared/kernel/news';
import type { MemberUseCase, Output } from '../shared/kernel/procedure';
import { letGoOfPictures } from './drop-check';
import { nameHashOf, personIdOf } from './identity-hashes';
import { settleMember } from './settle-member';

type Decision = z.output<typeof identityCalls.decideDocument.input>;

export const listDocuments: MemberUseCase<typeof identityCalls.documentQueue> = async (
  { page },
  { personId },
  { nowMs },
) => waitingDocuments(personId, page, nowMs);

/** The operator's decision. Either way the pictures are deleted with it. */
export const decideDocument: MemberUseCase<typeof identityCalls.decideDocument> = async (
  decision,
  operator,
  { nowMs, refuse },
) => {
  const found = await readDocument('documentChecks', decision.id);
  if (!found) throw refuse('not-found');
  await writeFor(await submitterOf(found, nowMs), async (writing) => {
    const check = await writing.read('documentChecks', decision.id);
    if (!check) throw refuse('not-found');
    if (check.state !== 'pending') throw refuse('document-decided');
    if (decision.decision === 'second-opinion') {
      if (check.left) throw refuse('document-decided');
      return writing.write('documentChecks', { ...check, left: { by: operator.personId, atMs: nowMs } });
    }
    if (!mayDecide(check, operator.personId, nowMs)) throw refuse('not-allowed');
    if (decision.decision === 'accept') {
      if (!readsTheSame(check, decision)) throw refuse('document-differs');
      const { phoneId } = writing.account;
      await settleMember(writing, { maskedName: check.maskedName, phoneId }, { nowMs, refuse });
    }
    await letGoOfPictures(writing, check, nowMs);
    await writing.write('documentChecks', {
      ...check,
      state: decision.decision === 'accept' ? 'accepted' : 'refused',
      photoFileIds: [],
      decidedAtMs: nowMs,
      decidedBy: operator.personId,
      refusal: decision.decision === 'refuse' ? cleanText(decision.reason) : null,
    });
    await addNews(writing, decidedNews(check, decision.decision, nowMs));
  }).catch((error: unknown) => {
    // The operator finds no document once its owner has erased it.
    throw error instanceof ErasedMeanwhile ? refuse('not-found') : error;
  });
  await tryToDeleteDuePictures(nowMs);
  return waitingDocuments(operator.personId, 0, nowMs);
};

/** This is about the account, because after a refusal there is no person behind it. */
const decidedNews = (
  { _id, account, submittedAtMs }: DocumentCheckDocument,
  choice: Decision['decision'],
  atMs: number,
) => newsOf('document', { to: { account }, cause: `${_id}.${submittedAtMs}`, facts: { choice }, atMs });

/** The person whom a decision concerns; an erasure since the document was handed in makes the decision void. */
async function submitterOf(
  { account, personId, personEpoch }: DocumentCheckDocument,
  beganMs: number,
): Promise<Author> {
  return {
    account: { id: account, epoch: seenEpoch(await readDocument('members', account)) },
    person: { id: personId, epoch: personEpoch },
    beganMs,
  };
}

const readsTheSame = (
  check: DocumentCheckDocument,
  { nameRead, numberRead }: Extract<Decision, { decision: 'accept' }>,
): boolean =>
  nameHashOf(nameRead) === check.nameHash && personIdOf(check.kind, numberRead) === check.personId;

const pageSize = 20;

/** A page of what this operator may decide. */
async function waitingDocuments(
  operatorId: string,
  page: number,
  nowMs: number,
): Promise<Output<typeof identityCalls.documentQueue>> {
  const end = (page + 1) * pageSize;
  const [heads, waiting] = await Promise.all([pendingDocuments(end), countPendingDocuments()]);
  const shown = heads
    .filter((check) => mayDecide(check, operatorId, nowMs))
    .sort(documentsByUrgency(nowMs))
    .slice(page * pageSize, end);
  return { documents: await Promise.all(shown.map(pendingDocument)), waiting, nowMs };
}

async function pendingDocument(check: DocumentCheckDocument): Promise<PendingDocument> {
  const { _id: id, kind, maskedName, photoFileIds, submittedAtMs, left } = check;
  const photoUrls = await pictureUrls(photoFileIds);
  return { id, kind, maskedName, photoUrls, submittedAtMs, mayLeave: left === null };
}
