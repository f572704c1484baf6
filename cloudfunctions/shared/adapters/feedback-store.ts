import { FeedbackDocument } from '../contract/feedback-documents';
import { command, database } from './database';
import { accepted, documents } from './stored';

const feedback = () => database.collection('feedback');

/** Most messages of one person that are ever listed. */
const ownListLimit = 20;

/** The messages of these authors, the newest first. */
export async function feedbackOf(authors: readonly string[]): Promise<FeedbackDocument[]> {
  const answer = await feedback()
    .where({ author: command.in([...authors]) })
    .orderBy('atMs', 'desc')
    .limit(ownListLimit)
    .get();
  return documents(FeedbackDocument, answer);
}

/** Messages without an answer, the longest first. */
export async function feedbackWaiting(limit: number): Promise<FeedbackDocument[]> {
  const answer = await feedback().where({ state: 'waiting' }).orderBy('atMs', 'asc').limit(limit).get();
  return documents(FeedbackDocument, answer);
}

/** Removes messages from before a moment; answers how many. */
export async function removeFeedbackBefore(momentMs: number): Promise<number> {
  const answer = await feedback()
    .where({ atMs: command.lt(momentMs) })
    .remove();
  return accepted(answer).deleted ?? 0;
}
