import { DocumentCheckDocument } from '../contract/documents';
import { command, database } from './database';
import { accepted, documents, idsOf } from './stored';

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

/** The ids of all checks of documents that name a person, from any account. */
export async function checksNaming(personId: string): Promise<string[]> {
  const answer = await database
    .collection('documentChecks')
    .where({ personId })
    .limit(100)
    .field({ _id: true })
    .get();
  return idsOf(answer);
}

/** Removes the counters of verification tries from before a day, `YYYY-MM-DD`; answers how many. */
export async function forgetAttemptsBefore(day: string): Promise<number> {
  const answer = await database
    .collection('attempts')
    .where({ day: command.lt(day) })
    .remove();
  return accepted(answer).deleted ?? 0;
}
