import type { z } from 'zod';
import { documentRefusals } from '@facts/document-refusals';
import type { identityCalls } from '../shared/contract/identity-calls';
import type { DocumentCheckDocument } from '../shared/contract/check-document';
import { ErasedMeanwhile } from '../shared/contract/erased-meanwhile';
import { mayDecide, secondLookUntilMs } from '../shared/domain/document-queue';
import { nameable, note, type Deed } from '../shared/adapters/audit-trail';
import { addNews } from '../shared/adapters/news-store';
import { readDocument } from '../shared/adapters/ordered-writes';
import { tryToDeleteDuePictures } from '../shared/adapters/pictures';
import { writeFor, type Author, type WritingFor } from '../shared/adapters/write-for';
import { seenEpoch } from '../shared/kernel/actor';
import { newsOf } from '../shared/kernel/news';
import type { MemberUseCase } from '../shared/kernel/procedure';
import { randomId } from '../shared/kernel/random-id';
import { letGoOfPictures } from './drop-check';
import { nameHashOf, operatorAliasOf, personIdOf } from './identity-hashes';
import { waitingDocuments } from './list-documents';
import { settleMember } from './settle-member';

type Decision = z.output<typeof identityCalls.decideDocument.input>;

/**
 * An operator's decision, and of a random tenth a second operator's. The pictures are deleted with the last one. Two operators who
 * disagree are both in the audit trail; the second one's acceptance counts, because a wrong refusal keeps a sick person out.
 */
export const decideDocument: MemberUseCase<typeof identityCalls.decideDocument> = async (
  decision,
  operator,
  { nowMs, refuse },
) => {
  const found = await readDocument('documentChecks', decision.id);
  if (!found) throw refuse('not-found');
  const by = operatorAliasOf(decision.id, operator.personId);
  await writeFor(await submitterOf(found, nowMs), async (writing) => {
    const check = await writing.read('documentChecks', decision.id);
    if (!check) throw refuse('not-found');
    const caseId = check.caseId ?? randomId();
    const isSecond = check.state !== 'pending';
    const isAccepted = decision.decision === 'accept';
    // The first operator reads the same of every decided document, in the tenth or not.
    if (isSecond && !mayDecide(check, by, nowMs)) throw refuse('document-decided');
    if (decision.decision === 'second-opinion') {
      if (isSecond || check.left) throw refuse('document-decided');
      await writing.write('documentChecks', { ...check, caseId, left: { by, atMs: nowMs } });
      return record(writing, operator.personId, { caseId, action: 'document-second-opinion', atMs: nowMs });
    }
    if (!mayDecide(check, by, nowMs)) throw refuse('not-allowed');
    if (decision.decision === 'accept' && !readsTheSame(check, decision)) throw refuse('document-differs');
    const agrees = isAccepted === (check.state === 'accepted');
    const changes = isSecond ? isAccepted && !agrees && writing.account.personId === null : true;
    if (isAccepted && changes) {
      const { phoneId } = writing.account;
      await settleMember(writing, { maskedName: check.maskedName, phoneId }, { nowMs, refuse });
    }
    const secondUntilMs = isSecond ? null : secondLookUntilMs(caseId, nowMs);
    // Pictures kept for a second look get their end now, so that no failure can extend it.
    await letGoOfPictures(writing, check, secondUntilMs ?? nowMs);
    await writing.write('documentChecks', {
      ...check,
      caseId,
      photoFileIds: secondUntilMs === null ? [] : check.photoFileIds,
      secondUntilMs,
      ...(changes && {
        state: isAccepted ? 'accepted' : 'refused',
        decidedAtMs: nowMs,
        decidedBy: by,
        refusal: decision.decision === 'refuse' ? documentRefusals[decision.reason] : null,
      }),
    });
    await record(writing, operator.personId, {
      caseId,
      action: isSecond ? secondActions[`${agrees}`] : firstActions[decision.decision],
      reason: decision.decision === 'refuse' ? decision.reason : null,
      atMs: nowMs,
    });
    if (changes) await addNews(writing, decidedNews(check, decision.decision, nowMs));
  }).catch((error: unknown) => {
    // The operator finds no document once its owner has erased it.
    throw error instanceof ErasedMeanwhile ? refuse('not-found') : error;
  });
  await tryToDeleteDuePictures(nowMs);
  return waitingDocuments(operator.personId, 0, nowMs);
};

const firstActions = { accept: 'document-accept', refuse: 'document-refuse' } as const;
const secondActions = { true: 'document-agree', false: 'document-disagree' } as const;

/** The entry names the operator alone, because a refused document belongs to no person. */
const record = async (
  writing: WritingFor,
  operatorId: string,
  deed: Omit<Deed, 'id' | 'actorId' | 'subjectId'>,
): Promise<void> => {
  const actorId = await nameable(writing, operatorId, { isNew: true });
  await note(writing, { ...deed, id: randomId(), actorId, subjectId: null });
};

/** This is about the account, because after a refusal there is no person behind it. */
const decidedNews = (
  { _id, account, submittedAtMs, state }: DocumentCheckDocument,
  choice: Decision['decision'],
  atMs: number,
) => {
  const cause = state === 'pending' ? `${_id}.${submittedAtMs}` : `${_id}.${submittedAtMs}.second`;
  return newsOf('document', { to: { account }, cause, facts: { choice }, atMs });
};

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
