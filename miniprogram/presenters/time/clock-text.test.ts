import { describe, expect, test } from '@jest/globals';
import { clockText, durationText } from './clock-text';

const noon = Date.parse('2022-12-20T12:00:00+08:00');

describe('a time of day', () => {
  test.each([
    ['2022-12-20T23:59:00+08:00', '今天 23:59'],
    ['2022-12-21T00:00:00+08:00', '明天 00:00'],
    ['2022-12-22T09:05:00+08:00', '12月22日 09:05'],
  ])('%s seen at noon on the 20th is %s', (at, text) => {
    expect(clockText(Date.parse(at), noon)).toBe(text);
  });
});

describe('a time that is left', () => {
  test.each([
    [0, ''],
    [-1, ''],
    [59_999, '不到 1 分钟'],
    [40 * 60_000, '40 分钟'],
    [3_600_000, '1 小时'],
    [86_399_999, '23 小时 59 分钟'],
  ])('%d ms is %s', (left, text) => {
    expect(durationText(left)).toBe(text);
  });
});
