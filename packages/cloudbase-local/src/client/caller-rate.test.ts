import { createCallerRate } from './caller-rate';

function rateAt(limit: number | undefined) {
  const clock = { ms: 5000 };
  return { clock, rate: createCallerRate(limit, () => clock.ms) };
}

test('a caller over the limit waits for the next second, and another caller is not affected', () => {
  const { clock, rate } = rateAt(2);
  clock.ms = 5250;
  expect([1, 2, 3].map(() => rate.count('search', 'anna'))).toEqual([0, 0, 750]);
  expect(rate.count('search', 'bert')).toBe(0);
  clock.ms = 6000;
  expect(rate.count('search', 'anna')).toBe(0);
});

test('each function has a limit of its own', () => {
  const { rate } = rateAt(1);
  expect([rate.count('search', 'anna'), rate.count('posts', 'anna'), rate.count('posts', 'anna')]).toEqual([
    0, 0, 1000,
  ]);
});

test('without a limit every call is admitted', () => {
  const { rate } = rateAt(undefined);
  expect(Array.from({ length: 100 }, () => rate.count('search', 'anna')).every((wait) => wait === 0)).toBe(
    true,
  );
});
