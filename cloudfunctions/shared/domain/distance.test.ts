import fc from 'fast-check';
import { distanceMeters } from '@facts/distance';
import { pointAt } from './distance';

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
