import type { contactCalls } from '../shared/contract/contact-calls';
import type { PostDocument } from '../shared/contract/documents';
import { isUnended } from '../shared/domain/post-life';
import { boundToPost } from '../shared/adapters/grant-store';
import type { OwnerUseCase } from '../shared/kernel/procedure';
import { endGrant } from './binding/end-grant';

/** Ends the contacts of a post that is no longer open. */
export const settlePost: OwnerUseCase<typeof contactCalls.settle, PostDocument> = async (
  _input,
  post,
  _owner,
  { nowMs },
) => {
  if (isUnended(post, nowMs)) return { ended: 0 };
  return { ended: await endContactsOf(post._id, nowMs) };
};

/** Gives the numbers of a post that was closed back; answers how many. What fails here, the sweep does within a minute. */
export async function endContactsOf(postId: string, nowMs: number): Promise<number> {
  const bound = await boundToPost(postId);
  const outcomes = await Promise.all(bound.map((grant) => endGrant(grant, 'post-closed', nowMs)));
  return outcomes.filter((isEnded) => isEnded).length;
}
