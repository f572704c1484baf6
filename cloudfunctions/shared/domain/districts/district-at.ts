import { nearestDistrict } from '@facts/regions/nearest-district';
import { cityCodeOf } from '@facts/regions/region-codes';
import { isSmallest, regions, type Region } from '@facts/regions/region-tree';
import type { Coordinates } from '../../contract/place';
import { outlineHolds } from './outline';

/** A point always lies in one of the districts with this many nearest centres. */
const candidateCount = 40;

/**
 * The district, or city without districts, around a point, by simplified outlines: a border may be off by a few hundred
 * metres. The outlines lack a few newer districts; inside the districts that surround those, the nearest centre
 * decides. A point in no outline (at sea) gets the district with the nearest centre.
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

/** Takes a degree of longitude to be as long as at the point's latitude. The many candidates make up for the error. */
function nearestFirst([lng, lat]: Coordinates): Region[] {
  const shortening = Math.cos((lat * Math.PI) / 180);
  const ranked = districts.map((region) => ({
    region,
    squared: ((region.centre[0] - lng) * shortening) ** 2 + (region.centre[1] - lat) ** 2,
  }));
  ranked.sort((a, b) => a.squared - b.squared);
  return ranked.slice(0, candidateCount).map(({ region }) => region);
}
