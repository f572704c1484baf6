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
  const bound = await boundToPost(post._id);
  const outcomes = await Promise.all(bound.map((grant) => endGrant(grant, 'post-closed', nowMs)));
  return { ended: outcomes.filter((isEnded) => isEnded).length };
};
