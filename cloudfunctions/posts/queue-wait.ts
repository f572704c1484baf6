import type { PostDocument } from '../shared/contract/documents';
import type { OpenedPost } from '../shared/contract/post';
import { expectedAfter } from '../shared/domain/owners-review';
import { laneOf } from '../shared/domain/queue';
import { oldestInLane } from '../shared/adapters/review-store';

/** Says how long the owner of a waiting post waits at the pace of today's queue. */
export async function withWait(opened: OpenedPost, post: PostDocument, nowMs: number): Promise<OpenedPost> {
  const { review } = opened;
  if (review?.state !== 'waiting' || review.expectedByMs === null) return opened;
  const oldestSinceMs = await oldestInLane(laneOf({ kind: review.isAppealed ? 'appeal' : 'post' }, post));
  return {
    ...opened,
    review: { ...review, expectedByMs: expectedAfter(review.sinceMs, oldestSinceMs, nowMs) },
  };
}
