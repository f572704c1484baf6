import fc from 'fast-check';
import { isSmallest, regionAt, regions } from '@facts/regions/region-tree';
import type { Coordinates } from '../contract/place';
import { distanceMeters } from '@facts/distance';
import { pointAt } from './distance';
import { fromFlat, toFlat } from './equal-area-map';
import { cellSideMeters, countryFromMeters, publicPointOf } from './public-point';

const degree = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** From the Nansha Islands to Mohe. */
const inChina = fc.tuple(degree(73, 136), degree(3, 54)) as fc.Arbitrary<Coordinates>;
const anywhere = fc.tuple(degree(-180, 180), degree(-90, 90)) as fc.Arbitrary<Coordinates>;
const seats = regions.filter(isSmallest).map(({ centre }): Coordinates => [centre[0], centre[1]]);
const seatOf = (adcode: string): Coordinates => {
  const [lng, lat] = regionAt(adcode)?.centre ?? [0, 0];
  return [lng, lat];
};
/** Around a district's centre, in its towns and beyond them. */
const nearSeat = fc
  .tuple(fc.constantFrom(...seats), degree(0, 1), degree(0, 1))
  .map(([seat, far, bearing]) => pointAt(seat, 25_000 * far, bearing * 2 * Math.PI));

test('the public point follows from the cell alone: points nearest to a middle show that middle', () => {
  fc.assert(
    fc.property(nearSeat, fc.array(fc.tuple(degree(0, 1), degree(0, 1)), { maxLength: 8 }), (home, steps) => {
      const shown = publicPointOf(home);
      expect(publicPointOf(shown)).toEqual(shown);
      // The circle within a hexagon is 0.866 of its side; the map is true to 4 %.
      for (const [far, bearing] of steps) {
        const neighbour = pointAt(shown, far * cellSideMeters.town * 0.82, bearing * 2 * Math.PI);
        expect(publicPointOf(neighbour)).toEqual(shown);
      }
    }),
    { numRuns: 500 },
  );
});

test('no public point is farther from what was picked than a cell allows', () => {
  fc.assert(
    fc.property(fc.oneof(nearSeat, inChina), (picked) => {
      const meters = distanceMeters(picked, publicPointOf(picked));
      // South of Hainan, far from the map's parallels, shapes are true to 15 %.
      const stretched = picked[1] < 18 ? 1.15 : 1.04;
      expect(meters).toBeLessThan((cellSideMeters.town + cellSideMeters.country) * stretched);
    }),
    { numRuns: 1_000 },
  );
});

test('within a town of any district, a public point is within a side of its cell', () => {
  fc.assert(
    fc.property(fc.constantFrom(...seats), degree(0, 1), degree(0, 1), (seat, far, bearing) => {
      const town = countryFromMeters - cellSideMeters.country * 1.1 - cellSideMeters.town * 1.1;
      const picked = pointAt(seat, far * town, bearing * 2 * Math.PI);
      expect(distanceMeters(picked, publicPointOf(picked))).toBeLessThan(cellSideMeters.town * 1.04);
    }),
    { numRuns: 500 },
  );
});

test('cells are equally large from Hainan to Mohe', () => {
  for (const adcode of ['460105', '430104', '110101', '210102', '650102', '232701']) {
    const seat = seatOf(adcode);
    const points = new Set<string>();
    const samples = 40;
    const reach = 4_500;
    // Whole cells within a square would need borders, so the share of one cell's picks is counted instead.
    let inside = 0;
    const shown = publicPointOf(seat).join();
    for (let east = -samples; east <= samples; east += 1)
      for (let north = -samples; north <= samples; north += 1) {
        const at = pointAt(
          pointAt(seat, (east / samples) * reach, Math.PI / 2),
          (north / samples) * reach,
          0,
        );
        const point = publicPointOf(at).join();
        points.add(point);
        if (point === shown) inside += 1;
      }
    const km2 = (inside / (2 * samples + 1) ** 2) * (2 * reach * 1e-3) ** 2;
    expect(km2).toBeGreaterThan(3.741 * 0.93);
    expect(km2).toBeLessThan(3.741 * 1.07);
    expect(points.size).toBeGreaterThan(15);
  }
});

test('the map comes back to where it started, anywhere on the globe', () => {
  fc.assert(
    fc.property(inChina, (point) => {
      expect(distanceMeters(fromFlat(toFlat(point)), point)).toBeLessThan(0.2);
    }),
  );
  fc.assert(
    fc.property(anywhere, (point) => {
      const [lng, lat] = publicPointOf(point);
      expect(Math.abs(lng)).toBeLessThanOrEqual(180);
      expect(Math.abs(lat)).toBeLessThanOrEqual(90);
    }),
  );
});
