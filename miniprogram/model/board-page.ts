import type { CallOutput } from '../../cloudfunctions/shared/contract/contract';
import type { Reach } from '../../cloudfunctions/shared/contract/listed-post';
import type { Post } from '../../cloudfunctions/shared/contract/post';

/** A post in a list with what its answer left out. `distanceBand`: see facts/distance-bands.ts. */
export type FoundPost = Post & { distanceBand: number; reach: Reach; contactsLeft: number | null };

/** One page of a board. */
export type BoardPage = Pick<CallOutput<'search', 'nearby'>, 'nextCursor' | 'nowMs'> & { posts: FoundPost[] };

/** A list does not say until when a post is open; its own page does. */
export const unknownEnd = 0;
