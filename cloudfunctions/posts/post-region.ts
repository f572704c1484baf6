import { regionLabel } from '@facts/regions/region-label';
import { regionAt } from '@facts/regions/region-tree';
import type { Coordinates, Place } from '../shared/contract/place';
import { distanceMeters } from '../shared/domain/distance';
import type { Refuse } from '../shared/kernel/refuse';

/** No district or city reaches farther than this from its centre: a point beyond it lies in another. */
const farthestMeters = 600_000;

export interface PostRegion {
  adcode: string;
  /** 湖南省长沙市岳麓区 */
  label: string;
  /** Whether a point is the region's centre: picked from the list of regions, not on the map. */
  isCentre(point: Coordinates): boolean;
}

/** The region that a post is listed under. Throws when there is no such region, or the point lies elsewhere. */
export function postRegion(place: Place, refuse: Refuse<'region-unknown'>): PostRegion {
  const region = regionAt(place.adcode);
  if (!region) throw refuse('region-unknown', { field: 'place.adcode' });
  if (region.level === 'province')
    throw refuse('region-unknown', { field: 'place.adcode', message: '请把位置选到区县。' });
  if (distanceMeters(place.point, [region.centre[0], region.centre[1]]) > farthestMeters)
    throw refuse('region-unknown', {
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
