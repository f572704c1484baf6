import { expect, test } from '@jest/globals';
import { residentId } from '../../local/people/invented-people';
import { holderNumber, kindOfNumber, numberFits } from './document-numbers';
import type { DocumentKindCode } from './document-numbers';
import { checkCharacter } from './resident-id';

const born = { year: 1990, month: 5, day: 17 };
const withCheck = (first17: string): string => `${first17}${checkCharacter(first17)}`;
const permit = withCheck('81000019900517001');
const card = withCheck('91156019900517001');

test.each([
  [residentId(born, 1), 'resident'],
  ['H12345678', 'hk-mo-permit'],
  ['M1234567801', 'hk-mo-permit'],
  ['07257456', 'taiwan-permit'],
  [permit, 'hk-mo-tw-resident'],
  [withCheck('83000019900517001'), 'hk-mo-tw-resident'],
  [card, 'permanent-resident'],
  ['DEU110190051701', 'permanent-resident'],
  ['C01X00T47', undefined],
  ['110105900517001', undefined],
  [`${permit.slice(0, 17)}${permit[17] === '1' ? '2' : '1'}`, undefined],
])('%s is the number of %s', (number, kind) => {
  expect(kindOfNumber(number)).toBe(kind);
});

const strangeNumbers: [DocumentKindCode, string][] = [
  ['hk-mo-permit', 'C12345678'],
  ['hk-mo-permit', 'H1234567'],
  ['taiwan-permit', 'T12345678'],
  ['hk-mo-tw-resident', residentId(born, 1)],
  ['permanent-resident', permit],
  ['passport', 'A1'],
];
test.each(strangeNumbers)('no %s has the number %s', (kind, number) => {
  expect(numberFits(kind, number)).toBe(false);
});

test('a renewed 回乡证 belongs to the same holder', () => {
  for (const typed of ['H12345678', 'h1234567801', 'Ｈ1234 5678 02'])
    expect(holderNumber('hk-mo-permit', typed)).toBe('H12345678');
});
