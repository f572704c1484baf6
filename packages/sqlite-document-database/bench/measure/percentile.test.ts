import fc from 'fast-check';
import { percentile } from './percentile';

test.each([
  [[3, 1, 2], 0.5, 2],
  [[1, 2, 3, 4], 0.5, 2],
  [[5], 0.99, 5],
  [[1, 2], 0, 1],
  [[1, 2], 1, 2],
])('of %j at %d is %d', (samples, share, expected) => {
  expect(percentile(samples, share)).toBe(expected);
});

test('of no samples is not a number', () => {
  expect(percentile([], 0.5)).toBeNaN();
});

test('is the least sample that the given share of all does not exceed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 }),
      fc.constantFrom(0.01, 0.25, 0.5, 0.9, 0.99, 1),
      (samples, share) => {
        const notAbove = (limit: number): number => samples.filter((sample) => sample <= limit).length;
        const fits = samples.filter((sample) => notAbove(sample) >= samples.length * share);
        expect(percentile(samples, share)).toBe(Math.min(...fits));
      },
    ),
  );
});
