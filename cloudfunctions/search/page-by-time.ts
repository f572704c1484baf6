import { distanceMeters } from '@facts/distance';
import { segmentsOf } from '../shared/domain/time-segments';
import type { PostDocument } from '../shared/contract/documents';
import { openGrantsOf } from '../shared/adapters/admission-store';
import { newestIn } from '../shared/adapters/post-search';
import { readCursor, writeCursor } from './page-cursor';
import type { FoundPage, Search, SearchFilter } from './found-page';

/** A page by time: searches segment after segment, the nearest first, until the page and one more post are found. */
export async function pageByTime(input: SearchFilter, { nowMs, refuse }: Search): Promise<FoundPage> {
  const cursor = readCursor(input.cursor, 'time', refuse);
  const segments = segmentsOf(input.place.adcode, input.within);
  const wanted = input.pageSize + 1;
  const found: { post: PostDocument; segment: number }[] = [];
  for (let segment = cursor?.segment ?? 0; segment < segments.length && found.length < wanted; segment += 1) {
    const region = segments[segment];
    if (!region) break;
    const after = cursor && cursor.segment === segment ? cursor : null;
    const posts = await newestIn(input, region, after, wanted - found.length, nowMs);
    found.push(...posts.map((post) => ({ post, segment })));
  }
  const page = found.slice(0, input.pageSize);
  const last = page.at(-1);
  const openGrants = await openGrantsOf(input.board === 'spare' ? page.map(({ post }) => post._id) : []);
  return {
    posts: page.map(({ post }) => ({
      document: post,
      meters: distanceMeters(input.place.point, (post.searchPoint ?? post.publicPoint).coordinates),
      openGrants: openGrants.get(post._id) ?? 0,
    })),
    nextCursor:
      found.length > input.pageSize && last
        ? writeCursor({
            sort: 'time',
            id: last.post._id,
            timeRank: last.post.timeRank,
            segment: last.segment,
          })
        : null,
  };
}
