import { isWithin } from './place-reading';
import { nearestDistrict } from './nearest-district';
import { regionsOfAddress } from './region-from-address';
import { isSmallest } from './region-tree';
import type { Region } from './region-tree';

/**
 * The smallest region of a spot on a map. The spot's address bounds the choice: among the districts of its city, or the
 * districts that it may mean, the one with the nearest centre is taken; without any, the nearest of the country.
 */
export function regionOfSpot(address: string, point: readonly [number, number]): Region {
  const named = regionsOfAddress(address);
  const [only] = named;
  if (only !== undefined && named.length === 1 && isSmallest(only)) return only;
  return nearestDistrict(point, (region) => named.some((one) => isWithin(region, one)));
}
