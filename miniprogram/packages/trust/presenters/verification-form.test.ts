import { expect, test } from '@jest/globals';
import { residentId } from '../../../../local/people/invented-people';
import type { CallErrorCode } from '../../../model/call-error-code';
import { errorsOfRefusal, leadsToDocuments } from './verification-errors';
import { formGaps, needsDocuments } from './verification-form';

const now = Date.parse('2022-12-20T12:00:00+08:00');
const idNumber = residentId({ year: 1990, month: 5, day: 17 }, 1);
const form = { name: '李静', idNumber, consent: true };

test('a form without gaps may be sent', () => {
  expect(formGaps(form, true, now)).toEqual({});
  for (const name of [' 古丽娜尔·买买提 ', '古丽娜尔 • 买买提', '尤努斯●买买提', '尤努斯。买买提', '路 人'])
    expect(formGaps({ ...form, name }, true, now)).toEqual({});
});

test('every gap is reported at its own field', () => {
  const gaps = formGaps({ name: 'Li', idNumber: '1', consent: false }, false, now);
  expect(Object.keys(gaps).sort()).toEqual(['consent', 'idNumber', 'name', 'phone']);
});

const homes: [CallErrorCode, string][] = [
  ['verification-mismatch', 'idNumber'],
  ['name-invalid', 'name'],
  ['phone-unsupported', 'phone'],
  ['verification-down', 'form'],
  ['network', 'form'],
];
test.each(homes)('%s is reported at %s', (code, field) => {
  expect(errorsOfRefusal({ code, message: '…' })).toEqual({ [field]: '…' });
});

test.each([
  ['李静', idNumber, false],
  ['李子WEI', idNumber, true],
  ['李\ue863', idNumber, true],
  ['Anna', '', false],
  ['陈大文', 'H12345678', true],
])('%s with %s needs another route: %s', (name, number, needs) => {
  expect(needsDocuments({ ...form, name, idNumber: number })).toBe(needs);
});

test('only people that the register does not know are sent to the manual route', () => {
  expect((['verification-no-record', 'verification-mismatch'] as const).map(leadsToDocuments)).toEqual([
    true,
    false,
  ]);
});
