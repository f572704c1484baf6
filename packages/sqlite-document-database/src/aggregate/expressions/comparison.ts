import { compareValues } from '../../values/compare';
import { taking, truthy, type Maybe, type ValueOperator } from './operator';

/**
 * What depends on the order of values: all types in one order, a missing field below null, field order of documents counting.
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

/** The order of two values; missing is below everything, null included. */
export function orderOf(a: Maybe, b: Maybe): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return compareValues(a, b);
}
