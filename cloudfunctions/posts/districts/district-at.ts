import { nearestDistrict } from '@facts/regions/nearest-district';
import { cityCodeOf } from '@facts/regions/region-codes';
import { isSmallest, regions, type Region } from '@facts/regions/region-tree';
import type { Coordinates } from '../../shared/contract/place';
import { outlineHolds } from './outline';

/** A point always lies in one of the districts with this many nearest centres. */
const candidateCount = 40;

/**
 * The district, or city without districts, that a point lies in, by simplified outlines: a border may be off by a few
 * hundred metres. The outlines lack a few districts that are younger than they are; within what surrounds them the nearest
 * centre decides. A point in no outline (at sea) has the district whose centre is nearest.
 */
export function districtAt(point: Coordinates): Region {
  const around = nearestFirst(point).find(({ adcode }) => outlineHolds(adcode, point));
  if (!around) return nearestDistrict(point);
  const city = cityCodeOf(around.adcode);
  return nearestDistrict(
    point,
    (region) =>
      region === around ||
      (cityCodeOf(region.adcode) === city && outlineHolds(region.adcode, point) === undefined),
  );
}

const districts = regions.filter(isSmallest);

/** This bound is coarse but leaves out no candidate: a degree of longitude is as short as it is at the point's latitude. */
function nearestFirst([lng, lat]: Coordinates): Region[] {
  const shortening = Math.cos((lat * Math.PI) / 180);
  const ranked = districts.map((region) => ({
    region,
    squared: ((region.centre[0] - lng) * shortening) ** 2 + (region.centre[1] - lat) ** 2,
  }));
  ranked.sort((a, b) => a.squared - b.squared);
  return ranked.slice(0, candidateCount).map(({ region }) => region);
}
