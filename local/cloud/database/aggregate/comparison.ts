import { evalExpr } from 'mingo/core';
import { encodeKey, keyText } from '../index/key';
import { badValue } from '../refusals';
import { compareValues, equalValues } from '../values/compare';
import type { Value } from '../values/value';

/*
 * What depends on the order and equality of values, in MongoDB's sense: all types in one order, a missing field below null,
 * field order of documents counting. mingo compares within a type and looks into arrays, as queries do and expressions do not.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/gt/
 */

/** mingo's options of an evaluation: `root` is what paths start from. */
interface Options {
  update(local: { root: unknown }): Options;
}

type Operator = (document: unknown, operand: unknown, options: Options) => unknown;

/** `$eq $ne $gt $gte $lt $lte $cmp $in` of expressions. */
export const comparisonOperators: Record<string, Operator> = {
  $eq: ofTwo('$eq', (order) => order === 0),
  $ne: ofTwo('$ne', (order) => order !== 0),
  $gt: ofTwo('$gt', (order) => order > 0),
  $gte: ofTwo('$gte', (order) => order >= 0),
  $lt: ofTwo('$lt', (order) => order < 0),
  $lte: ofTwo('$lte', (order) => order <= 0),
  $cmp: ofTwo('$cmp', Math.sign),
  $in(document, operand, options) {
    const [item, list] = pair('$in', document, operand, options);
    if (!Array.isArray(list)) throw badValue('$in requires an array as a second argument');
    return list.some((other) => equalValues(item, other));
  },
};

/** `$min $max $push $addToSet` of groups; the first two of expressions too. */
export const comparisonAccumulators: Record<string, Operator> = {
  $min: (group, operand, options) => extreme(itemsOf(group, operand, options), -1),
  $max: (group, operand, options) => extreme(itemsOf(group, operand, options), 1),
  $push: (group, operand, options) => itemsOf(group, operand, options),
  $addToSet: (group, operand, options) => [...distinct(itemsOf(group, operand, options)).values()],
};

/** The first of each set of equal values, by a text that only equal values share. */
export function distinct(values: readonly Value[]): Map<string, Value> {
  const found = new Map<string, Value>();
  for (const value of values) {
    const key = keyText(encodeKey(value));
    if (!found.has(key)) found.set(key, value);
  }
  return found;
}

function ofTwo(name: string, test: (order: number) => unknown): Operator {
  return (document, operand, options) => {
    const [a, b] = pair(name, document, operand, options);
    const bothThere = a !== undefined && b !== undefined;
    return test(bothThere ? compareValues(a, b) : compareMissing(a, b));
  };
}

/** Missing is below everything but the least key, null included. */
function compareMissing(a: Value | undefined, b: Value | undefined): number {
  return Number(a !== undefined) - Number(b !== undefined);
}

function pair(
  name: string,
  document: unknown,
  operand: unknown,
  options: Options,
): [Value | undefined, Value | undefined] {
  if (!Array.isArray(operand) || operand.length !== 2)
    throw badValue(`Expression ${name} takes exactly 2 arguments`);
  const [a, b] = operand.map((each: unknown) => evaluate(document, each, options));
  return [a, b];
}

function evaluate(document: unknown, expression: unknown, options: Options): Value | undefined {
  return evalExpr(document as never, expression as never, options as never) as Value | undefined;
}

/** The operand's values over a group, missing ones left out; without an operand the group itself is the values. */
function itemsOf(group: unknown, operand: unknown, options: Options): Value[] {
  const list = (Array.isArray(group) ? group : [group]) as unknown[];
  const values =
    operand === null ? list : list.map((root) => evaluate(root, operand, options.update({ root })));
  return values.filter((value) => value !== undefined) as Value[];
}

/** The least (-1) or greatest (1); null counts as nothing. */
function extreme(values: Value[], sign: 1 | -1): Value {
  let best: Value = null;
  for (const value of values)
    if (value !== null && (best === null || compareValues(value, best) * sign > 0)) best = value;
  return best;
}
