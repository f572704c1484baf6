import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { timeRank } from './time-rank';

const hourMs = 3_600_000;
const time = fc.integer({ min: 1_670_000_000_000, max: 1_900_000_000_000 });
const priority = fc.constantFrom<0 | 1>(0, 1);

test('ranks sort by hour, then priority, then time', () => {
  fc.assert(
    fc.property(
      time,
      priority,
      fc.integer({ min: -2 * hourMs, max: 2 * hourMs }),
      priority,
      (at, first, apart, second) => {
        const a = { at, priority: first };
        const b = { at: at + apart, priority: second };
        const expected =
          Math.floor(a.at / hourMs) - Math.floor(b.at / hourMs) || a.priority - b.priority || a.at - b.at;
        expect(Math.sign(timeRank(a.at, a.priority) - timeRank(b.at, b.priority))).toBe(Math.sign(expected));
      },
    ),
  );
});

test('a rank is an exact integer', () => {
  fc.assert(fc.property(time, priority, (at, p) => expect(Number.isSafeInteger(timeRank(at, p))).toBe(true)));
});
