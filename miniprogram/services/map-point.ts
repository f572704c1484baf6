import type { ChosenPlace } from '../model/chosen-place';
import { nearestSmallest, regionOfAddress } from '../presenters/region-search';
import { isSmallest, regionLabel } from '../presenters/region-lookup';

/**
 * Lets the user pick a spot on WeChat's map. Its region is the one that the address names, or else the one whose
 * centre is nearest. null when the user went back; throws when the map may not be opened.
 */
export async function pickOnMap(): Promise<ChosenPlace | null> {
  const spot = await wx.chooseLocation({}).catch((thrown: { errMsg?: string }) => {
    if (/cancel/.test(thrown.errMsg ?? '')) return null;
    throw thrown;
  });
  if (spot === null) return null;
  const point: [number, number] = [Number(spot.longitude), Number(spot.latitude)];
  const named = regionOfAddress(spot.address);
  const region = named !== undefined && isSmallest(named.adcode) ? named : nearestSmallest(point);
  const label = regionLabel(region.adcode);
  return {
    kind: 'point',
    name: spot.name === '' ? label : spot.name,
    regionLabel: label,
    place: { point, adcode: region.adcode },
  };
}
