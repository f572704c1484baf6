import { expect, test } from '@jest/globals';
import { quotaText } from './quota-text';

const now = Date.parse('2022-12-20T12:00:00+08:00');
const back = Date.parse('2022-12-21T11:30:00+08:00');

test.each([
  [{ limit: 5, left: 5, nextBackAtMs: null }, '今天还能联系 5 位（一天最多 5 位）。'],
  [{ limit: 5, left: 2, nextBackAtMs: back }, '今天还能联系 2 位（一天最多 5 位）。明天 11:30 恢复一位。'],
  [{ limit: 5, left: 0, nextBackAtMs: back }, '一天 5 位已经用完。明天 11:30 恢复一位。'],
])('%j reads %s', (quota, text) => {
  expect(quotaText(quota, now)).toBe(text);
});
