import fc from 'fast-check';
import { addedWaits, binMinutes, binOf, medianMinutes } from './waiting-times';

const minuteMs = 60_000;
const waitsOf = (minutes: readonly number[]): number[] =>
  minutes.reduce<number[]>(
    (waits, each) => waits.map((count, bin) => count + Number(bin === binOf(each * minuteMs))),
    addedWaits([], []),
  );

test.each([
  [[], null],
  [[1, 1, 1], 3],
  [[20, 20], 23],
  [[1, 40, 5000], 38],
  [[9000], 2880],
])('the median of %j minutes is about %j', (minutes, median) => {
  expect(medianMinutes(waitsOf(minutes))).toBe(median);
});

test('the median lies in the bin of the true one', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2879), { minLength: 1, maxLength: 60 }), (minutes) => {
      const sorted = [...minutes].sort((a, b) => a - b);
      const bin = binOf((sorted[Math.ceil(sorted.length / 2) - 1] ?? 0) * minuteMs);
      const median = medianMinutes(waitsOf(minutes)) ?? -1;
      expect(median).toBeGreaterThanOrEqual(binMinutes[bin - 1] ?? 0);
      expect(median).toBeLessThanOrEqual(binMinutes[bin] ?? Infinity);
    }),
  );
});

test('histograms of two days are those of both days together', () => {
  const days = fc.tuple(fc.array(fc.nat(5000)), fc.array(fc.nat(5000)));
  fc.assert(
    fc.property(days, ([one, other]) => {
      expect(addedWaits(waitsOf(one), waitsOf(other))).toEqual(waitsOf([...one, ...other]));
    }),
  );
});
