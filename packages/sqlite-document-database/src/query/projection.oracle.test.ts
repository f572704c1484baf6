import fc from 'fast-check';
import { anyDocument, scalar } from '../../test/arbitrary/arbitrary-values';
import { Refusal } from '../../test/reference/naive-kinds';
import { naiveFindProjection } from '../../test/reference/naive-projection';
import { naiveMatches } from '../../test/reference/naive-query';
import { oracleSeed as seed } from '../../test/arbitrary/oracle-seed';
import { stringifyEjson } from '../values/ejson';
import { isDocument, type Document, type Value } from '../values/value';
import { compileProjection } from './projection';

const slice = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 1, max: 3 })),
);
const condition = fc.oneof(
  fc
    .tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$ne', '$eq'), scalar)
    .map(([operator, operand]): Document => ({ [operator]: operand })),
  fc.record({ b: scalar }) as fc.Arbitrary<Document>,
);
const part = fc.oneof(
  fc.tuple(fc.constantFrom('a', 'b', 'c', 'a.b', 'b.c', 'c.a'), fc.constantFrom<Value>(1, 1, 0)),
  fc
    .tuple(fc.constantFrom('a', 'b', 'c', 'a.b', 'b.a', 'c.a.b'), slice)
    .map(([path, $slice]): [string, Value] => [path, { $slice }]),
  fc
    .tuple(fc.constantFrom('a', 'b', 'c'), condition)
    .map(([path, $elemMatch]): [string, Value] => [path, { $elemMatch }]),
  fc.constant<[string, Value]>(['a.$', 1]),
  fc.constant<[string, Value]>(['_id', 0]),
);
/** Paths of which none contains another, and at most one condition on a list. */
const projection = fc
  .array(part, { minLength: 1, maxLength: 3 })
  .filter((parts) => {
    const paths = parts.map(([path]) => path.replace('.$', ''));
    return !paths.some((path, i) =>
      paths.some((other, j) => i !== j && (path === other || path.startsWith(`${other}.`))),
    );
  })
  .map((parts): Document => Object.fromEntries(parts));
const query = fc.oneof(
  scalar.map((value): Document => ({ a: value })),
  // A negated condition has no single element that matched it.
  condition.filter((made) => !('b' in made) && !('$ne' in made)).map((made): Document => ({ a: made })),
  condition.map((made): Document => ({ a: { $elemMatch: made } })),
);

/** With sorted names, because a projection may order fields in its own way. */
function shown(value: Value): Value {
  if (Array.isArray(value)) return value.map(shown);
  if (!isDocument(value)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, shown(value[name] as Value)]));
}

test(`projections give what the manual says: 10,000 of them (ORACLE_SEED=${seed})`, () => {
  fc.assert(
    fc.property(anyDocument, projection, query, (fields, asked, found) => {
      const document: Document = { _id: 'x', ...fields };
      if ('a.$' in asked && !naiveMatches(found, document)) return;
      let wanted: string;
      try {
        wanted = stringifyEjson(shown(naiveFindProjection(asked, document, found)));
      } catch (cause) {
        if (!(cause instanceof Refusal)) throw cause;
        wanted = 'refused';
      }
      let told: string;
      try {
        told = stringifyEjson(shown(compileProjection(asked, found)(document)));
      } catch {
        told = 'refused';
      }
      expect({ asked, found, document, told }).toEqual({ asked, found, document, told: wanted });
    }),
    { numRuns: 10_000, seed },
  );
});
