import { keyedId } from './keyed-hash';
import { key } from './keys';

/**
 * One viewer and one post have one grant, because its id follows from both. The id is keyed by a secret, so that a
 * stored id and a list of posts do not reveal who contacted which.
 */
export const grantIdOf = (viewerId: string, postId: string): string =>
  keyedId(key('MODERATION_KEY'), 'grant', viewerId, postId);
