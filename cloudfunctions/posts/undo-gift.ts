import type { PostDocument } from '../shared/contract/documents';
import type { postsCalls } from '../shared/contract/posts-calls';
import { giftUndone, isUnended } from '../shared/domain/post-life';
import { shownToBeThere } from '../shared/domain/post-question';
import { writeFor, type WritingFor } from '../shared/adapters/write-for';
import { authorOf } from '../shared/kernel/actor';
import { campaign } from '../shared/kernel/campaign';
import type { OwnerUseCase } from '../shared/kernel/procedure';
import { openedPost } from './post-view';

/**
 * A slip of the thumb took a portion off. Where it ended the post, the post is one of its owner's open ones again, if there is
 * still room for it.
 */
export const undoGift: OwnerUseCase<typeof postsCalls.undoGift, PostDocument> = async (
  { id },
  _found,
  owner,
  { nowMs, refuse },
) => {
  const post = await writeFor(authorOf(owner, nowMs), async (writing) => {
    const seen = await writing.read('posts', id);
    if (!seen) throw refuse('not-found');
    const fields = giftUndone(seen, nowMs);
    if (!fields) throw refuse('gift-final');
    if (seen.status !== 'published' && !(await reopen(writing, seen, nowMs)))
      throw refuse('too-many-open-posts');
    const next = shownToBeThere({ ...seen, ...fields }, nowMs, campaign.limits);
    await writing.write('posts', next);
    return next;
  });
  return openedPost(post, owner, nowMs);
};

/** Lists the post among its owner's open ones; answers whether there is room. */
async function reopen(
  { read, write, person }: WritingFor,
  { _id: id, board }: PostDocument,
  nowMs: number,
): Promise<boolean> {
  // A person whose open posts were never counted has them counted when they publish.
  if (!person?.openPosts) return true;
  const others = person.openPosts.filter((entry) => entry.id !== id);
  let open = 0;
  for (const entry of others) {
    if (entry.board !== board) continue;
    const post = await read('posts', entry.id);
    if (post && isUnended(post, nowMs)) open += 1;
  }
  if (open >= campaign.limits.openPostsPerBoard) return false;
  await write('persons', { ...person, openPosts: [...others, { id, board }] });
  return true;
}
