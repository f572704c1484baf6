import { Decimal128 } from 'bson';
import { badValue } from '../../refusals';
import type { Value } from '../../values/value';
import { shown, type Maybe } from './operator';

/** Any of MongoDB's numbers. A 64-bit integer is a `bigint` only where a `number` could not hold it exactly. */
export type Numeric = number | bigint | Decimal128;

export function isNumeric(value: Maybe): value is Numeric {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal128;
}

/** Whether a value is an int or a long. Negative zero is a double, because integers have none. */
export function isInteger(value: Maybe): value is number | bigint {
  return typeof value === 'bigint' || (Number.isSafeInteger(value) && !Object.is(value, -0));
}

/** The nearest double. */
export function toNumber(value: Numeric): number {
  return value instanceof Decimal128 ? Number(value.toString()) : Number(value);
}

/** @throws PlatformError for values that are not numbers */
export function numericOf(operator: string, value: Maybe): Numeric {
  if (!isNumeric(value)) throw badValue(`${operator} only supports numeric types, not ${shown(value)}`);
  return value;
}

const longLimit = 2n ** 63n;

/** Whether an integer fits 64 bits. */
export function fitsLong(value: bigint): boolean {
  return value >= -longLimit && value < longLimit;
}

/**
 * Computes with integers exactly while the result fits 64 bits. It computes with doubles when the result does not fit, or when
 * one of the values is a double.
 * @param ofBig the same computation with bigints, for integers that doubles do not hold exactly
 */
export function exactly(
  values: readonly Numeric[],
  ofNumbers: (values: number[]) => number,
  ofBig: (values: bigint[]) => bigint,
): Value {
  const result = ofNumbers(values.map(toNumber));
  if (!values.every(isInteger)) return result;
  // Adding 0 turns a negative zero into zero, because integers have no negative zero.
  if (Number.isSafeInteger(result) && isExact(values)) return result + 0;
  const exact = ofBig(values.map((value) => BigInt(value as number | bigint)));
  return fitsLong(exact) ? fromBig(exact) : Number(exact);
}

/** Whether doubles hold every intermediate result exactly. */
function isExact(values: readonly (number | bigint)[]): boolean {
  let reached = 0;
  for (const value of values) {
    if (typeof value !== 'number') return false;
    reached += Math.abs(value);
  }
  return values.length < 3 || reached <= Number.MAX_SAFE_INTEGER;
}

/** A long in the form that the engine keeps: a `number` where one holds it exactly. */
export function fromBig(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
