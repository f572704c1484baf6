import fc from 'fast-check';
import type { Spot } from '../contract/documents';
import type { Coordinates } from '../contract/place';
import { distanceMeters, pointAt } from './distance';
import { withSpot } from './person';
import { blurMeters, choosePublicPoint, publicPointOfKnownPlace, type Draw } from './public-point';

const fraction = fc.double({ min: 0, max: 0.999999999, noNaN: true });
const draw: fc.Arbitrary<Draw> = fc.tuple(fraction, fraction, fraction, fraction);
/** From the Nansha Islands to Mohe. */
const place = fc.tuple(
  fc.double({ min: 73, max: 136, noNaN: true }),
  fc.double({ min: 3, max: 54, noNaN: true }),
) as fc.Arbitrary<Coordinates>;
/** One step from pick to pick: a bearing, and metres that are sometimes few and sometimes many. */
const step = fc.tuple(fraction, fc.oneof(fc.constant(0), fraction), fc.constantFrom(150, 600, 3_000, 9_000));
const walk = fc.tuple(place, fc.array(step, { minLength: 1, maxLength: 30 }));

const picksOf = ([start, steps]: [Coordinates, [number, number, number][]]): Coordinates[] => {
  const picks = [start];
  for (const [bearing, part, meters] of steps)
    picks.push(pointAt(picks.at(-1) ?? start, part * meters, bearing * 2 * Math.PI));
  return picks;
};

/** What is shown of picks made one after another. */
function shown(picks: readonly Coordinates[], drawOf: (area: string) => Draw): Spot[] {
  let spots: Spot[] = [];
  return picks.map((picked) => {
    const spot = choosePublicPoint(picked, spots, drawOf);
    spots = withSpot(spots, spot);
    return spot;
  });
}

test('every public point lies 300 to 700 m from its picked point, whatever came before', () => {
  fc.assert(
    fc.property(walk, fc.func(draw), (way, drawOf) => {
      const picks = picksOf(way);
      shown(picks, drawOf).forEach((spot, index) => {
        const meters = distanceMeters(picks[index] ?? way[0], spot.publicPoint.coordinates);
        expect(meters).toBeGreaterThan(blurMeters.least);
        expect(meters).toBeLessThan(blurMeters.most);
      });
    }),
    { numRuns: 500 },
  );
});

test('picking again within 100 m of the same spot shows the same public point', () => {
  fc.assert(
    fc.property(place, draw, fc.array(fc.tuple(fraction, fraction)), (home, fixed, again) => {
      const picks = again.map(([part, bearing]) => pointAt(home, part * 100, bearing * 2 * Math.PI));
      expect(new Set(shown([home, ...picks], () => fixed).map(nameOf)).size).toBe(1);
    }),
  );
});

test('the way home is in nothing shown: another secret shift shows the same picture, moved as a whole', () => {
  fc.assert(
    fc.property(walk, fc.func(draw), draw, (way, drawOf, [bearing, length]) => {
      const picks = picksOf(way);
      const one = shown(picks, drawOf);
      const other = shown(picks, (area) => [bearing, length, drawOf(area)[2], drawOf(area)[3]]);
      expect(other.map(({ area }) => area)).toEqual(one.map(({ area }) => area));
      expect(firstSeen(other)).toEqual(firstSeen(one));
      for (const area of new Set(one.map((spot) => spot.area))) {
        const moves = one.flatMap((spot, index) =>
          spot.area === area ? [difference(spot, other[index] ?? spot)] : [],
        );
        for (const move of moves)
          move.forEach((degrees, axis) => {
            // Two roundings to the sixth decimal.
            expect(Math.abs(degrees - (moves[0]?.[axis] ?? 0))).toBeLessThan(2.1e-6);
          });
      }
    }),
    { numRuns: 300 },
  );
});

test('erasing and picking again near the first spot shows it moved the same way', () => {
  const key: Draw = [0.3, 0.6, 0.1, 0.8];
  const home: Coordinates = [112.93, 28.23];
  const [before] = shown([home], () => key);
  const [after] = shown([pointAt(home, 10, 1)], () => key);
  expect(after?.area).toBe(before?.area);
  expect(
    distanceMeters(before?.publicPoint.coordinates ?? home, after?.publicPoint.coordinates ?? home),
  ).toBeLessThan(142);
});

test('a place that all know is moved 300 to 700 m too', () => {
  fc.assert(
    fc.property(place, draw, (centre, fixed) => {
      const meters = distanceMeters(centre, publicPointOfKnownPlace(centre, fixed));
      expect(meters).toBeGreaterThan(blurMeters.least);
      expect(meters).toBeLessThan(blurMeters.most);
    }),
  );
});

test('no side is preferred', () => {
  const home: Coordinates = [112.93, 28.23];
  const sides = [0, 0, 0, 0];
  for (let i = 0; i < 4_000; i += 1) {
    const bearing = ((i * 2_654_435_761) % 2 ** 32) / 2 ** 32;
    const { coordinates: point } = choosePublicPoint(home, [], () => [bearing, 0.5, 0.4, 0.6]).publicPoint;
    const side = (point[0] > home[0] ? 1 : 0) + (point[1] > home[1] ? 2 : 0);
    sides[side] = (sides[side] ?? 0) + 1;
  }
  for (const count of sides) expect(Math.abs(count - 1_000)).toBeLessThan(150);
});

const nameOf = ({ publicPoint }: Spot): string => publicPoint.coordinates.join();

/** For each spot, when it was first shown. */
const firstSeen = (spots: readonly Spot[]): number[] => {
  const names = spots.map(nameOf);
  return names.map((name) => names.indexOf(name));
};

const difference = (a: Spot, b: Spot): [number, number] => [
  b.publicPoint.coordinates[0] - a.publicPoint.coordinates[0],
  b.publicPoint.coordinates[1] - a.publicPoint.coordinates[1],
];
