import { distanceMeters } from '../../src/geo/sphere';
import type { Rank } from '../contestants/contestant';
import { allItems } from '../fixtures/items';
import type { PostColumns } from '../fixtures/post-columns';
import { postId } from '../fixtures/posts';
import type { Found } from './found';
import { pageSize, type NearbyQuery } from './query-kinds';

/**
 * The answer found by looking at every post.
 * @param rank orders the posts before their distance does; absent: nearest first
 */
export function exhaustiveAnswer(columns: PostColumns, query: NearbyQuery, rank?: Rank): Found[] {
  const { centre, items, skip, rareGroup = false } = query;
  const radiusMeters = rank ? Infinity : (query.radiusMeters ?? Infinity);
  const wanted = new Set(items.map((code) => allItems.indexOf(code)));
  const found: { index: number; meters: number; rank: number }[] = [];
  columns.item.forEach((item, index) => {
    if (!wanted.has(item) || (rareGroup && columns.rareGroup[index] === 0)) return;
    const meters = distanceMeters(...centre, columns.lng[index] ?? NaN, columns.lat[index] ?? NaN);
    if (meters > radiusMeters) return;
    found.push({ index, meters, rank: rank?.(meters, columns.priority[index] ?? 0) ?? 0 });
  });
  found.sort((a, b) => a.rank - b.rank || a.meters - b.meters);
  return found.slice(skip, skip + pageSize).map(({ index, meters }) => ({ id: postId(index), meters }));
}
