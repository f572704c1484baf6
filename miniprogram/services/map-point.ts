import { nearestDistrict } from '../facts/regions/nearest-district';
import { regionFromAddress } from '../facts/regions/region-from-address';
import { regionLabel } from '../facts/regions/region-label';
import { ancestorsOf, isSmallest } from '../facts/regions/region-tree';
import type { Region } from '../facts/regions/region-tree';
import type { ChosenPlace } from '../model/chosen-place';

/**
 * Lets the user pick a spot on WeChat's map. Its region is the one that the address names; where the address names only
 * a province or a city, the one inside it whose centre is nearest. null when the user went back; throws when the map may not be opened.
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

function regionOfSpot(address: string, point: readonly [number, number]): Region {
  const named = regionFromAddress(address);
  if (named === undefined) return nearestDistrict(point);
  if (isSmallest(named)) return named;
  return nearestDistrict(point, ({ adcode }) => ancestorsOf(adcode).includes(named));
}
