import { regionLabel } from '../../facts/regions/region-label';
import { isSmallest, regionAt } from '../../facts/regions/region-tree';
import type { ChosenPlace } from '../../model/chosen-place';

/** A region as a place: the position is its centre. undefined for an unknown code. */
export function regionPlace(adcode: string): ChosenPlace | undefined {
  const region = regionAt(adcode);
  if (region === undefined) return undefined;
  return {
    kind: 'region',
    name: region.name,
    regionLabel: regionLabel(adcode),
    place: { point: [...region.centre], adcode: region.adcode },
  };
}

/** Whether a post may be placed there: in a district, or in a city that has none. */
export function fitsPost(adcode: string): boolean {
  const region = regionAt(adcode);
  return region !== undefined && isSmallest(region);
}
