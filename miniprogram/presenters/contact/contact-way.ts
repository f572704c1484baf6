import type { Self } from '../../../cloudfunctions/shared/contract/identity-calls';
import type { OpenedPost } from '../../../cloudfunctions/shared/contract/post';

/** How a viewer can reach a post's owner: at once, after verification, or not at all. */
export type ContactWay = 'contact' | 'verify' | 'none';

/** `self` matters only where the viewer may not contact the post now. */
export function contactWay(post: Pick<OpenedPost, 'can' | 'mine' | 'status'>, self: Self | null): ContactWay {
  if (post.can.contact) return 'contact';
  if (post.mine || post.status !== 'published' || self === null) return 'none';
  return isComplete(self) ? 'none' : 'verify';
}

/** Verified and with a phone: the person has done everything that we require. */
export const isComplete = (self: Pick<Self, 'verification' | 'phoneBound'>): boolean =>
  self.verification === 'verified' && self.phoneBound;
