import { distanceMeters } from '../../cloudfunctions/shared/domain/distance';
import { MEDICINES } from '../data/medicines';
import type { PostColumns } from '../data/post-columns';
import { postId } from '../data/posts';
import type { Found } from './found';
import { PAGE_SIZE, type NearbyQuery } from './query-kinds';

/** The answer by looking at every post. */
export function exhaustiveAnswer(columns: PostColumns, query: NearbyQuery): Found[] {
  const { centre, medicines, radiusMeters = Infinity, skip, rareGroup = false } = query;
  const wanted = new Set(medicines.map((code) => MEDICINES.indexOf(code)));
  const found: { index: number; meters: number }[] = [];
  columns.medicine.forEach((medicine, index) => {
    if (!wanted.has(medicine) || (rareGroup && columns.rareGroup[index] === 0)) return;
    const meters = distanceMeters(centre, [columns.lng[index] ?? NaN, columns.lat[index] ?? NaN]);
    if (meters <= radiusMeters) found.push({ index, meters });
  });
  found.sort((a, b) => a.meters - b.meters);
  return found.slice(skip, skip + PAGE_SIZE).map(({ index, meters }) => ({ id: postId(index), meters }));
}
