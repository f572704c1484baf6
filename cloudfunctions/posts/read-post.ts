import type { postsCalls } from '../shared/contract/posts-calls';
import { contactsLeft } from '../shared/domain/admission';
import { statusAt } from '../shared/domain/post-life';
import { readDocument } from '../shared/adapters/ordered-writes';
import { campaign } from '../shared/kernel/campaign';
import type { OpenUseCase } from '../shared/kernel/procedure';
import { countOpening } from './count-opening';
import { withPhotos } from './post-photos';
import { openedPost } from './post-view';
import { withWait } from './queue-wait';

export const readPost: OpenUseCase<typeof postsCalls.read> = async ({ id }, { actor, nowMs, refuse }) => {
  const [post, viewer] = await Promise.all([readDocument('posts', id), actor()]);
  if (!post) throw refuse('not-found');
  const opened = openedPost(post, viewer, nowMs);
  if (opened.mine) return withWait(await withPhotos(opened, post), post, nowMs);
  if (statusAt(post, nowMs) !== 'published') throw refuse('post-closed');
  const admission = post.portions && (await readDocument('admissions', id));
  const left = contactsLeft(post, admission?.grants.length ?? 0, campaign.limits);
  if (viewer.kind !== 'member') return { ...opened, contactsLeft: left };
  // Counted first, because the photos are a part of what the day's limit keeps from being copied.
  const opensLeft = await countOpening(viewer.personId, id, nowMs, refuse);
  return withPhotos({ ...opened, opensLeft, contactsLeft: left }, post);
};
