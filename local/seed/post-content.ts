import { emptyBody } from '../../cloudfunctions/shared/contract/post-body';
import type { PostBody } from '../../cloudfunctions/shared/contract/post-body';

/** What a person fills into either form; owner, place and time come from elsewhere. */
export type PostContent = PostBody;

/** A form filled in with these; the rest is left as the form begins. */
export function postContent(filledIn: Partial<PostContent> & Pick<PostContent, 'items'>): PostContent {
  return { ...emptyBody, ...filledIn };
}
