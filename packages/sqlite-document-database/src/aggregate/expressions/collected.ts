import { compareValues } from '../../values/compare';
import { isDocument, setField, type Document, type Value } from '../../values/value';
import { badValue } from '../../refusals';
import { exactly, isNumeric, toNumber } from './number';
import { isNone, shown, type Maybe } from './operator';

/*
 * What accumulators make of many values, in groups and in expressions.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/#accumulators---group---bucket---bucketauto---setwindowfields-
 */

/** The values that an accumulator reads: a single argument that is an array gives its elements. */
export function spread(values: readonly Maybe[]): readonly Maybe[] {
  const [only] = values;
  return values.length === 1 && Array.isArray(only) ? only : values;
}

/** The sum; values that are not numbers are ignored. */
export function sum(values: readonly Maybe[]): Value {
  return exactly(
    values.filter(isNumeric),
    (numbers) => numbers.reduce((total, number) => total + number, 0),
    (numbers) => numbers.reduce((total, number) => total + number, 0n),
  );
}

/** The average; null when there are no numbers. */
export function mean(values: readonly Maybe[]): Value {
  const numbers = values.filter(isNumeric).map(toNumber);
  if (numbers.length === 0) return null;
  return numbers.reduce((total, number) => total + number, 0) / numbers.length;
}

/** The least (-1) or greatest (1) value; null and missing are ignored. */
export function extreme(values: readonly Maybe[], sign: 1 | -1): Value {
  let best: Value = null;
  for (const value of values)
    if (!isNone(value) && (best === null || compareValues(value, best) * sign > 0)) best = value;
  return best;
}

/** The standard deviation of a whole population (`less` 0) or of a sample of it (`less` 1). */
export function deviation(values: readonly Maybe[], less: 0 | 1): Value {
  const numbers = values.filter(isNumeric).map(toNumber);
  if (numbers.length <= less) return null;
  const middle = numbers.reduce((total, number) => total + number, 0) / numbers.length;
  const squares = numbers.reduce((total, number) => total + (number - middle) ** 2, 0);
  return Math.sqrt(squares / (numbers.length - less));
}

/** Merges documents: later fields win, null and missing are ignored. @throws PlatformError for values that are not documents */
export function merged(values: readonly Maybe[]): Document {
  const out: Document = {};
  for (const value of values) {
    if (isNone(value)) continue;
    if (!isDocument(value))
      throw badValue(`$mergeObjects requires object inputs, but input ${shown(value)} is none`);
    for (const name in value) setField(out, name, value[name] as Value);
  }
  return out;
}
