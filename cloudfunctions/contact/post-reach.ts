import { isUnended, statusAt } from '../shared/domain/post-life';
import { givesNumber } from '../shared/domain/post-question';
import type { ReachFields } from '../shared/adapters/grant-store';

/** Whether the post of a contact has not ended, and its owner can be called now. */
export interface PostReach {
  isOpen: boolean;
  isReachable: boolean;
}

export const reachOf = (post: ReachFields | null, nowMs: number): PostReach => ({
  isOpen: post !== null && isUnended(post, nowMs),
  isReachable: post !== null && statusAt(post, nowMs) === 'published' && givesNumber(post, nowMs),
});
