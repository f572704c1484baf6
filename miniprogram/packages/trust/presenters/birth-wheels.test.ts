import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { birthAt, birthIndexes, birthWheels } from './birth-wheels';

const nowMs = Date.UTC(2022, 11, 20, 4);
const { thisYear, columns } = birthWheels(nowMs);

test('wheels that were not turned file no date', () => {
  expect(birthIndexes('', thisYear)).toEqual([0, 0, 0]);
  for (const indexes of [
    [0, 0, 0],
    [38, 0, 0],
    [38, 5, 0],
    [0, 5, 17],
  ])
    expect(birthAt(indexes, thisYear)).toBeUndefined();
});

test.each([
  [[38, 5, 17], '1985-05-17'],
  [[23, 2, 29], '2000-02-29'],
  [[22, 2, 29], undefined],
  [[38, 4, 31], undefined],
])('%j is %s', (indexes, bornOn) => {
  expect(birthAt(indexes, thisYear)).toBe(bornOn);
});

test('every day of the wheels is found again, under the words that name it', () => {
  const days = fc.date({ min: new Date('1903-01-01'), max: new Date('2022-12-20'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (date) => {
      const bornOn = date.toISOString().slice(0, 10);
      const indexes = birthIndexes(bornOn, thisYear);
      expect(birthAt(indexes, thisYear)).toBe(bornOn);
      expect(indexes.map((index, wheel) => columns[wheel]?.[index])).toEqual([
        `${date.getUTCFullYear()}年`,
        `${date.getUTCMonth() + 1}月`,
        `${date.getUTCDate()}日`,
      ]);
    }),
  );
});
