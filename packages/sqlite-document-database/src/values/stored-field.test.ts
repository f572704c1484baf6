import fc from 'fast-check';
import { anyValue, jsonLikeName } from '../../test/arbitrary/arbitrary-values';
import { parseEjson, stringifyEjson } from './ejson';
import { readStoredField } from './stored-field';
import type { Document } from './value';

const value = fc.oneof(
  anyValue,
  fc.constantFrom('"', '\\', '\\"', '"a":', '{"a":1}', '}', ']', 2 ** 31, 2 ** 52, 2n ** 60n, NaN),
  fc.string(),
  fc.dictionary(jsonLikeName, fc.oneof(anyValue, fc.constant('"a":1')), { noNullPrototype: true }),
);

test('a field read from the stored text equals the field of the parsed document', () => {
  fc.assert(
    fc.property(
      fc.dictionary(jsonLikeName, value, { noNullPrototype: true }),
      jsonLikeName,
      (document, wanted) => {
        const text = stringifyEjson(document as Document);
        const parsed = parseEjson(text) as Document;
        expect(readStoredField(text, wanted)).toEqual(
          Object.hasOwn(parsed, wanted) ? parsed[wanted] : undefined,
        );
      },
    ),
    { numRuns: 3000 },
  );
});
