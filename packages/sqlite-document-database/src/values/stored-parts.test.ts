import fc from 'fast-check';
import { anyValue, jsonLikeName } from '../../test/arbitrary/arbitrary-values';
import { parseEjson, stringifyEjson } from './ejson';
import { readStoredValue } from './stored-field';
import { findStoredParts, findStoredPath, readStoredParts, spliceStored } from './stored-parts';
import { isDocument, type Document, type Value } from './value';

const document = fc.dictionary(
  jsonLikeName,
  fc.oneof(anyValue, fc.constantFrom('"', '\\"', '"a":', '}', ']')),
  {
    noNullPrototype: true,
  },
) as fc.Arbitrary<Document>;
// A few names are searched in another way than many.
const names = fc.uniqueArray(jsonLikeName, { maxLength: 12 });

const only = (from: Document, wanted: readonly string[]): Document =>
  Object.fromEntries(Object.entries(from).filter(([key]) => wanted.includes(key)));

test('fields read from the stored text equal those of the document', () => {
  fc.assert(
    fc.property(document, names, (stored, wanted) => {
      const text = stringifyEjson(stored);
      expect(readStoredParts(text, findStoredParts(text, wanted))).toEqual(
        only(parseEjson(text) as Document, wanted),
      );
    }),
    { numRuns: 2000 },
  );
});

test('a spliced text is the text of the document with the fields added, changed and removed', () => {
  fc.assert(
    fc.property(document, names, document, (stored, wanted, replacing) => {
      const text = stringifyEjson(stored);
      const fields = only(replacing, wanted);
      const expected = { ...stored };
      for (const key of wanted)
        if (Object.hasOwn(fields, key)) expected[key] = fields[key] as never;
        else delete expected[key];
      // New fields come in the order in which they were named.
      for (const key of wanted)
        if (Object.hasOwn(fields, key) && !Object.hasOwn(stored, key)) {
          delete expected[key];
          expected[key] = fields[key] as never;
        }
      const { text: spliced, changed } = spliceStored(text, wanted, findStoredParts(text, wanted), fields);
      expect(spliced).toBe(stringifyEjson(expected));
      for (const key of wanted)
        expect(changed.includes(key)).toBe(
          JSON.stringify([stringOf(stored, key)]) !== JSON.stringify([stringOf(fields, key)]),
        );
    }),
    { numRuns: 3000 },
  );
});

test('a value found by its path in the stored text equals that of the document', () => {
  fc.assert(
    fc.property(document, fc.array(jsonLikeName, { minLength: 1, maxLength: 3 }), (stored, path) => {
      const text = stringifyEjson(stored);
      let wanted: Value | undefined = parseEjson(text);
      for (const key of path)
        wanted = isDocument(wanted) && Object.hasOwn(wanted, key) ? wanted[key] : undefined;
      const place = findStoredPath(text, path);
      expect(place && readStoredValue(text, place.from, place.to)).toEqual(wanted);
    }),
    { numRuns: 3000 },
  );
});

const stringOf = (from: Document, key: string): string | undefined =>
  Object.hasOwn(from, key) ? stringifyEjson(from[key] ?? null) : undefined;
