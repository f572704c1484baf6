import { expect, test } from '@jest/globals';
import { expiryAt, expiryIndexes, expiryWheels } from './expiry-months';

const lastEveningInGreenwich = Date.parse('2022-12-31T16:30:00Z');
const { columns, firstYear } = expiryWheels(lastEveningInGreenwich);

test('the first year is the one that China is in, whatever zone the phone is set to', () => {
  expect(firstYear).toBe(2023);
  expect(columns[0].slice(0, 2)).toEqual(['选年份', '2023年']);
  expect(columns[0].at(-1)).toBe('2033年');
  expect(columns[1]).toHaveLength(13);
});

test.each([
  [[0, 0], undefined],
  [[1, 0], undefined],
  [[0, 5], undefined],
  [[1, 5], '2023-05'],
  [[3, 12], '2025-12'],
])('wheels at %j say %s, and open there again', (indexes, month) => {
  expect(expiryAt(indexes, firstYear)).toBe(month);
  if (month !== undefined) expect(expiryIndexes(month, firstYear)).toEqual(indexes);
});

test('without a month the wheels show their words', () => {
  expect(expiryIndexes('', firstYear)).toEqual([0, 0]);
});
