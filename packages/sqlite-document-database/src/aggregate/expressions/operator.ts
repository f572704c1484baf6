import { badValue } from '../../refusals';
import { checkSize } from '../value-size';
import { shown as shownValue } from '../../values/shown';
import type { Value } from '../../values/value';

/** The most values that one `$range`, `$map` or `$concatArrays` may make: a longer result would not fit a document of 16 MB. */
export const maxItems = 1_000_000;

/** The value of an expression; undefined is MongoDB's "missing", which is not null. */
export type Maybe = Value | undefined;

/** An operator that needs only the values of its arguments. */
export interface ValueOperator {
  /** The fewest and the most arguments. */
  arity: readonly [least: number, most: number];
  compute(values: readonly Maybe[]): Maybe;
  /** The same computation without a list, for operators of one or two arguments. */
  computeEach?(...values: Maybe[]): Maybe;
}

/** An operator whose arguments have names: `{$trim: {input, chars}}`. */
export interface NamedOperator {
  required: readonly string[];
  optional: readonly string[];
  /** Whether a single argument may come without its name: `{$trim: '$name'}` means `{$trim: {input: '$name'}}`. */
  lone?: boolean;
  compute(options: Readonly<Record<string, Maybe>>): Maybe;
}

export function isNone(value: Maybe): value is null | undefined {
  return value === undefined || value === null;
}

/** Whether a named argument was given and evaluated to null or missing; an argument that was not given does not count. */
export function isGivenNone(options: Readonly<Record<string, Maybe>>, ...names: string[]): boolean {
  return names.some((name) => Object.hasOwn(options, name) && isNone(options[name]));
}

/** An operator of exactly `count` arguments, or of any number from the first count to the second. */
export function taking(
  compute: (...values: Maybe[]) => Maybe,
  least: number,
  most: number = least,
): ValueOperator {
  return { arity: [least, most], compute: (values) => compute(...values), computeEach: compute };
}

/** An operator of any number of arguments. */
export function takingAll(compute: (values: readonly Maybe[]) => Maybe, least = 0): ValueOperator {
  return { arity: [least, Infinity], compute };
}

/** Wraps a computation so that it answers null when its first argument is null or missing. */
export function nullFirst(compute: (value: Value, ...rest: Maybe[]) => Maybe): (...values: Maybe[]) => Maybe {
  return (value, ...rest) => (isNone(value) ? null : compute(value, ...rest));
}

/** Whether a value counts as true. False, null, zero and missing do not; the empty string and NaN do. */
export function truthy(value: Maybe): boolean {
  return value !== undefined && value !== null && value !== false && value !== 0 && value !== 0n;
}

/** @throws PlatformError for values that are not arrays */
export function arrayOf(operator: string, value: Maybe): Value[] {
  if (!Array.isArray(value)) throw badValue(`${operator} requires an array, found: ${shown(value)}`);
  return value;
}

/** @throws PlatformError for values that are not strings */
export function stringOf(operator: string, value: Maybe): string {
  if (typeof value !== 'string')
    throw badValue(`${operator} requires a string argument, found: ${shown(value)}`);
  return value;
}

/** @throws PlatformError for values that are not 32-bit integers */
export function integerOf(operator: string, value: Maybe): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || Math.abs(value) > 0x7fffffff)
    throw badValue(`${operator} requires a 32-bit integer, found: ${shown(value)}`);
  return value + 0;
}

/** A 64-bit integer, rounded to the nearest double beyond 53 bits. @throws PlatformError for values that are not whole numbers */
export function longOf(operator: string, value: Maybe): number {
  const isWhole = typeof value === 'bigint' || Number.isInteger(value);
  if (!isWhole) throw badValue(`${operator} requires a 64-bit integer, found: ${shown(value)}`);
  return Number(value) + 0;
}

/** A position or a count. @throws PlatformError for values that are not whole numbers from 0 */
export function countOf(operator: string, value: Maybe): number {
  const count = integerOf(operator, value);
  if (count < 0) throw badValue(`${operator} requires a non-negative integer, found: ${count}`);
  return count;
}

/** The positions that were given, of which none may be missing. @throws PlatformError for values that are no positions */
export function positionsOf(operator: string, given: readonly Maybe[]): number[] {
  return given.map((position) => countOf(operator, position));
}

/** A value as error messages show it. @throws PlatformError for values larger than a document may be */
export function shown(value: Maybe): string {
  return shownValue(value === undefined ? undefined : checkSize(value));
}
