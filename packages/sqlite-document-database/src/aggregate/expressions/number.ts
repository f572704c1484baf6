import { Decimal128 } from 'bson';
import { badValue } from '../../refusals';
import type { Value } from '../../values/value';
import { shown, type Maybe } from './operator';

/** Any of MongoDB's numbers. A 64-bit integer is a `bigint` only beyond what a `number` holds exactly. */
export type Numeric = number | bigint | Decimal128;

export function isNumeric(value: Maybe): value is Numeric {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal128;
}

/** An int or long; zero below zero is a double. */
export function isInteger(value: Maybe): value is number | bigint {
  return typeof value === 'bigint' || (Number.isSafeInteger(value) && !Object.is(value, -0));
}

/** As a double. */
export function toNumber(value: Numeric): number {
  return value instanceof Decimal128 ? Number(value.toString()) : Number(value);
}

/** @throws PlatformError when it is no number */
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
 * Computes with integers exactly, as long as the result fits 64 bits; otherwise, and with doubles among them, with doubles.
 * @param ofBig the same with bigints, where the doubles are not exact
 */
export function exactly(
  values: readonly Numeric[],
  ofNumbers: (values: number[]) => number,
  ofBig: (values: bigint[]) => bigint,
): Value {
  const result = ofNumbers(values.map(toNumber));
  if (!values.every(isInteger)) return result;
  // Integers know no zero below zero.
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

/** A long as the engine holds it. */
export function fromBig(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
