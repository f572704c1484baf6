import type { Maybe } from './naive-kinds';
import { naiveCompare } from './naive-query';

/** The order of all values, missing ones below null. */
export function naiveOrder(a: Maybe, b: Maybe): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return naiveCompare(a, b);
}

/** False, null, zero and missing are false; everything else is true. */
export function truthy(value: Maybe): boolean {
  return value !== undefined && value !== null && value !== false && value !== 0;
}

/** The first of each set of equal values. */
export function naiveDistinct<T extends Maybe>(values: T[]): T[] {
  return values.filter((value, at) => values.findIndex((other) => naiveOrder(other, value) === 0) === at);
}
