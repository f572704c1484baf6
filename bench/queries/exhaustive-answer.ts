import { distanceBand } from '@facts/distance-bands';
import { distanceMeters } from '../../cloudfunctions/shared/domain/distance';
import { MEDICINES } from '../data/medicines';
import type { PostColumns } from '../data/post-columns';
import { postId } from '../data/posts';
import type { Found } from './found';
import { PAGE_SIZE, type NearbyQuery } from './query-kinds';

/**
 * The answer by looking at every post.
 * @param order that of the product's boards (band by band, within one those with priority first), else nearest first
 */
export function exhaustiveAnswer(columns: PostColumns, query: NearbyQuery, order?: 'board'): Found[] {
  const { centre, medicines, skip, rareGroup = false } = query;
  const radiusMeters = order === 'board' ? Infinity : (query.radiusMeters ?? Infinity);
  const wanted = new Set(medicines.map((code) => MEDICINES.indexOf(code)));
  const found: { index: number; meters: number; rank: number }[] = [];
  columns.medicine.forEach((medicine, index) => {
    if (!wanted.has(medicine) || (rareGroup && columns.rareGroup[index] === 0)) return;
    const meters = distanceMeters(centre, [columns.lng[index] ?? NaN, columns.lat[index] ?? NaN]);
    if (meters > radiusMeters) return;
    const rank = order === 'board' ? 2 * distanceBand(meters) - (columns.priority[index] ?? 0) : 0;
    found.push({ index, meters, rank });
  });
  found.sort((a, b) => a.rank - b.rank || a.meters - b.meters);
  return found.slice(skip, skip + PAGE_SIZE).map(({ index, meters }) => ({ id: postId(index), meters }));
}
