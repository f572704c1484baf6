import type { Document, Value } from '../../src/values/value';

/** A value, or MongoDB's "missing". */
export type Maybe = Value | undefined;

/** An operator on values: of its arguments in order, or of named ones. */
export type OfValues = (values: Maybe[], options: Record<string, Maybe>) => Maybe;

/** MongoDB answers an error. */
export class Refusal extends Error {}

/** The documentation does not say, or the case is of the known differences: not compared. */
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

/** A whole number that fits 64 bits, as int and long are here; zero below zero is a double. */
export function isWhole(value: Maybe): value is number {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}

/** A whole number given as int, long or double. @throws Refusal for anything else */
export function wholeOf(value: Maybe): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || Math.abs(value) >= 2 ** 31)
    refuse('a 32-bit integer is wanted');
  return value === 0 ? 0 : value;
}
