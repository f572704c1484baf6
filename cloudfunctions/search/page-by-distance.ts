import {
  firstWalk,
  nothingSettled,
  positionAt,
  settle,
  type Settled,
  type Walk,
  type Walked,
} from '../shared/domain/distance-page';
import { walkOutwards, type LocatedPost } from '../shared/adapters/post-search';
import { readCursor, writeCursor, type CursorOf } from './page-cursor';
import { restingLast } from './resting-last';
import type { FoundPage, Search, SearchFilter } from './found-page';

/** A page by distance: searches outwards until the page and one more post are settled, or nothing is left. */
export function pageByDistance(input: SearchFilter, { nowMs, refuse }: Search): Promise<FoundPage> {
  const cursor = readCursor(input.cursor, 'distance', refuse);
  return restingLast(input, cursor, (filter, after) => readPage(filter, after, nowMs));
}

async function readPage(
  input: SearchFilter,
  cursor: CursorOf<'distance'> | null,
  nowMs: number,
): Promise<FoundPage> {
  const { pageSize, part } = input;
  const wanted = pageSize + 1;
  let settled: Settled<LocatedPost> = nothingSettled;
  let walk: Walk | null = firstWalk(cursor, pageSize);
  while (walk) {
    const found: Walked<LocatedPost> = await walkOutwards(input, walk, wanted, nowMs);
    settled = settle(settled, walk, found, wanted, pageSize);
    walk = settled.next;
  }
  const located = settled.posts.slice(0, pageSize);
  const last = located.at(-1);
  const more = settled.posts.length > pageSize;
  return {
    posts: located.flatMap(({ document, meters, openGrants }) =>
      document ? { document, meters, openGrants } : [],
    ),
    nextCursor:
      more && last
        ? writeCursor({ sort: 'distance', ...positionAt(last, settled), ...(part === 'other' && { part }) })
        : null,
  };
}
