import { regionLabel } from '../facts/regions/region-label';
import { regionOfSpot } from '../facts/regions/region-of-spot';
import type { ChosenPlace } from '../model/chosen-place';

/**
 * Lets the user pick a spot on WeChat's map; its address bounds the region. null when the user went back; throws when
 * the map may not be opened.
 */
export async function pickOnMap(): Promise<ChosenPlace | null> {
  const spot = await wx.chooseLocation({}).catch((thrown: { errMsg?: string }) => {
    if (/cancel/.test(thrown.errMsg ?? '')) return null;
    throw thrown;
  });
  if (spot === null) return null;
  const point: [number, number] = [Number(spot.longitude), Number(spot.latitude)];
  const region = regionOfSpot(spot.address, point);
  const label = regionLabel(region.adcode);
  return {
    kind: 'point',
    name: spot.name === '' ? label : spot.name,
    regionLabel: label,
    place: { point, adcode: region.adcode },
  };
}
