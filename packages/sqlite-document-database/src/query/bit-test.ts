import { badValue } from '../refusals';
import type { Value } from '../values/value';

/** `$bitsAllSet`, `$bitsAnySet`, `$bitsAllClear`, `$bitsAnyClear` with a mask or a list of positions, on whole numbers. */
export function bitTest(op: string, operand: Value): (value: Value | undefined) => boolean {
  const mask = toMask(op, operand);
  return (value) => {
    // A number beyond 64 bits has no bits to test.
    const isWhole =
      typeof value === 'number' && Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 63;
    if (typeof value !== 'bigint' && !isWhole) return false;
    const bits = BigInt.asUintN(64, BigInt(value)) & mask;
    switch (op) {
      case '$bitsAllSet':
        return bits === mask;
      case '$bitsAnySet':
        return bits !== 0n;
      case '$bitsAllClear':
        return bits === 0n;
      default:
        return bits !== mask;
    }
  };
}

function toMask(op: string, operand: Value): bigint {
  if (Array.isArray(operand)) {
    let mask = 0n;
    for (const position of operand) {
      if (typeof position !== 'number' || !Number.isInteger(position) || position < 0 || position > 63)
        throw badValue(`bit positions of ${op} must be 0 to 63`);
      mask |= 1n << BigInt(position);
    }
    return mask;
  }
  if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < 0)
    throw badValue(`${op} takes an Array or a non-negative number`);
  return BigInt(operand);
}
