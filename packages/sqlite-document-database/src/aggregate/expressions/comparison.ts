import { compareValues } from '../../values/compare';
import { taking, truthy, type Maybe, type ValueOperator } from './operator';

/**
 * Operators that depend on the order of values. All types have one common order, a missing field is below null, and documents
 * with the same fields in another order differ.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/gt/
 */
export const comparisons: Record<string, ValueOperator> = {
  $eq: taking((a, b) => orderOf(a, b) === 0, 2),
  $ne: taking((a, b) => orderOf(a, b) !== 0, 2),
  $gt: taking((a, b) => orderOf(a, b) > 0, 2),
  $gte: taking((a, b) => orderOf(a, b) >= 0, 2),
  $lt: taking((a, b) => orderOf(a, b) < 0, 2),
  $lte: taking((a, b) => orderOf(a, b) <= 0, 2),
  $cmp: taking((a, b) => Math.sign(orderOf(a, b)), 2),
  $not: taking((value) => !truthy(value), 1),
};

/** Compares two values; a missing one is below everything, even null. */
export function orderOf(a: Maybe, b: Maybe): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return compareValues(a, b);
}
