import fc from 'fast-check';
import { equalValues } from '../values/compare';
import { isDocument, type Document, type Value } from '../values/value';
import { changedFields } from './changed-fields';

test.each<[string, Document, Document, Document, string[]]>([
  ['nothing', { a: 1 }, { a: 1 }, {}, []],
  ['a field', { a: 1, b: 2 }, { a: 3, b: 2 }, { a: 3 }, []],
  ['a new field', {}, { a: null }, { a: null }, []],
  ['a field that is gone', { a: 1, b: 2 }, { b: 2 }, {}, ['a']],
  ['a field deep within', { a: { b: { c: 1, d: 1 } } }, { a: { b: { c: 2 } } }, { 'a.b.c': 2 }, ['a.b.d']],
  ['an array, whole', { a: [1, 2] }, { a: [1, 2, 3] }, { a: [1, 2, 3] }, []],
  ['a document in place of a number', { a: 1 }, { a: { b: 1 } }, { a: { b: 1 } }, []],
  ['a date', { a: new Date(1) }, { a: new Date(2) }, { a: new Date(2) }, []],
  [
    'a field of an odd name',
    {},
    JSON.parse('{"__proto__":1}') as Document,
    JSON.parse('{"__proto__":1}') as Document,
    [],
  ],
  ['the same date', { a: new Date(1) }, { a: new Date(1) }, {}, []],
])('%s is reported', (_what, before, after, updated, removed) => {
  expect(changedFields(before, after)).toEqual({ updated, removed });
});

const document = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, fc.integer({ max: 2 }), fc.constant(null), tie('document')),
  document: fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value')),
})).document as fc.Arbitrary<Document>;

test('the document before and the report give the document after', () => {
  fc.assert(
    fc.property(document, document, (before, after) => {
      const { updated, removed } = changedFields(before, after);
      const made = structuredClone(before);
      for (const path of removed) change(made, path, undefined);
      for (const [path, value] of Object.entries(updated)) change(made, path, value);
      expect(equalInAnyOrder(made, after)).toBe(true);
    }),
  );
});

function change(document: Document, path: string, value: Value | undefined): void {
  const names = path.split('.');
  const last = names.pop() as string;
  const holder = names.reduce((at, name) => at[name] as Document, document);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
}

function equalInAnyOrder(a: Value, b: Value): boolean {
  if (!isDocument(a) || !isDocument(b)) return equalValues(a, b);
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && equalInAnyOrder(a[name] as Value, b[name] as Value))
  );
}
