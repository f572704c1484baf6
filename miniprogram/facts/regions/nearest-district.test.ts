import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nearestDistrict } from './nearest-district';
import { isSmallest, regions } from './region-tree';

const anyPoint = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
);

test('the nearest district is as near as an exhaustive search by haversine finds', () => {
  const leaves = regions.filter(isSmallest);
  fc.assert(
    fc.property(anyPoint, (point) => {
      const least = Math.min(...leaves.map(({ centre }) => haversine(point, centre)));
      expect(haversine(point, nearestDistrict(point).centre)).toBeCloseTo(least, 9);
    }),
    { numRuns: 50 },
  );
});

test('no district’s centre is nearer to another than to it', () => {
  const leaves = regions.filter(isSmallest);
  fc.assert(
    fc.property(fc.constantFrom(...leaves), ({ centre }) => {
      expect(nearestDistrict(centre).centre).toEqual(centre);
    }),
  );
});

/** Great-circle distance in earth radii. */
function haversine([lng1, lat1]: readonly [number, number], [lng2, lat2]: readonly [number, number]): number {
  const radians = Math.PI / 180;
  const h =
    Math.sin(((lat2 - lat1) * radians) / 2) ** 2 +
    Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * Math.sin(((lng2 - lng1) * radians) / 2) ** 2;
  return 2 * Math.asin(Math.min(1, Math.sqrt(h)));
}
