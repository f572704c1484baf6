import type { shareCalls } from '../shared/contract/share-calls';
import { readDocument } from '../shared/adapters/ordered-writes';
import { statusAt } from '../shared/domain/post-life';
import type { OpenUseCase } from '../shared/kernel/procedure';

/** Nothing is shown of a post that was taken down or never public. */
const wasPublic: ReadonlySet<string> = new Set(['published', 'fulfilled', 'withdrawn', 'expired']);

export const readEndedPost: OpenUseCase<typeof shareCalls.endedPost> = async ({ id }, { nowMs, refuse }) => {
  const post = await readDocument('posts', id);
  if (!post || !wasPublic.has(statusAt(post, nowMs))) throw refuse('not-found');
  return {
    board: post.board,
    items: post.itemCodes,
    regionLabel: post.regionLabel,
    place: { point: post.publicPoint.coordinates, adcode: post.districtCode },
  };
};
