import { MissingNameDocument } from '../contract/feedback-documents';
import { command, database } from './database';
import { accepted, documents } from './stored';

const missingNames = () => database.collection('missingNames');

/** Names that at least so many people missed, the most wanted first. */
export async function namesMissedBy(people: number, limit: number): Promise<MissingNameDocument[]> {
  const answer = await missingNames()
    .where({ count: command.gte(people) })
    .orderBy('count', 'desc')
    .limit(limit)
    .get();
  return documents(MissingNameDocument, answer);
}

/** How many names fewer people missed. */
export async function countNamesMissedByFewer(people: number): Promise<number> {
  return (
    accepted(
      await missingNames()
        .where({ count: command.lt(people) })
        .count(),
    ).total ?? 0
  );
}

/** Removes names that were not counted since a moment; answers how many. */
export async function removeNamesBefore(momentMs: number): Promise<number> {
  const answer = await missingNames()
    .where({ atMs: command.lt(momentMs) })
    .remove();
  return accepted(answer).deleted ?? 0;
}
