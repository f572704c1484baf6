import type { OpenedPost } from '../shared/contract/post';
import { postsOf } from '../shared/adapters/post-store';
import { statusAt } from '../shared/domain/post-life';
import { CallError } from '../shared/kernel/call-error';
import type { Invocation } from '../shared/kernel/procedure';
import { openedPost } from './post-view';

export async function listMine(
  _input: unknown,
  { actor, nowMs }: Invocation,
): Promise<{ posts: OpenedPost[]; nowMs: number }> {
  const viewer = await actor();
  if (!viewer.openid) throw new CallError('sign-in-required');
  if (viewer.kind === 'guest') return { posts: [], nowMs };
  const posts = await postsOf(viewer.personId);
  const open = posts.filter((post) => statusAt(post, nowMs) === 'published');
  const ended = posts.filter((post) => statusAt(post, nowMs) !== 'published');
  return { posts: [...open, ...ended].map((post) => openedPost(post, viewer, nowMs)), nowMs };
}
