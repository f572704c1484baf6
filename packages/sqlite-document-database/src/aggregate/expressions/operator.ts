import { badValue } from '../../refusals';
import { checkSize } from '../value-size';
import { shown as shownValue } from '../../values/shown';
import type { Value } from '../../values/value';

/** Most values that one `$range`, `$map` or `$concatArrays` may make: beyond it the result could not fit a document of 16 MB. */
export const maxItems = 1_000_000;

/** The value of an expression; undefined is MongoDB's "missing", which is not null. */
export type Maybe = Value | undefined;

/** An operator that needs its arguments' values only. */
export interface ValueOperator {
  /** Fewest and most arguments. */
  arity: readonly [least: number, most: number];
  compute(values: readonly Maybe[]): Maybe;
  /** The same, of a few arguments each by itself. */
  computeEach?(...values: Maybe[]): Maybe;
}

/** An operator whose arguments have names: `{$trim: {input, chars}}`. */
export interface NamedOperator {
  required: readonly string[];
  optional: readonly string[];
  /** Whether a lone argument may come without the name of the first. */
  lone?: boolean;
  compute(options: Readonly<Record<string, Maybe>>): Maybe;
}

export function isNone(value: Maybe): value is null | undefined {
  return value === undefined || value === null;
}

/** Whether a named argument was given and came to null or nothing, unlike one that was not given. */
export function isGivenNone(options: Readonly<Record<string, Maybe>>, ...names: string[]): boolean {
  return names.some((name) => Object.hasOwn(options, name) && isNone(options[name]));
}

/** Of exactly `count` arguments, or of any number between the two. */
export function taking(
  compute: (...values: Maybe[]) => Maybe,
  least: number,
  most: number = least,
): ValueOperator {
  return { arity: [least, most], compute: (values) => compute(...values), computeEach: compute };
}

/** Of any number of arguments. */
export function takingAll(compute: (values: readonly Maybe[]) => Maybe, least = 0): ValueOperator {
  return { arity: [least, Infinity], compute };
}

/** Null where the first argument is null or missing. */
export function nullFirst(compute: (value: Value, ...rest: Maybe[]) => Maybe): (...values: Maybe[]) => Maybe {
  return (value, ...rest) => (isNone(value) ? null : compute(value, ...rest));
}

/** False, null, zero and missing are false; all else is true, the empty string and NaN too. */
export function truthy(value: Maybe): boolean {
  return value !== undefined && value !== null && value !== false && value !== 0 && value !== 0n;
}

/** @throws PlatformError when the value is no array */
export function arrayOf(operator: string, value: Maybe): Value[] {
  if (!Array.isArray(value)) throw badValue(`${operator} requires an array, found: ${shown(value)}`);
  return value;
}

/** @throws PlatformError when the value is no string */
export function stringOf(operator: string, value: Maybe): string {
  if (typeof value !== 'string')
    throw badValue(`${operator} requires a string argument, found: ${shown(value)}`);
  return value;
}

/** @throws PlatformError when the value is no 32-bit integer */
export function integerOf(operator: string, value: Maybe): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || Math.abs(value) > 0x7fffffff)
    throw badValue(`${operator} requires a 32-bit integer, found: ${shown(value)}`);
  return value + 0;
}

/** A 64-bit integer, rounded to a double beyond 53 bits. @throws PlatformError when the value is no whole number */
export function longOf(operator: string, value: Maybe): number {
  const isWhole = typeof value === 'bigint' || Number.isInteger(value);
  if (!isWhole) throw badValue(`${operator} requires a 64-bit integer, found: ${shown(value)}`);
  return Number(value) + 0;
}

/** A position or count. @throws PlatformError when the value is no whole number from 0 */
export function countOf(operator: string, value: Maybe): number {
  const count = integerOf(operator, value);
  if (count < 0) throw badValue(`${operator} requires a non-negative integer, found: ${count}`);
  return count;
}

/** A value as error messages show it. @throws PlatformError when it is larger than a document may be */
export function shown(value: Maybe): string {
  return shownValue(value === undefined ? undefined : checkSize(value));
}
