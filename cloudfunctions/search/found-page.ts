import type { z } from 'zod';
import type { ListedFields } from '../shared/contract/documents';
import type { nearby } from '../shared/contract/search-calls';
import type { BoardPart } from '../shared/adapters/post-search';
import type { Invocation } from '../shared/kernel/procedure';

export type NearbyInput = z.output<typeof nearby.input>;

/** The criteria of a search. `onlyPriority`: posts for any vulnerable group. */
export type SearchFilter = NearbyInput & { onlyPriority?: boolean; part?: BoardPart };

/** A search in progress: its criteria and its centre. */
export type Search = Invocation<typeof nearby>;

/** A post, how far it is from the centre of the search, in metres, and how many open grants a spare has. */
export interface FoundPost {
  document: ListedFields;
  meters: number;
  openGrants: number;
}

/** The posts of a page and where the next one starts; null at the end. */
export interface FoundPage {
  posts: FoundPost[];
  nextCursor: string | null;
}
