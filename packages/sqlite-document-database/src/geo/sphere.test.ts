import fc from 'fast-check';
import {
  distanceMeters,
  haversineFrom,
  haversineOfMeters,
  metersOfHaversine,
  type HaversineFrom,
} from './sphere';

const lng = fc.oneof(
  fc.constantFrom(-180, -179.9999, 0, 113.3, 179.9999, 180),
  fc.double({ min: -180, max: 180, noNaN: true }),
);
const lat = fc.oneof(
  fc.constantFrom(-90, -89.9999, 0, 23.1, 90),
  fc.double({ min: -90, max: 90, noNaN: true }),
);
const share = fc.double({ min: 0, max: 1, noNaN: true });

const leastTo = (from: HaversineFrom, west: number, south: number, east: number, north: number): number =>
  from.toBox(
    from.latTerm(south, north),
    from.lngTerm(west, east),
    Math.max(Math.abs(south), Math.abs(north)),
  );

test("no position in a box is nearer than the box's lower bound", () => {
  fc.assert(
    fc.property(
      lng,
      lat,
      fc.tuple(lng, lng),
      fc.tuple(lat, lat),
      share,
      share,
      (fromLng, fromLat, lngs, lats, x, y) => {
        const [west, east] = [Math.min(...lngs), Math.max(...lngs)];
        const [south, north] = [Math.min(...lats), Math.max(...lats)];
        const from = haversineFrom([fromLng, fromLat]);
        const inside = from.to(west + x * (east - west), south + y * (north - south));
        expect(leastTo(from, west, south, east, north)).toBeLessThanOrEqual(inside);
      },
    ),
    { numRuns: 5000 },
  );
});

test("no position outside a box is nearer than the outside's lower bound", () => {
  fc.assert(
    fc.property(fc.tuple(lng, lng, lng), fc.tuple(lat, lat, lat), lng, lat, (lngs, lats, toLng, toLat) => {
      const [west, fromLng, east] = lngs.sort((a, b) => a - b);
      const [south, fromLat, north] = lats.sort((a, b) => a - b);
      fc.pre(toLng < west || toLng > east || toLat < south || toLat > north);
      const from = haversineFrom([fromLng, fromLat]);
      // The two sides add up the same products in another order, so their last bits may differ.
      const haversine = from.to(toLng, toLat) * (1 + 1e-14);
      expect(from.outOfBox(west, south, east, north)).toBeLessThanOrEqual(haversine);
    }),
    { numRuns: 5000 },
  );
});

test('the lower bound for the outside of a small box is nearly the distance to its nearest side', () => {
  const from = haversineFrom([121.4, 31.2]);
  const said = metersOfHaversine(from.outOfBox(121.39, 31.1, 121.5, 31.3));
  expect(distanceMeters(121.4, 31.2, 121.39, 31.2) - said).toBeCloseTo(0, 1);
});

test('the lower bound for a small box is nearly the distance to its nearest corner', () => {
  const from = haversineFrom([121.4, 31.2]);
  const said = metersOfHaversine(leastTo(from, 121.5, 31.3, 121.51, 31.31));
  expect(distanceMeters(121.4, 31.2, 121.5, 31.3) - said).toBeLessThan(2);
});

test('converting metres to haversines and back changes nothing', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 20_000_000, noNaN: true }), (meters) => {
      expect(metersOfHaversine(haversineOfMeters(meters)) / meters).toBeCloseTo(1, 9);
    }),
  );
  expect(haversineOfMeters(Infinity)).toBe(1);
});
