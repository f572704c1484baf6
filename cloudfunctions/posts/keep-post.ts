import type { PostDocument } from '../shared/contract/documents';
import type { postsCalls } from '../shared/contract/posts-calls';
import { begunAgain } from '../shared/domain/matching';
import { statusAt } from '../shared/domain/post-life';
import { kept } from '../shared/domain/post-question';
import { writeFor } from '../shared/adapters/write-for';
import { authorOf } from '../shared/kernel/actor';
import { campaign } from '../shared/kernel/campaign';
import type { OwnerUseCase } from '../shared/kernel/procedure';
import { openedPost } from './post-view';
import { tellWaiting } from './tell-waiting';

/**
 * 还有 or 还需要: the question is answered, and the post has its place in the order again. Those who asked to be called back read it, and
 * have a head start before it is announced to those who began to wait, or asked to be notified, since it was.
 */
export const keepPost: OwnerUseCase<typeof postsCalls.keep, PostDocument> = async (
  { id },
  _found,
  owner,
  { nowMs, refuse },
) => {
  const post = await writeFor(authorOf(owner, nowMs), async (ordered) => {
    const { read, write } = ordered;
    const seen = await read('posts', id);
    if (!seen) throw refuse('not-found');
    if (statusAt(seen, nowMs) !== 'published') throw refuse('post-closed');
    if (seen.question === null && !seen.isResting) return seen;
    const next = kept(seen, nowMs, campaign.limits);
    await write('posts', next);
    const told = await tellWaiting(ordered, { before: seen, after: next, nowMs });
    const round = await read('rounds', id);
    const headStartMs = told > 0 ? campaign.limits.matching.headStartMinutes * 60_000 : 0;
    if (round) await write('rounds', begunAgain(round, nowMs + headStartMs));
    return next;
  });
  return openedPost(post, owner, nowMs);
};
