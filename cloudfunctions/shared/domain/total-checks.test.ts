import fc from 'fast-check';
import { pauseMs } from './total-checks';

test.each([
  [0, 0],
  [1_000, 0],
  [1_001, 500],
  [1_100, 1_000],
  [1_650, 3_500],
  [1_700, 4_000],
  [1_000_000, 4_000],
])('with %i checks of 1,000 expected a check waits %i ms', (total, ms) => {
  expect(pauseMs(total, 1_000)).toBe(ms);
});

test('more checks never wait less, and none waits for ever', () => {
  const amount = fc.integer({ min: 0, max: 10_000_000 });
  fc.assert(
    fc.property(amount, amount, fc.integer({ min: 1, max: 1_000_000 }), (one, other, expected) => {
      const [fewer, more] = [Math.min(one, other), Math.max(one, other)];
      expect(pauseMs(more, expected)).toBeGreaterThanOrEqual(pauseMs(fewer, expected));
      expect(pauseMs(more, expected)).toBeLessThanOrEqual(4_000);
    }),
  );
});
