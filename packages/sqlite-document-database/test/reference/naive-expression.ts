import type { Document, Value } from '../../src/values/value';
import { naiveArithmetic } from './naive-arithmetic';
import { naiveArrays, naiveSortArray } from './naive-arrays';
import { naiveConversions } from './naive-conversions';
import { naiveDates } from './naive-dates';
import { naiveDateSteps } from './naive-date-steps';
import { naiveDateText } from './naive-date-text';
import { isPlain, refuse, wholeOf, type Maybe } from './naive-kinds';
import { naiveOrder, truthy } from './naive-order';
import { naiveStrings } from './naive-strings';

/*
 * Evaluates MongoDB's aggregation expressions as its documentation describes them. Tests compare the engine with it, so it uses
 * none of the engine's code and does not care for speed.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/
 */

/** The values of `$$name`: `ROOT`, `CURRENT`, and what `$let`, `$map`, `$filter` and `$reduce` declare. */
export type Names = Record<string, Maybe>;

/** The value of an expression; undefined is MongoDB's "missing". @throws Refusal, Undecided */
export function naiveEvaluate(expression: Value, names: Names): Maybe {
  if (typeof expression === 'string')
    return expression.startsWith('$') ? named(expression, names) : expression;
  if (Array.isArray(expression)) return expression.map((item) => naiveEvaluate(item, names) ?? null);
  if (!isPlain(expression)) return expression;
  const [operator = ''] = Object.keys(expression);
  if (operator.startsWith('$')) return operate(operator, expression[operator] as Value, names);
  const entries = Object.entries(expression).map(
    ([name, part]) => [name, naiveEvaluate(part, names)] as const,
  );
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Document;
}

/** The value of an expression for a document. @param names the values that an enclosing `$lookup` declares */
export function naiveEvaluateFor(expression: Value, document: Document, names: Names = {}): Maybe {
  computeConstants(expression);
  return naiveEvaluate(expression, { ...names, ROOT: document, CURRENT: document });
}

/** MongoDB computes what depends on nothing before it looks at documents: its errors come first. */
function computeConstants(expression: Value): void {
  if (Array.isArray(expression)) for (const item of expression) computeConstants(item);
  if (!isPlain(expression) || '$literal' in expression || '$const' in expression) return;
  for (const part of Object.values(expression)) computeConstants(part);
  const [operator = ''] = Object.keys(expression);
  if (
    (operator in valueOperators || operator in comparisons || operator === '$not') &&
    isConstant(expression)
  )
    naiveEvaluate(expression, {});
}

function isConstant(expression: Value): boolean {
  if (typeof expression === 'string') return !expression.startsWith('$');
  if (Array.isArray(expression)) return expression.every(isConstant);
  if (!isPlain(expression) || '$literal' in expression || '$const' in expression) return true;
  const [operator = ''] = Object.keys(expression);
  const isFolded = operator in valueOperators || operator in comparisons || operator === '$not';
  return (!operator.startsWith('$') || isFolded) && Object.values(expression).every(isConstant);
}

function named(text: string, names: Names): Maybe {
  const isVariable = text.startsWith('$$');
  const [first = '', ...path] = text.slice(isVariable ? 2 : 1).split('.');
  if (!isVariable) return down(names.CURRENT, [first, ...path]);
  if (first === 'REMOVE') return undefined;
  if (!(first in names)) throw new Error(`the naive evaluator does not know ${text}`);
  return down(names[first], path);
}

/**
 * Follows a path into documents and into the documents of an array. In expressions a number in a path is a field name, never a
 * position.
 */
function down(value: Maybe, path: string[]): Maybe {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (Array.isArray(value))
    return value
      .filter(isPlain)
      .map((item) => down(item, path))
      .filter((found) => found !== undefined);
  return isPlain(value) ? down(value[name], rest) : undefined;
}

const valueOperators = {
  ...naiveArithmetic,
  ...naiveArrays,
  ...naiveConversions,
  ...naiveDates,
  ...naiveDateSteps,
  ...naiveDateText,
  ...naiveStrings,
};

function operate(operator: string, operand: Value, names: Names): Maybe {
  const evaluate = (part: Value | undefined): Maybe =>
    part === undefined ? undefined : naiveEvaluate(part, names);
  const list = Array.isArray(operand) ? operand : [operand];
  const options = isPlain(operand) ? operand : {};
  switch (operator) {
    case '$literal':
    case '$const':
      return operand;
    case '$and':
      return list.every((part) => truthy(evaluate(part)));
    case '$or':
      return list.some((part) => truthy(evaluate(part)));
    case '$not':
      return !truthy(evaluate(list[0]));
    case '$cond': {
      const [condition, then, otherwise] = isPlain(operand)
        ? [operand.if, operand.then, operand.else]
        : (operand as Value[]);
      return evaluate(truthy(evaluate(condition)) ? then : otherwise);
    }
    case '$ifNull':
      for (const part of list.slice(0, -1)) {
        const value = evaluate(part);
        if (value !== undefined && value !== null) return value;
      }
      return evaluate(list.at(-1));
    case '$switch': {
      const branches = options.branches as Document[];
      const taken = branches.find((branch) => truthy(evaluate(branch.case)));
      if (!taken && options.default === undefined) refuse('no branch holds and there is no default');
      return evaluate(taken ? taken.then : options.default);
    }
    case '$let': {
      const values = Object.entries(options.vars as Document).map(([name, part]) => [name, evaluate(part)]);
      return naiveEvaluate(options.in as Value, { ...names, ...(Object.fromEntries(values) as Names) });
    }
    case '$map':
      return overArray(evaluate(options.input), (items) =>
        items.map((item) => naiveEvaluate(options.in as Value, { ...names, [asOf(options)]: item }) ?? null),
      );
    case '$filter':
      return overArray(evaluate(options.input), (items) => {
        const limit = evaluate(options.limit) ?? null;
        const most = limit === null ? items.length : wholeOf(limit);
        if (limit !== null && most < 1) refuse('not positive');
        const holds = (item: Value): boolean =>
          truthy(naiveEvaluate(options.cond as Value, { ...names, [asOf(options)]: item }));
        return naiveFirst(items, holds, most);
      });
    case '$sortArray':
      return naiveSortArray(evaluate(options.input), options.sortBy as Value);
    case '$getField': {
      const isNamed = isPlain(operand) && !Object.keys(operand)[0]?.startsWith('$');
      const field = evaluate(isNamed ? operand.field : operand);
      const input = isNamed && operand.input !== undefined ? evaluate(operand.input) : names.CURRENT;
      if (typeof field !== 'string') refuse('no name');
      if (input === null) return null;
      return isPlain(input) ? input[field] : undefined;
    }
    case '$reduce':
      return overArray(evaluate(options.input), (items) => {
        let value = evaluate(options.initialValue);
        for (const item of items) value = naiveEvaluate(options.in as Value, { ...names, value, this: item });
        return value;
      });
    case '$eq':
    case '$ne':
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
    case '$cmp': {
      const order = Math.sign(naiveOrder(evaluate(list[0]), evaluate(list[1])));
      return comparisons[operator](order);
    }
    default: {
      const compute = valueOperators[operator];
      if (!compute) throw new Error(`the naive evaluator does not know ${operator}`);
      if (!isPlain(operand) || (!byName.has(operator) && operand.date === undefined))
        return compute(list.map(evaluate), {});
      // The values of named arguments, as in {$trim: {input, chars}}.
      const given = Object.entries(operand).map(([name, part]) => [name, evaluate(part)]);
      return compute([undefined], Object.fromEntries(given) as Names);
    }
  }
}

/** The operators with named arguments. The parts of dates take names only when a time zone is given. */
const byName = new Set([
  '$convert',
  '$dateAdd',
  '$dateDiff',
  '$dateFromParts',
  '$dateFromString',
  '$dateSubtract',
  '$dateToParts',
  '$dateToString',
  '$dateTrunc',
  '$ltrim',
  '$replaceAll',
  '$replaceOne',
  '$rtrim',
  '$trim',
  '$zip',
  '$firstN',
  '$lastN',
  '$minN',
  '$maxN',
  '$setField',
  '$unsetField',
]);

const comparisons = {
  $eq: (order: number) => order === 0,
  $ne: (order: number) => order !== 0,
  $gt: (order: number) => order > 0,
  $gte: (order: number) => order >= 0,
  $lt: (order: number) => order < 0,
  $lte: (order: number) => order <= 0,
  $cmp: (order: number) => order,
};

function naiveFirst(items: Value[], holds: (item: Value) => boolean, most: number): Value[] {
  const kept: Value[] = [];
  for (const item of items) if (kept.length < most && holds(item)) kept.push(item);
  return kept;
}

function asOf(options: Document): string {
  return String(options.as ?? 'this');
}

function overArray(input: Maybe, use: (items: Value[]) => Maybe): Maybe {
  if (input === undefined || input === null) return null;
  return Array.isArray(input) ? use(input) : refuse('the input must be an array');
}
