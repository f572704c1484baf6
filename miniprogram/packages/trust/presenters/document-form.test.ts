import { expect, test } from '@jest/globals';
import type { DocumentKind } from '../../../../cloudfunctions/shared/contract/identity-document';
import { documentGaps, documentRefusal } from './document-form';

const form = {
  kind: 'passport' as const,
  name: 'Anna Schmidt',
  number: 'C01X 00T47',
  bornOn: '1990-05-17',
  pictures: ['wxfile://1'],
  consent: true,
};

test('a whole form may be sent, with blanks in the number', () => {
  expect(documentGaps(form)).toEqual({});
});

test('every gap is reported at its own field', () => {
  const empty = { ...form, name: ' ', number: 'Ж1', bornOn: '', pictures: [], consent: false };
  expect(Object.keys(documentGaps(empty))).toEqual(['name', 'number', 'bornOn', 'pictures', 'consent']);
});

const permit = '81000019900517001X';
const typedNumbers: [DocumentKind, string, string, string[]][] = [
  ['hk-mo-permit', 'h1234 5678', '1990-05-17', []],
  ['hk-mo-permit', 'H12345678(01)', '1990-05-17', []],
  ['hk-mo-permit', 'C12345678', '1990-05-17', ['number']],
  ['taiwan-permit', '07257456', '1990-05-17', []],
  ['taiwan-permit', '0725745', '1990-05-17', ['number']],
  ['hk-mo-tw-resident', permit, '1990-05-17', []],
  ['hk-mo-tw-resident', permit, '1990-05-18', ['bornOn']],
  ['resident', permit, '1990-05-17', ['number']],
  ['permanent-resident', 'DEU110190051701', '1990-05-17', []],
];
test.each(typedNumbers)('%s %s, born %s, is asked again for %j', (kind, number, bornOn, gaps) => {
  expect(Object.keys(documentGaps({ ...form, kind, number, bornOn }))).toEqual(gaps);
});

test.each([
  [{ code: 'under-age', message: 'm' }, { bornOn: 'm' }],
  [{ code: 'invalid-input', message: 'm', field: 'bornOn' }, { bornOn: 'm' }],
  [{ code: 'id-number-invalid', message: 'm' }, { number: 'm' }],
  [{ code: 'verification-limit', message: 'm' }, { form: 'm' }],
])('%j is shown at its field', (failure, errors) => {
  expect(documentRefusal(failure)).toEqual(errors);
});
