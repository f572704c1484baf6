import fc from 'fast-check';
import { Query } from 'mingo';
import { oracleSeed as seed } from '../../test/arbitrary/oracle-seed';
import type { Document, Value } from '../values/value';
import { compileQuery } from './matcher';

/*
 * Compares with mingo, which others wrote from the same manual. Left out is what mingo reads more loosely than MongoDB:
 * dates, comparisons with null, arrays and documents, and positions in paths.
 */

const scalar = fc.constantFrom<Value>(0, 1, 2, -1, 1.5, '', 'a', 'b', 'ab', true, false);
const item: fc.Arbitrary<Value> = fc.oneof(
  { weight: 3, arbitrary: scalar },
  fc.record({ b: scalar, c: scalar }, { requiredKeys: [], noNullPrototype: true }),
);
const field = fc.oneof(item, fc.array(item, { maxLength: 3 }));
const document = fc.record({ a: field, b: field, c: field }, { requiredKeys: [], noNullPrototype: true });

const comparison = fc
  .tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'), scalar)
  .map(([operator, operand]): Document => ({ [operator]: operand }));
const condition: fc.Arbitrary<Value> = fc.oneof(
  scalar,
  comparison,
  fc
    .tuple(fc.constantFrom('$in', '$nin', '$all'), fc.array(scalar, { minLength: 1, maxLength: 3 }))
    .map(([operator, list]): Value => ({ [operator]: list })),
  comparison.map((inner): Value => ({ $not: inner })),
  fc.constant<Value>({ $regex: '^a' }),
);
/** Conditions on an array itself; mingo reads them otherwise where a path passes one array to another. */
const ofArray: fc.Arbitrary<Value> = fc.oneof(
  fc.boolean().map((exists): Value => ({ $exists: exists })),
  fc.nat(3).map((size): Value => ({ $size: size })),
  comparison.map((inner): Value => ({ $elemMatch: inner })),
);
const pair = fc.oneof(
  fc.tuple(fc.constantFrom('a', 'b', 'a.b', 'b.c'), condition),
  fc.tuple(fc.constantFrom('a', 'b'), ofArray),
);
const fields = fc
  .array(pair, { minLength: 1, maxLength: 2 })
  .map((pairs): Document => Object.fromEntries(pairs));
const query = fc.oneof(
  { weight: 3, arbitrary: fields },
  fc
    .tuple(fc.constantFrom('$and', '$or', '$nor'), fc.array(fields, { minLength: 1, maxLength: 3 }))
    .map(([operator, parts]): Document => ({ [operator]: parts })),
);

test(`queries find the same as mingo (ORACLE_SEED=${seed})`, () => {
  fc.assert(
    fc.property(query, document, (wanted, stored) => {
      expect(compileQuery(wanted)(stored)).toBe(new Query(wanted).test(stored));
    }),
    { numRuns: 2_000, seed },
  );
});
