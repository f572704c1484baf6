import fc from 'fast-check';
import type { Document, Value } from '../../src/values/value';
import { date } from './arbitrary-dates';
import { anyValue, scalar } from './arbitrary-values';

export const number = fc.constantFrom(
  0,
  -0,
  1,
  2,
  3,
  -1,
  -2,
  7,
  10,
  1.5,
  2.5,
  -0.5,
  -1.5,
  12.25,
  2 ** 31,
  2 ** 40,
  1e300,
  Infinity,
);
export const text = fc.constantFrom(
  '',
  'a',
  'b',
  'ab',
  'aXa',
  ' a ',
  'A,b,,c',
  '药',
  '药互助',
  '😀b',
  '\ta\n',
  '12',
  '-7',
  '1.5',
  'x',
);
export const list: fc.Arbitrary<Value> = fc.oneof(
  fc.array(fc.oneof(number, text), { maxLength: 4 }),
  fc.array(anyValue, { maxLength: 3 }),
  fc.array(fc.record({ x: fc.oneof(number, text), y: scalar }, { requiredKeys: [], noNullPrototype: true }), {
    maxLength: 3,
  }),
);
export const object = fc.oneof(
  fc.record({ x: number, y: scalar, z: list }, { requiredKeys: [], noNullPrototype: true }),
  fc.dictionary(fc.constantFrom('a', 'x', 'y'), anyValue, { maxKeys: 2, noNullPrototype: true }),
) as fc.Arbitrary<Document>;

/** The field is mostly of the type that its name suggests, sometimes of another, sometimes missing. */
const mostly = (type: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.oneof(
    { weight: 14, arbitrary: type },
    { weight: 2, arbitrary: anyValue },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );

/** Documents whose fields `n m s t l k o b` are mostly numbers, texts, dates, lists, documents and booleans. */
export const typedDocument: fc.Arbitrary<Document> = fc
  .record({
    n: mostly(number),
    m: mostly(number),
    s: mostly(text),
    t: mostly(date),
    l: mostly(list),
    k: mostly(list),
    o: mostly(object),
    b: mostly(fc.boolean()),
  })
  .map(
    (fields) =>
      Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Document,
  );
