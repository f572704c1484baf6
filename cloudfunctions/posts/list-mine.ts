import type { postsCalls } from '../shared/contract/posts-calls';
import { isUnended } from '../shared/domain/post-life';
import { postsOf } from '../shared/adapters/post-store';
import { requireAccount } from '../shared/kernel/actor';
import type { OpenUseCase } from '../shared/kernel/procedure';
import { openedPost } from './post-view';
import { withWait } from './queue-wait';

export const listMine: OpenUseCase<typeof postsCalls.mine> = async (_input, { actor, nowMs, refuse }) => {
  const viewer = await actor();
  requireAccount(viewer, refuse);
  if (viewer.kind === 'guest') return { posts: [], nowMs };
  const posts = await postsOf(viewer.personId);
  const open = posts.filter((post) => isUnended(post, nowMs));
  const ended = posts.filter((post) => !isUnended(post, nowMs));
  const opened = [...open, ...ended].map((post) => withWait(openedPost(post, viewer, nowMs), post, nowMs));
  return { posts: await Promise.all(opened), nowMs };
};
