import type { z } from 'zod';
import type { PublicFields } from '../shared/contract/documents';
import type { nearby } from '../shared/contract/search-calls';

export type NearbyInput = z.output<typeof nearby.input>;

/** The posts of a page and where the next one starts; null at the end. */
export interface FoundPage {
  posts: PublicFields[];
  nextCursor: string | null;
}
