import { requestFailed } from '../refusals';
import type { Value } from '../values/value';

/** A whole number: a bigint where a double does not hold it exactly. */
export type Integer = number | bigint;

export function isNumber(value: Value): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** The sum; 64-bit integers are exact. @throws PlatformError when it does not fit 64 bits */
export function add(a: number | bigint, b: number | bigint, path: string): number | bigint {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum) || !isWhole(a) || !isWhole(b)) return sum;
  }
  return isWhole(a) && isWhole(b) ? exact(BigInt(a) + BigInt(b), '$inc', path) : Number(a) + Number(b);
}

/** The product; 64-bit integers are exact. @throws PlatformError when it does not fit 64 bits */
export function multiply(a: number | bigint, b: number | bigint, path: string): number | bigint {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    // Adding 0 turns a negative zero into zero, because whole numbers have no negative zero.
    if (product === 0 && isInt(a) && isInt(b)) return 0;
    if (Number.isSafeInteger(product) || !isWhole(a) || !isWhole(b)) return product;
  }
  return isWhole(a) && isWhole(b) ? exact(BigInt(a) * BigInt(b), '$mul', path) : Number(a) * Number(b);
}

function isWhole(value: number | bigint): boolean {
  return typeof value === 'bigint' || Number.isSafeInteger(value);
}

function isInt(value: number): boolean {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}

function exact(result: bigint, name: string, path: string): number | bigint {
  if (BigInt.asIntN(64, result) !== result)
    throw requestFailed(
      'Update',
      `Failed to apply ${name} operations to current value of '${path}': integer overflow`,
    );
  const number = Number(result);
  return Number.isSafeInteger(number) ? number : result;
}
