import { DocumentCheckDocument } from '../contract/documents';
import { command, database } from './database';
import { accepted, documents } from './stored';

const queueLimit = 20;

/** Documents that wait for a decision, the longest first. */
export async function pendingDocuments(): Promise<DocumentCheckDocument[]> {
  const answer = await database
    .collection('documentChecks')
    .where({ state: 'pending' })
    .orderBy('submittedAtMs', 'asc')
    .limit(queueLimit)
    .get();
  return documents(DocumentCheckDocument, answer);
}

/** Whether a picture belongs to somebody else's document than the check with this id. */
export async function areTaken(photoFileIds: readonly string[], ownCheckId: string): Promise<boolean> {
  const answer = await database
    .collection('documentChecks')
    .where({ photoFileIds: command.in([...photoFileIds]), _id: command.neq(ownCheckId) })
    .limit(1)
    .get();
  return documents(DocumentCheckDocument, answer).length > 0;
}

/** Forgets tries to be verified from before a day, `YYYY-MM-DD`; answers how many. */
export async function forgetAttemptsBefore(day: string): Promise<number> {
  const answer = await database
    .collection('attempts')
    .where({ day: command.lt(day) })
    .remove();
  return accepted(answer).deleted ?? 0;
}
