import fc from 'fast-check';
import { anyUpdate } from '../../test/arbitrary/arbitrary-updates';
import { anyDocument, scalar } from '../../test/arbitrary/arbitrary-values';
import { NaiveRefusal, naiveUpdate } from '../../test/reference/naive-update';
import { PlatformError } from '../platform-error';
import { parseEjson, stringifyEjson } from '../values/ejson';
import type { Document, Value } from '../values/value';
import { parseUpdate } from './parse-update';
import { positionFinder } from './positional';
import { updateStored } from './stored-update';
import { oracleSeed as seed } from '../../test/arbitrary/oracle-seed';

const nowMs = 1234;

/** The text of the updated document, or `refused`. */
function outcome<Refusal extends Error>(
  refusal: new (...args: never[]) => Refusal,
  run: () => string,
): string {
  try {
    return run();
  } catch (cause) {
    if (!(cause instanceof refusal)) throw cause;
    return 'refused';
  }
}

function engine(document: Document, update: Document, query: Document = {}): string {
  return outcome(PlatformError, () => {
    const text = stringifyEjson(document);
    const options = { nowMs: nowMs, position: positionFinder(query) };
    const changed = updateStored(text, parseUpdate(update), options);
    expect(changed?.text).not.toBe(text);
    // Parses the text once more, because JavaScript moves field names that are whole numbers to the front.
    return stringifyEjson(parseEjson(changed?.text ?? text));
  });
}

function manual(document: Document, update: Document, query: Document = {}): string {
  return outcome(NaiveRefusal, () => stringifyEjson(naiveUpdate(document, update, nowMs, query)));
}

test(`updates do the same as a naive reading of the manual (ORACLE_SEED=${seed})`, () => {
  let refused = 0;
  fc.assert(
    fc.property(anyDocument, anyUpdate, (fields, update) => {
      const document: Document = { _id: 'x', ...fields };
      const expected = manual(document, update);
      if (expected === 'refused') refused++;
      expect(engine(document, update)).toBe(expected);
    }),
    { numRuns: 20_000, seed },
  );
  expect(refused).toBeGreaterThan(1000);
  expect(refused).toBeLessThan(15_000);
}, 120_000);

const item = fc.oneof(
  scalar,
  fc.dictionary(fc.constantFrom('b', 'c'), scalar, { noNullPrototype: true }) as fc.Arbitrary<Document>,
);
const query = fc.oneof(
  scalar.map((value): Document => ({ a: value })),
  scalar.map((value): Document => ({ 'a.b': value })),
  scalar.map((value): Document => ({ a: { $gt: value } })),
  fc.tuple(scalar, scalar).map(([b, c]): Document => ({ a: { $elemMatch: { b: { $gte: b }, c } } })),
  scalar.map((value): Document => ({ a: { $elemMatch: { $lte: value } } })),
);
const positional = fc
  .tuple(
    fc.constantFrom('$set', '$inc', '$min', '$unset', '$max'),
    fc.constantFrom('a.$', 'a.$.b', 'a.$.c.d', 'b.$'),
    scalar,
  )
  .map(([name, path, operand]): Document => ({ [name]: { [path]: operand } }));

test(`$ is the first element that the query matched (ORACLE_SEED=${seed})`, () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 4 }), query, positional, (a, wanted, update) => {
      const document: Document = { _id: 'x', a: a as Value };
      expect(engine(document, update, wanted)).toBe(manual(document, update, wanted));
    }),
    { numRuns: 5000, seed },
  );
}, 60_000);
