import { ReviewDocument } from '../contract/moderation-documents';
import { lanes } from '../domain/queue';
import { command, database } from './database';
import { accepted, documents } from './stored';

const reviews = () => database.collection('reviews');

/** Items read of each lane: enough that a volunteer who may not decide some still finds one. */
const headSize = 12;

/** The items of each lane that wait longest, and claims whose time is over. */
export async function queueHead(nowMs: number): Promise<ReviewDocument[]> {
  const heads = await Promise.all([
    ...lanes.map((lane) =>
      reviews().where({ state: 'waiting', lane }).orderBy('sinceMs', 'asc').limit(headSize).get(),
    ),
    reviews()
      .where({ state: 'claimed', dueAtMs: command.lte(nowMs) })
      .orderBy('dueAtMs', 'asc')
      .limit(headSize)
      .get(),
  ]);
  return heads.flatMap((answer) => documents(ReviewDocument, answer));
}

/** Since when the item of a lane waits that waits longest; null when none does. */
export async function oldestInLane(lane: number): Promise<number | null> {
  const answer = await reviews().where({ state: 'waiting', lane }).orderBy('sinceMs', 'asc').limit(1).get();
  return documents(ReviewDocument, answer)[0]?.sinceMs ?? null;
}

/** How many items wait for a volunteer. */
export async function countWaiting(): Promise<number> {
  return accepted(await reviews().where({ state: 'waiting' }).count()).total ?? 0;
}

/** The reviews of one state whose time has come, the longest first. */
export async function dueReviews(
  state: ReviewDocument['state'],
  nowMs: number,
  limit: number,
): Promise<ReviewDocument[]> {
  const answer = await reviews()
    .where({ state, dueAtMs: command.lte(nowMs) })
    .orderBy('dueAtMs', 'asc')
    .limit(limit)
    .get();
  return documents(ReviewDocument, answer);
}

/** The owner has ended a waiting post, so nothing is left to decide. */
export async function closeReview(postId: string, nowMs: number): Promise<void> {
  accepted(
    await reviews()
      .where({ _id: postId, state: command.neq('decided') })
      .update({ state: 'decided', claimedBy: null, dueAtMs: nowMs, decision: null }),
  );
}
