import { regionLabel } from '@facts/regions/region-label';
import { regionAt } from '@facts/regions/region-tree';
import type { Coordinates, Place } from '../shared/contract/place';
import { distanceMeters } from '../shared/domain/distance';
import { CallError } from '../shared/kernel/call-error';

/** Nowhere does a district, or a city, reach farther than this from its centre: a point beyond it is in another. */
const farthestMeters = 600_000;

export interface PostRegion {
  adcode: string;
  /** 湖南省长沙市岳麓区 */
  label: string;
  /** Whether a point is the region's centre: picked from the list of regions, not on the map. */
  isCentre: (point: Coordinates) => boolean;
}

/** The region that a post is listed under, with its full name; refused when it is not one or the point lies elsewhere. */
export function postRegion(place: Place): PostRegion {
  const region = regionAt(place.adcode);
  if (!region) throw new CallError('region-unknown', { field: 'place.adcode' });
  if (region.level === 'province')
    throw new CallError('region-unknown', { field: 'place.adcode', message: '请把位置选到区县。' });
  if (distanceMeters(place.point, [region.centre[0], region.centre[1]]) > farthestMeters)
    throw new CallError('region-unknown', {
      field: 'place.point',
      message: '选的位置不在这个地区，请重新选择。',
    });
  const [lng, lat] = region.centre;
  return {
    adcode: region.adcode,
    label: regionLabel(region.adcode),
    isCentre: (point) => point[0] === lng && point[1] === lat,
  };
}
