import fc from 'fast-check';
import { documentFields } from '../../query/field-reader';
import {
  NaiveRefusal,
  naiveLong,
  naiveLongUpdate,
  type NaiveNumber,
} from '../../../test/reference/naive-longs';
import { oracleSeed as seed } from '../../../test/arbitrary/oracle-seed';
import { applyUpdate } from '../../update/apply-update';
import { parseUpdate } from '../../update/parse-update';
import { positionFinder } from '../../update/positional';
import { parseEjson, stringifyEjson } from '../../values/ejson';
import type { Document, Value } from '../../values/value';
import { compileExpression } from './compile';

const long = fc.oneof(
  fc.constantFrom(0n, 1n, -1n, 3n, 7n, -10n, 2n ** 31n, 2n ** 53n - 1n, 2n ** 53n, 2n ** 53n + 1n),
  fc.constantFrom(2n ** 62n, 2n ** 63n - 1n, -(2n ** 63n), -(2n ** 53n) - 1n, 10n ** 18n + 5n),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
);
const number: fc.Arbitrary<NaiveNumber> = fc.oneof(
  { weight: 4, arbitrary: long },
  { weight: 1, arbitrary: fc.constantFrom(0.5, -2.5, 1e300, 2 ** 60, 2 ** 63) },
);
/** The value after a trip over the wire, as the engine would receive it. */
const received = (value: NaiveNumber): Value => parseEjson(stringifyEjson(value));

function outcome(run: () => Value | undefined): string {
  try {
    const value = run();
    return value === undefined ? 'missing' : stringifyEjson(value);
  } catch {
    return 'refused';
  }
}
const expected = (run: () => Value): string | undefined => {
  try {
    // A whole number's type (int, long or double) follows from its value, so both sides are read again before they are compared.
    return stringifyEjson(parseEjson(stringifyEjson(run())));
  } catch (cause) {
    if (cause instanceof NaiveRefusal) return cause.undecided ? undefined : 'refused';
    throw cause;
  }
};

const operators = Object.keys(naiveLong);

test(`64-bit integers are computed exactly: 20,000 expressions (ORACLE_SEED=${seed})`, () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...operators),
      fc.array(number, { minLength: 3, maxLength: 3 }),
      fc.integer({ min: -19, max: 2 }),
      (operator, three, places) => {
        const [least, most] = naiveLong[operator]?.arity ?? [1, 1];
        const given = three.slice(0, most === Infinity ? 3 : least);
        if (operator === '$round' || operator === '$trunc') given.push(BigInt(places));
        const wanted = expected(() => naiveLong[operator]?.of(given) as Value);
        if (wanted === undefined) return;
        const operand = given.map((_value, i) => `$v${i}`);
        const subject = Object.fromEntries(given.map((value, i) => [`v${i}`, received(value)])) as Document;
        const got = outcome(() => compileExpression({ [operator]: operand }, documentFields)(subject));
        expect({ operator, given: given.map(String), got }).toEqual({
          operator,
          given: given.map(String),
          got: wanted,
        });
      },
    ),
    { numRuns: 20_000, seed },
  );
});

test(`$inc and $mul of 64-bit integers are exact, or refused: 5,000 of them (ORACLE_SEED=${seed})`, () => {
  fc.assert(
    fc.property(fc.constantFrom('$inc', '$mul'), number, number, (operator, current, by) => {
      const wanted = expected(() => naiveLongUpdate(operator, current, by));
      const got = outcome(() => {
        const document: Document = { n: received(current) };
        const update = parseUpdate({ [operator]: { n: received(by) } });
        applyUpdate(document, update, { nowMs: 0, position: positionFinder({}) });
        return document.n;
      });
      expect({ operator, current: String(current), by: String(by), got }).toEqual({
        operator,
        current: String(current),
        by: String(by),
        got: wanted,
      });
    }),
    { numRuns: 5_000, seed },
  );
});
