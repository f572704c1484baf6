import fc from 'fast-check';
import { anyValue } from '../testing/arbitrary-values';
import { parseEjson, stringifyEjson } from './ejson';
import { readStoredField } from './stored-field';
import type { Document } from './value';

const name = fc.constantFrom(
  'a',
  'b',
  'a.b',
  'a"',
  '"',
  '\\',
  'a\\"',
  '{',
  '}',
  ',',
  ':',
  '药',
  'constructor',
);
const value = fc.oneof(
  anyValue,
  fc.constantFrom('"', '\\', '\\"', '"a":', '{"a":1}', '}', ']', 2 ** 31, 2 ** 52, 2n ** 60n, NaN),
  fc.string(),
  fc.dictionary(name, fc.oneof(anyValue, fc.constant('"a":1')), { noNullPrototype: true }),
);

test('a field read from the stored text is the field of the parsed document', () => {
  fc.assert(
    fc.property(fc.dictionary(name, value, { noNullPrototype: true }), name, (document, wanted) => {
      const text = stringifyEjson(document as Document);
      const parsed = parseEjson(text) as Document;
      expect(readStoredField(text, wanted)).toEqual(
        Object.hasOwn(parsed, wanted) ? parsed[wanted] : undefined,
      );
    }),
    { numRuns: 3000 },
  );
});
