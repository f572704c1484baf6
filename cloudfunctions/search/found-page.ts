import type { z } from 'zod';
import type { PublicFields } from '../shared/contract/documents';
import type { nearby } from '../shared/contract/search-calls';
import type { Invocation } from '../shared/kernel/procedure';

export type NearbyInput = z.output<typeof nearby.input>;

/** What is searched for. `onlyPriority`: posts for any vulnerable group. */
export type SearchFilter = NearbyInput & { onlyPriority?: boolean };

/** The search while it is served: what is searched for, and from where. */
export type Search = Invocation<typeof nearby>;

/** The posts of a page and where the next one starts; null at the end. */
export interface FoundPage {
  posts: PublicFields[];
  nextCursor: string | null;
}
