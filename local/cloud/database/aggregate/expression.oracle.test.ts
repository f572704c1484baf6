import fc from 'fast-check';
import { DOCUMENTS } from '../query/field-reader';
import { expressions, typedDocument } from '../testing/arbitrary-expressions';
import { naiveEvaluateFor } from '../testing/naive-expression';
import { Refusal, Undecided } from '../testing/naive-kinds';
import { parseEjson, stringifyEjson } from '../values/ejson';
import type { Document, Value } from '../values/value';
import { compileExpression } from './expressions/compile';
import { oracleSeed as seed } from '../testing/oracle-seed';

/** What the manual makes of the expression, as text: a document with the value, or that it is refused. */
function expected(expression: Value, document: Document): string | undefined {
  try {
    const value = naiveEvaluateFor(expression, document);
    return stringifyEjson(value === undefined ? {} : { value });
  } catch (cause) {
    if (cause instanceof Refusal) return 'refused';
    if (cause instanceof Undecided) return undefined;
    throw cause;
  }
}

/** The same of the engine, from what comes over the wire. */
function received(expression: Value, document: Document): string {
  const [stored, asked] = [document, expression].map((value) => parseEjson(stringifyEjson(value)));
  try {
    const value = compileExpression(asked as Value, DOCUMENTS)(stored as Document);
    return stringifyEjson(value === undefined ? {} : { value });
  } catch {
    return 'refused';
  }
}

test(`8,000 expressions have the values that a naive reading of the manual gives (ORACLE_SEED=${seed})`, () => {
  fc.assert(
    fc.property(
      typedDocument,
      fc.array(expressions.any, { minLength: 4, maxLength: 4 }),
      (document, asked) => {
        for (const expression of asked) {
          const wanted = expected(expression, document);
          if (wanted !== undefined)
            expect({ expression, document, value: received(expression, document) }).toEqual({
              expression,
              document,
              value: wanted,
            });
        }
      },
    ),
    { numRuns: 2_000, seed },
  );
});
