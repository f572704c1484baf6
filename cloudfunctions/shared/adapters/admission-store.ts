import { AdmissionDocument } from '../contract/documents';
import { command, database } from './database';
import { documents } from './stored';

/** How many open grants each of these posts has; a post that is missing here has none. One database operation. */
export async function openGrantsOf(postIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (postIds.length === 0) return new Map();
  const answer = await database
    .collection('admissions')
    .where({ _id: command.in([...postIds]) })
    .limit(postIds.length)
    .get();
  return grantCounts(answer);
}

/** The open grants of each post that the documents of `admissions` count. */
export const grantCounts = (answer: { data?: unknown }): ReadonlyMap<string, number> =>
  new Map(documents(AdmissionDocument, answer).map(({ _id, grants }) => [_id, grants.length]));
