import type { z } from 'zod';
import type { ListedDocument } from '../shared/adapters/post-search';
import type { nearby } from '../shared/contract/search-calls';

export type NearbyInput = z.output<typeof nearby.input>;

/** The posts of a page and where the next one starts; null at the end. */
export interface FoundPage {
  posts: ListedDocument[];
  nextCursor: string | null;
}
