import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chinaClock, chinaDay, chinaMonth, chinaSeconds, chinaSecondsMs } from './china-time';

test('the day, month and clock are those of China, not of Greenwich', () => {
  const evening = Date.parse('2022-11-30T17:05:09Z');
  expect(chinaDay(evening)).toBe('2022-12-01');
  expect(chinaMonth(evening)).toBe('2022-12');
  expect(chinaClock(evening)).toBe('01:05');
  expect(chinaSeconds(evening)).toBe('2022-12-01 01:05:09');
});

test('written seconds can be read again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
      expect(chinaSecondsMs(chinaSeconds(seconds * 1000))).toBe(seconds * 1000);
    }),
  );
});

test.each(['2022-02-30 00:00:00', '2022-12-20 24:00:00', '2022-12-20', '2022-12-20T00:00:00', ''])(
  '%j is not a time of the calendar',
  (text) => {
    expect(chinaSecondsMs(text)).toBeUndefined();
  },
);
