import type { Document, Value } from '../../src/values/value';

/** A value, or MongoDB's "missing". */
export type Maybe = Value | undefined;

/** An operator that works on the values of its arguments: those in order, or those with names. */
export type OfValues = (values: Maybe[], options: Record<string, Maybe>) => Maybe;

/** The reference expects MongoDB to answer an error. */
export class Refusal extends Error {}

/** Thrown where the documentation does not decide, or where a known difference applies; such a case is not compared. */
export class Undecided extends Error {}

export function refuse(why: string): never {
  throw new Refusal(why);
}

export function undecided(why: string): never {
  throw new Undecided(why);
}

export function isPlain(value: Maybe): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

export function isNone(value: Maybe): value is null | undefined {
  return value === undefined || value === null;
}

/** Whether a value is an int or long. Negative zero is a double, because integers have none. */
export function isWhole(value: Maybe): value is number {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}

/** A 32-bit whole number, whether an int, a long or a double. @throws Refusal for anything else */
export function wholeOf(value: Maybe): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || Math.abs(value) >= 2 ** 31)
    refuse('a 32-bit integer is wanted');
  return value === 0 ? 0 : value;
}
