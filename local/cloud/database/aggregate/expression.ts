import { Context, evalExpr } from 'mingo/core';
import { DOCUMENTS } from '../query/field-reader';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as stages from 'mingo/operators/pipeline';
import * as projections from 'mingo/operators/projection';
import { PlatformError } from '../../platform-error';
import { badValue } from '../refusals';
import type { Document, Value } from '../values/value';
import { compileExpression } from './expressions/compile';
import { comparisonAccumulators, comparisonOperators } from './comparison';

/** Operators that would run code or write, which the platform refuses too. */
const REFUSED = ['$function', '$accumulator', '$where', '$out', '$merge', '$documents'];

const allowed = <T extends object>(operators: T): T =>
  Object.fromEntries(
    Object.entries(operators).filter(([name]) => name.startsWith('$') && !REFUSED.includes(name)),
  ) as T;

/** `$trunc` and `$round` take a lone number too, as MongoDB has them; mingo wants the places beside it. */
const placesOptional = (
  operator: (document: never, operand: never, options: never) => unknown,
): ((document: never, operand: unknown, options: never) => unknown) => {
  return (document, operand, options) => {
    const [number, places = 0]: unknown[] = Array.isArray(operand) ? operand : [operand];
    return operator(document, [number, places] as never, options);
  };
};

/** Most numbers that one `$range` may make: beyond it the result could not fit a document of 16 MB. */
const RANGE_LIMIT = 1_000_000;

/** `$range`, counted before it is made: a billion numbers would end the process. */
const boundedRange = (document: never, operand: never, options: never): unknown => {
  const [start, end, step = 1] = (operand as Value[]).map((part) =>
    Number(evalExpr(document, part as never, options)),
  );
  if (start !== undefined && end !== undefined && (end - start) / step > RANGE_LIMIT)
    throw badValue(`$range would make more than ${RANGE_LIMIT} numbers`);
  return (expressions.$range as (...given: unknown[]) => unknown)(document, operand, options);
};

const expressionOperators = {
  ...expressions,
  ...comparisonOperators,
  $range: boundedRange,
  $round: placesOptional(expressions.$round as never),
  $trunc: placesOptional(expressions.$trunc as never),
};

/** The operators that expressions and stages may use. */
export const operatorContext = Context.init({
  accumulator: allowed({ ...accumulators, ...comparisonAccumulators }) as never,
  expression: allowed(expressionOperators) as never,
  pipeline: allowed(stages) as never,
  projection: allowed(projections) as never,
});

export const expressionOptions = { context: operatorContext, scriptEnabled: false };

/** Evaluates an aggregation expression (`{$gt: ['$a', '$b']}`) for a document. */
export function evaluateExpression(
  document: Document,
  expression: Value,
  variables?: Document,
): Value | undefined {
  return compileExpression(expression, DOCUMENTS, variables)(document);
}

/** Turns what the operators throw into the platform's refusal. */
export function refuseLoudly<T>(run: () => T): T {
  try {
    return run();
  } catch (cause) {
    if (cause instanceof PlatformError) throw cause;
    throw badValue((cause as Error).message);
  }
}
