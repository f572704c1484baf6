import { describe, expect, test } from '@jest/globals';
import { agoText, remainingText } from './time-text';

const now = 1_670_000_000_000;
const minutes = (count: number): number => count * 60_000;

describe('times', () => {
  test.each([
    [0, '刚刚'],
    [minutes(-2), '刚刚'],
    [minutes(3), '3 分钟前'],
    [minutes(59.9), '59 分钟前'],
    [minutes(61), '1 小时前'],
    [minutes(25 * 60), '1 天前'],
  ])('%p ms ago reads %s', (passed, text) => {
    expect(agoText(now - passed, now)).toBe(text);
  });

  test.each([
    [-1, '已到期'],
    [0, '已到期'],
    [minutes(0.5), '不到 1 分钟'],
    [minutes(29.9), '还剩 29 分钟'],
    [minutes(5.5 * 60), /^到(今天|明天) \d\d:\d\d$/],
    [minutes(47.5 * 60), /^到\d+月\d+日 \d\d:\d\d$/],
  ])('%p ms left reads %s', (left, text) => {
    expect(remainingText(now + left, now)).toMatch(text);
  });
});
