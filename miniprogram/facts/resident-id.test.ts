import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ageYears, birthDayOf, checkCharacter, idFault, normalizeIdNumber } from './resident-id';

const now = Date.parse('2022-12-20T12:00:00+08:00');
const withCheck = (first17: string) => first17 + checkCharacter(first17);

describe('a resident ID number', () => {
  test.each([
    ['11010519491231002X', null],
    ['110105194912310021', 'id-number-invalid'],
    ['1101051949123100', 'id-number-invalid'],
    ['', 'id-number-invalid'],
    [withCheck('11010519900230001'), 'id-number-invalid'],
    [withCheck('11010520230101001'), 'id-number-invalid'],
    [withCheck('11010517500101001'), 'id-number-invalid'],
    [withCheck('01010519900101001'), 'id-number-invalid'],
    [withCheck('43010420041220001'), null],
    [withCheck('43010420041221001'), 'under-age'],
    [withCheck('81000019900101001'), 'document-route'],
    [withCheck('83000019900101001'), 'document-route'],
    [withCheck('91156019900101001'), 'document-route'],
  ])('%s is judged %s', (number, fault) => {
    expect(idFault(number, now)).toBe(fault);
  });

  test('is read as people type it', () => {
    expect(normalizeIdNumber(' 110105 19491231-002x ')).toBe('11010519491231002X');
    expect(normalizeIdNumber('11010519491231002x')).toBe('11010519491231002X');
    expect(normalizeIdNumber('１１０１０５１９４９１２３１００２Ｘ')).toBe('11010519491231002X');
  });

  test('any single wrong digit is noticed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const number = '11010519491231002X';
        const digit = (Number(number[at]) + shift) % 10;
        expect(idFault(number.slice(0, at) + digit + number.slice(at + 1), now)).toBe('id-number-invalid');
      }),
    );
  });
});

test.each([
  ['11010519491231002X', '1949-12-31'],
  ['110105194912310021', undefined],
  ['110105194913310021', undefined],
  ['1101051949123100', undefined],
  [withCheck('11990020010229001'), undefined],
  [withCheck('11990020000229001'), '2000-02-29'],
])('%s states the day of birth %s', (number, bornOn) => {
  expect(birthDayOf(number)).toBe(bornOn);
});

describe('age', () => {
  test.each([
    ['2004-12-20', 18],
    ['2004-12-21', 17],
    ['2004-02-29', 18],
    ['2022-12-20', 0],
    ['2022-12-21', null],
    ['2022-02-30', null],
    ['x', null],
  ])('of somebody born on %s is %s', (bornOn, years) => {
    expect(ageYears(bornOn, now)).toBe(years);
  });

  test('follows the day in China, not the day in Greenwich', () => {
    expect(ageYears('2004-12-20', Date.parse('2022-12-19T16:30:00Z'))).toBe(18);
  });
});
