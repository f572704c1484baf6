import { expect, test } from '@jest/globals';
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

test.each([
  [{ code: 'under-age', message: 'm' }, { bornOn: 'm' }],
  [{ code: 'invalid-input', message: 'm', field: 'bornOn' }, { bornOn: 'm' }],
  [{ code: 'id-number-invalid', message: 'm' }, { number: 'm' }],
  [{ code: 'verification-limit', message: 'm' }, { form: 'm' }],
])('%j is shown at its field', (failure, errors) => {
  expect(documentRefusal(failure)).toEqual(errors);
});
