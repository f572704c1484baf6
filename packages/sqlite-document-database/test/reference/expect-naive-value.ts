import { parseEjson, stringifyEjson } from '../../src/values/ejson';
import type { Document, Value } from '../../src/values/value';
import { naiveEvaluateFor } from './naive-expression';
import { Refusal, Undecided, type Maybe } from './naive-kinds';

/** Expects the engine, asked over the wire, to evaluate an expression as the reference does. */
export function expectNaiveValue(
  expression: Value,
  document: Document,
  evaluate: (expression: Value, document: Document) => Maybe,
): void {
  const value = expected(expression, document);
  if (value === undefined) return;
  const received = engineValue(expression, document, evaluate);
  expect({ expression, document, value: received }).toEqual({ expression, document, value });
}

/** What the reference evaluates the expression to, as text: a document with the value, or `refused`. */
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

function engineValue(
  expression: Value,
  document: Document,
  evaluate: (expression: Value, document: Document) => Maybe,
): string {
  const [stored, asked] = [document, expression].map((value) => parseEjson(stringifyEjson(value)));
  try {
    const value = evaluate(asked as Value, stored as Document);
    return stringifyEjson(value === undefined ? {} : { value });
  } catch {
    return 'refused';
  }
}
