import { regionLabel } from '@facts/regions/region-label';
import { regionAt } from '@facts/regions/region-tree';
import type { Coordinates, Place } from '../contract/place';
import { distanceMeters } from '@facts/distance';
import { districtAt } from './districts/district-at';
import { publicPointOf } from './public-point';

/** No district or city reaches farther than this from its centre: a point beyond it lies in another. */
const farthestMeters = 600_000;

/** Everything that is kept of a picked place: the point at which the post is shown, and its region. */
export interface PublicPlace {
  publicPoint: Coordinates;
  region: { adcode: string; label: string };
}

/** What is wrong with a picked place. */
export interface PlaceFault {
  field: string;
  message?: string;
}

/**
 * The public place for a picked one. The district is that of the public point, because the picked point's own district
 * would reveal on which side of a border within the cell it is. A region's centre, which is public and picked from a
 * list, stays as it is. A fault when the region does not exist or the point is outside it.
 */
export function publicPlaceOf({ point, adcode }: Place): PublicPlace | { fault: PlaceFault } {
  const region = regionAt(adcode);
  if (!region) return { fault: { field: 'place.adcode' } };
  if (region.level === 'province') return { fault: { field: 'place.adcode', message: '请把位置选到区县。' } };
  const centre: Coordinates = [region.centre[0], region.centre[1]];
  if (point[0] === centre[0] && point[1] === centre[1]) return placeIn(region.adcode, centre);
  if (distanceMeters(point, centre) > farthestMeters)
    return { fault: { field: 'place.point', message: '选的位置不在这个地区，请重新选择。' } };
  const publicPoint = publicPointOf(point);
  return placeIn(districtAt(publicPoint).adcode, publicPoint);
}

const placeIn = (adcode: string, publicPoint: Coordinates): PublicPlace => ({
  publicPoint,
  region: { adcode, label: regionLabel(adcode) },
});
