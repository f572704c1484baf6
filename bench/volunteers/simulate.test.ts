import { simulate, type Day } from './simulate';

const day: Day = {
  postsAnHour: 20_000,
  doubtfulShare: 0.02,
  volunteers: 100,
  shiftHours: 8,
  pace: [40, 60],
  vanishingShare: 0.002,
  days: 1,
  seed: 3,
};

const p99 = (waits: readonly number[]): number =>
  [...waits].sort((left, right) => left - right)[Math.floor(0.99 * (waits.length - 1))] ?? 0;

test('a hundred volunteers keep up with two doubtful posts in a hundred; none is decided twice, none is lost', () => {
  const { waits, items, decidedTwice, forgotten, leftAtEndOfDay } = simulate(day);
  expect(items).toBe(9_600);
  expect(waits.plea.length + waits.need.length + waits.spare.length).toBe(items);
  expect([decidedTwice, forgotten]).toEqual([0, 0]);
  expect(leftAtEndOfDay.every((left) => left < 100)).toBe(true);
  expect(p99([...waits.plea, ...waits.need, ...waits.spare])).toBeLessThan(15 * 60_000);
});

test('with too few of them all posts wait, pleas for vulnerable people the least, and still none is lost', () => {
  const { waits, decidedTwice, forgotten } = simulate({ ...day, volunteers: 20 });
  expect([decidedTwice, forgotten]).toEqual([0, 0]);
  expect(p99(waits.plea)).toBeLessThan(0.7 * p99(waits.need));
});
