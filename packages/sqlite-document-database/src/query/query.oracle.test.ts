import fc from 'fast-check';
import { anyDocument, anyValue, scalar } from '../../test/arbitrary/arbitrary-values';
import { naiveCompare, naiveMatches } from '../../test/reference/naive-query';
import { compareValues } from '../values/compare';
import type { Document, Value } from '../values/value';
import { compileQuery } from './matcher';
import { oracleSeed as seed } from '../../test/arbitrary/oracle-seed';

const comparison = fc
  .tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'), anyValue)
  .map(([operator, operand]): Document => ({ [operator]: operand }));
const type = fc.constantFrom<Value>(
  'int',
  'long',
  'double',
  'number',
  'string',
  'object',
  'array',
  'bool',
  'date',
  'null',
  1,
  3,
  4,
  10,
  16,
  18,
);
const condition: fc.Arbitrary<Value> = fc.oneof(
  anyValue,
  comparison,
  fc.tuple(comparison, comparison).map(([one, other]) => ({ ...one, ...other })),
  fc
    .tuple(fc.constantFrom('$in', '$nin', '$all'), fc.array(scalar, { maxLength: 3 }))
    .map(([operator, operands]) => ({ [operator]: operands })),
  fc.oneof(type, fc.array(type, { minLength: 1, maxLength: 2 })).map(($type) => ({ $type })),
  fc.tuple(fc.constantFrom(2, 3, -2, 2.5), fc.constantFrom(0, 1, -1)).map(($mod) => ({ $mod })),
  fc
    .tuple(
      fc.constantFrom('$bitsAllSet', '$bitsAnySet', '$bitsAllClear', '$bitsAnyClear'),
      fc.oneof(
        fc.constantFrom(0, 1, 2, 5, 2 ** 40),
        fc.array(fc.constantFrom(0, 1, 3, 40, 63), { maxLength: 3 }),
      ),
    )
    .map(([operator, operand]): Value => ({ [operator]: operand })),
  fc
    .array(
      comparison.map((inner): Value => ({ $elemMatch: inner })),
      { minLength: 1, maxLength: 2 },
    )
    .map(($all) => ({ $all })),
  fc.nat(3).map((size) => ({ $size: size })),
  fc.boolean().map((exists) => ({ $exists: exists })),
  comparison.map((inner) => ({ $not: inner })),
  comparison.map((inner) => ({ $elemMatch: inner })),
  fc
    .tuple(fc.constantFrom('a', 'b', 'a.b'), comparison)
    .map(([path, inner]) => ({ $elemMatch: { [path]: inner } })),
  fc.tuple(comparison, comparison).map(([one, other]) => ({ $not: { ...one, $elemMatch: other } })),
);
const fields = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'a.b', 'b.c', 'a.0', 'a.1.b', 'a.b.c'), condition), {
    minLength: 1,
    maxLength: 2,
  })
  .map((pairs): Document => Object.fromEntries(pairs));
const query = fc.oneof(
  { weight: 4, arbitrary: fields },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('$and', '$or', '$nor'), fc.array(fields, { minLength: 1, maxLength: 3 }))
      .map(([operator, parts]): Document => ({ [operator]: parts })),
  },
);

test(`queries find the same as a naive reading of the manual (ORACLE_SEED=${seed})`, () => {
  fc.assert(
    fc.property(query, anyDocument, (wanted, document) => {
      expect(compileQuery(wanted)(document)).toBe(naiveMatches(wanted, document));
    }),
    { numRuns: 10_000, seed },
  );
});

test(`values sort in the manual's order (ORACLE_SEED=${seed})`, () => {
  fc.assert(
    fc.property(anyValue, anyValue, (a, b) => {
      expect(Math.sign(compareValues(a, b))).toBe(Math.sign(naiveCompare(a, b)));
    }),
    { numRuns: 5_000, seed },
  );
});
