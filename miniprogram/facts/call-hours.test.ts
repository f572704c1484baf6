import { expect, test } from '@jest/globals';
import { callHoursText, isCallTime } from './call-hours';

const at = (clock: string): number => Date.parse(`2022-12-20T${clock}:00+08:00`);
const evening = { from: 18, until: 22 };
const night = { from: 20, until: 6 };

test.each([
  [evening, '17:59', false],
  [evening, '18:00', true],
  [evening, '21:59', true],
  [evening, '22:00', false],
  [night, '19:59', false],
  [night, '20:00', true],
  [night, '05:59', true],
  [night, '06:00', false],
  [{ from: 8, until: 24 }, '23:59', true],
  [null, '03:00', true],
])('with the hours %j somebody can be called at %s: %s', (hours, clock, isCallable) => {
  expect(isCallTime(hours, at(clock))).toBe(isCallable);
});

test('hours are written as people say them', () => {
  expect(callHoursText(evening)).toBe('18–22点');
});
