import fc from 'fast-check';
import type { Document, Value } from '../../src/values/value';

/** A few scalars of many types, so that equal and neighbouring ones often meet. */
export const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom<Value>(null, true, false, '', 'a', 'ab', 'b', '药', '😀', '\uffee', 'a\0b'),
  fc.constantFrom<Value>(0, -0, 1, 2, -1, 1.5, 10, -1e300, 1e300, Infinity, -Infinity, 2 ** 40),
  fc.constantFrom<Value>(new Date(0), new Date(1000), new Date(-1000)),
);

/** Scalars, arrays and documents with little nesting. */
export const anyValue: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), {
      maxKeys: 2,
      noNullPrototype: true,
    }) as fc.Arbitrary<Document>,
  ),
})).value;

/** Documents with fields a, b, c and no id. */
export const anyDocument: fc.Arbitrary<Document> = fc.dictionary(fc.constantFrom('a', 'b', 'c'), anyValue, {
  maxKeys: 3,
  noNullPrototype: true,
});

/**
 * Field names that look like JSON syntax. None ends in a backslash or is part of another in its written form, because
 * `JSON.parse` of Node 24 and later confuses such names (https://github.com/nodejs/node/issues/63785).
 */
export const jsonLikeName: fc.Arbitrary<string> = fc.constantFrom(
  ...['a', 'b', 'a.b', 'a"', '"', '\\a', '{', '}', ',', ':', '药', 'constructor'],
);
