import { keyedId } from './keyed-hash';

/** One viewer and one post have one grant: its id follows from both. */
export const grantIdOf = (viewerId: string, postId: string): string => keyedId('grant', viewerId, postId);
