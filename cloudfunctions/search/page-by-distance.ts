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
import { readCursor, writeCursor } from './page-cursor';
import type { FoundPage, Search, SearchFilter } from './found-page';

/** A page by distance: searches outwards until the page and one more post are settled, or nothing is left. */
export async function pageByDistance(input: SearchFilter, { nowMs, refuse }: Search): Promise<FoundPage> {
  const { pageSize } = input;
  const wanted = pageSize + 1;
  let settled: Settled<LocatedPost> = nothingSettled;
  let walk: Walk | null = firstWalk(readCursor(input.cursor, 'distance', refuse), pageSize);
  while (walk) {
    const found: Walked<LocatedPost> = await walkOutwards(input, walk, wanted, nowMs);
    settled = settle(settled, walk, found, wanted, pageSize);
    walk = settled.next;
  }
  const located = settled.posts.slice(0, pageSize);
  const last = located.at(-1);
  const more = settled.posts.length > pageSize;
  return {
    posts: located.flatMap(({ document }) => document ?? []),
    nextCursor: more && last ? writeCursor({ sort: 'distance', ...positionAt(last, settled) }) : null,
  };
}
