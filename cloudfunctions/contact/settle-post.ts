import type { PostDocument } from '../shared/contract/documents';
import { statusAt } from '../shared/domain/post-life';
import { boundToPost } from '../shared/adapters/grant-store';
import { readDocument } from '../shared/adapters/ordered-writes';
import type { Member } from '../shared/kernel/actor';
import { CallError } from '../shared/kernel/call-error';
import type { Invocation } from '../shared/kernel/procedure';
import { endGrant } from './end-grant';

export async function loadPost({ postId }: { postId: string }): Promise<PostDocument> {
  const post = await readDocument('posts', postId);
  if (!post) throw new CallError('not-found');
  return post;
}

/** Ends the contacts of a post that is no longer open. */
export async function settlePost(
  _input: unknown,
  post: PostDocument,
  _owner: Member,
  { nowMs }: Invocation,
): Promise<{ ended: number }> {
  if (statusAt(post, nowMs) === 'published') return { ended: 0 };
  const bound = await boundToPost(post._id);
  const outcomes = await Promise.all(bound.map((grant) => endGrant(grant, 'post-closed', nowMs)));
  return { ended: outcomes.filter((isEnded) => isEnded).length };
}
