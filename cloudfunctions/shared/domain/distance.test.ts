import fc from 'fast-check';
import { bandEndMeters, bandStartMeters, distanceBand, distanceMeters, pointAt } from './distance';

test.each([
  [0, 0],
  [1_000, 0],
  [1_000.5, 1],
  [2_000, 1],
  [50_000, 5],
  [100_000, 6],
  [100_001, 7],
  [9_000_000, 7],
])('%d m lies in band %d', (meters, band) => {
  expect(distanceBand(meters)).toBe(band);
});

test('every distance lies between the ends of its band', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 2e7, noNaN: true }), (meters) => {
      const band = distanceBand(meters);
      expect(meters).toBeLessThanOrEqual(bandEndMeters(band));
      if (band > 0) expect(meters).toBeGreaterThan(bandStartMeters(band));
    }),
  );
});

test('a point drawn at a distance is at that distance, across the date line too', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -89, max: 89, noNaN: true }),
      fc.double({ min: 1, max: 50_000, noNaN: true }),
      fc.double({ min: 0, max: 6.28, noNaN: true }),
      (lng, lat, meters, bearing) => {
        const there = pointAt([lng, lat], meters, bearing);
        expect(Math.abs(there[0])).toBeLessThanOrEqual(180);
        expect(Math.abs(distanceMeters([lng, lat], there) - meters)).toBeLessThan(0.01);
      },
    ),
  );
});

test('Beijing to Changsha is about 1,340 km', () => {
  expect(distanceMeters([116.4, 39.9], [112.93, 28.23]) / 1000).toBeCloseTo(1_337, -1);
});
