import { isWithin } from './place-reading';
import { nearestDistrict } from './nearest-district';
import { regionsOfAddress } from './region-from-address';
import { isSmallest } from './region-tree';
import type { Region } from './region-tree';

/**
 * The smallest region of a spot on a map. What its address names bounds the choice: of a city, or of several districts
 * that the address may mean, it is the one whose centre is nearest; without any, the nearest of the country.
 */
export function regionOfSpot(address: string, point: readonly [number, number]): Region {
  const named = regionsOfAddress(address);
  const [only] = named;
  if (only !== undefined && named.length === 1 && isSmallest(only)) return only;
  return nearestDistrict(point, (region) => named.some((one) => isWithin(region, one)));
}
