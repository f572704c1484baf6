import { writeCursor, type CursorOf } from './page-cursor';
import type { FoundPage, SearchFilter } from './found-page';

/** Reads a page of one part of the board, from the cursor of that part or from its beginning. */
type ReadPage = (filter: SearchFilter, cursor: CursorOf<'distance'> | null) => Promise<FoundPage>;

/**
 * A page by distance: those that rest come after all others within 50 km, and before what is farther. A page that others fill
 * needs no more operations than without; the last of them needs those of one more search.
 */
export async function restingLast(
  input: SearchFilter,
  cursor: CursorOf<'distance'> | null,
  readPage: ReadPage,
): Promise<FoundPage> {
  if (cursor?.part) return readPage({ ...input, part: cursor.part }, cursor);
  const there = await readPage({ ...input, part: 'near-and-there' }, cursor);
  if (there.nextCursor !== null) return there;
  const room = input.pageSize - there.posts.length;
  const others = await readPage({ ...input, part: 'other', pageSize: Math.max(room, 1) }, null);
  if (room > 0) return { posts: [...there.posts, ...others.posts], nextCursor: others.nextCursor };
  return { ...there, nextCursor: others.posts.length > 0 ? writeCursor(beforeOthers) : null };
}

/** The cursor that all of the other part follow. */
const beforeOthers = {
  sort: 'distance',
  id: '0'.repeat(32),
  priority: 1,
  meters: 0,
  dense: false,
  part: 'other',
} as const satisfies CursorOf<'distance'>;
