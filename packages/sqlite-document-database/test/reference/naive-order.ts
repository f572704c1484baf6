import type { Maybe } from './naive-kinds';
import { naiveCompare } from './naive-query';

/** The common order of all values; a missing one is below null. */
export function naiveOrder(a: Maybe, b: Maybe): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return naiveCompare(a, b);
}

/** Whether a value counts as true: false, null, zero and missing do not. */
export function truthy(value: Maybe): boolean {
  return value !== undefined && value !== null && value !== false && value !== 0;
}

/** The distinct values; the first of several equal ones is kept. */
export function naiveDistinct<T extends Maybe>(values: T[]): T[] {
  return values.filter((value, at) => values.findIndex((other) => naiveOrder(other, value) === 0) === at);
}
