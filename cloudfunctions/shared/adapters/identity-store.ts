import { DocumentCheckDocument } from '../contract/check-document';
import { rounds } from '../domain/document-queue';
import { command, database } from './database';
import { accepted, documents, idsOf } from './stored';

const checks = () => database.collection('documentChecks');

/** Of each round the documents that wait longest for a decision, at most `limit`. */
export async function pendingDocuments(limit: number): Promise<DocumentCheckDocument[]> {
  const heads = await Promise.all(
    rounds.map((round) =>
      checks().where({ state: 'pending', round }).orderBy('submittedAtMs', 'asc').limit(limit).get(),
    ),
  );
  return heads.flatMap((answer) => documents(DocumentCheckDocument, answer));
}

export async function countPendingDocuments(): Promise<number> {
  return accepted(await checks().where({ state: 'pending' }).count()).total ?? 0;
}

/** Far more than a day's tenth of what operators can decide. */
const mostSecondLooks = 200;

/** Decided documents that wait for a second operator, those whose pictures go first before the others. */
export async function secondLooks(nowMs: number): Promise<DocumentCheckDocument[]> {
  const answer = await checks()
    .where({ secondUntilMs: command.gt(nowMs) })
    .orderBy('secondUntilMs', 'asc')
    .limit(mostSecondLooks)
    .get();
  return documents(DocumentCheckDocument, answer);
}

/** The ids of decided documents at which no second operator has looked in time. */
export async function lapsedSecondLooks(nowMs: number): Promise<string[]> {
  return idsOf(
    await checks()
      .where({ secondUntilMs: command.lte(nowMs) })
      .limit(mostSecondLooks)
      .field({ _id: true })
      .get(),
  );
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
