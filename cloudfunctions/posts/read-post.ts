import type { OpenedPost } from '../shared/contract/post';
import { statusAt } from '../shared/domain/post-life';
import { CallError } from '../shared/kernel/call-error';
import type { Invocation } from '../shared/kernel/procedure';
import { loadPost } from './act-on-post';
import { openedPost } from './post-view';

export async function readPost(input: { id: string }, { actor, nowMs }: Invocation): Promise<OpenedPost> {
  const [post, viewer] = await Promise.all([loadPost(input), actor()]);
  const opened = openedPost(post, viewer, nowMs);
  if (!opened.mine && statusAt(post, nowMs) !== 'published') throw new CallError('post-closed');
  return opened;
}
