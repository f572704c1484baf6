import fc from 'fast-check';
import type { Coordinates } from '../contract/place';
import { distanceMeters, pointAt } from './distance';
import { blurMeters, choosePublicPoint } from './public-point';

const fraction = fc.double({ min: 0, max: 0.999999999, noNaN: true });
const place = fc.tuple(
  fc.double({ min: -179.9, max: 179.9, noNaN: true }),
  fc.double({ min: -80, max: 80, noNaN: true }),
) as fc.Arbitrary<Coordinates>;

test('a public point lies 300 to 700 m from the picked point, whatever came before', () => {
  fc.assert(
    fc.property(place, fc.array(place, { maxLength: 5 }), fraction, fraction, (picked, earlier, a, b) => {
      const meters = distanceMeters(picked, choosePublicPoint(picked, earlier, [a, b]));
      expect(meters).toBeGreaterThan(blurMeters.least - 1);
      expect(meters).toBeLessThan(blurMeters.most + 1);
    }),
  );
});

test('picking again within 100 m of the same spot shows the same public point', () => {
  fc.assert(
    fc.property(place, fraction, fraction, fraction, fraction, fraction, (picked, a, b, c, d, e) => {
      const first = choosePublicPoint(picked, [], [a, b]);
      const again = pointAt(picked, c * 99, d * 2 * Math.PI);
      expect(choosePublicPoint(again, [first], [e, a])).toEqual(first);
    }),
  );
});

test('posting from about the same spot a hundred times averages to nothing nearer than 300 m', () => {
  fc.assert(
    fc.property(place, fc.infiniteStream(fraction), (home, stream) => {
      const next = (): number => stream.next().value as number;
      const shown: Coordinates[] = [];
      for (let post = 0; post < 100; post += 1) {
        const picked = pointAt(home, next() * 90, next() * 2 * Math.PI);
        const point = choosePublicPoint(picked, shown, [next(), next()]);
        if (!shown.some((other) => other[0] === point[0] && other[1] === point[1])) shown.push(point);
      }
      // All hundred share one or two points: there is nothing to average away.
      expect(shown.length).toBeLessThanOrEqual(2);
    }),
    { numRuns: 100 },
  );
});

test('a fresh direction is uniform: no side is preferred', () => {
  const home: Coordinates = [112.93, 28.23];
  const sides = [0, 0, 0, 0];
  for (let i = 0; i < 4_000; i += 1) {
    const point = choosePublicPoint(home, [], [((i * 2_654_435_761) % 2 ** 32) / 2 ** 32, 0.5]);
    const side = (point[0] > home[0] ? 1 : 0) + (point[1] > home[1] ? 2 : 0);
    sides[side] = (sides[side] ?? 0) + 1;
  }
  for (const count of sides) expect(Math.abs(count - 1_000)).toBeLessThan(100);
});
