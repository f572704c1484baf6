import type { Value } from '../../src/values/value';

/*
 * Arithmetic with 64-bit integers (bigints here) and doubles (numbers here). With integers only, a result is exact if it fits 64
 * bits and a double if it does not; a single double among the operands makes the result a double.
 */

/** A bigint is an int or long, a number is a double. */
export type NaiveNumber = bigint | number;

export class NaiveRefusal extends Error {
  /** Whether the manual leaves the result open. */
  constructor(readonly undecided = false) {
    super('refused');
  }
}

interface Operator {
  arity: [least: number, most: number];
  of(values: NaiveNumber[]): Value;
}

const limit = 2n ** 63n;

export const naiveLong: Record<string, Operator> = {
  $add: folded(
    (a, b) => a + b,
    (a, b) => a + b,
  ),
  $sum: folded(
    (a, b) => a + b,
    (a, b) => a + b,
  ),
  $multiply: folded(
    (a, b) => a * b,
    (a, b) => a * b,
  ),
  $subtract: {
    ...folded(
      (a, b) => a - b,
      (a, b) => a - b,
    ),
    arity: [2, 2],
  },
  $mod: {
    arity: [2, 2],
    of: ([a = 0, b = 0]) => {
      if (Number(b) === 0) throw new NaiveRefusal();
      return typeof a === 'bigint' && typeof b === 'bigint' ? a % b : Number(a) % Number(b);
    },
  },
  $pow: {
    arity: [2, 2],
    of: ([a = 0, b = 0]) => {
      if (Number(a) === 0 && Number(b) < 0) throw new NaiveRefusal();
      if (typeof a === 'bigint' && typeof b === 'bigint') {
        // Powers of one and minus one depend only on whether the exponent is even.
        const even = b % 2n === 0n ? 2n : 1n;
        if (a === 1n || a === -1n) return a ** even;
        const power = b >= 0n && b <= 64n ? a ** b : limit;
        if (fits(power)) return power;
      }
      return Number(a) ** Number(b);
    },
  },
  $abs: ofOne((a) => (a === -limit ? refuse() : a < 0n ? -a : a), Math.abs),
  $ceil: ofOne((a) => a, Math.ceil),
  $floor: ofOne((a) => a, Math.floor),
  $round: toPlaces((whole, rest, scale) => {
    const twice = 2n * (rest < 0n ? -rest : rest);
    const away = twice > scale || (twice === scale && whole % 2n !== 0n);
    return away ? whole + (rest < 0n ? -1n : 1n) : whole;
  }),
  $trunc: toPlaces((whole) => whole),
  $toLong: ofOne(
    (a) => a,
    (a) => (Math.abs(a) < 2 ** 63 || a === -(2 ** 63) ? BigInt(Math.trunc(a)) : refuse()),
  ),
  $toString: ofOne(String, () => refuse(true)),
  $toDouble: ofOne(
    (a) => Number(a),
    (a) => a,
  ),
  $cmp: { arity: [2, 2], of: ([a = 0, b = 0]) => BigInt(Number(a > b) - Number(a < b)) },
  $eq: { arity: [2, 2], of: ([a = 0, b = 0]) => !(a < b) && !(a > b) },
  $max: { arity: [3, 3], of: (values) => values.reduce((best, value) => (value > best ? value : best)) },
};

/** @throws NaiveRefusal for results beyond 64 bits */
export function naiveLongUpdate(operator: string, current: NaiveNumber, by: NaiveNumber): Value {
  if (typeof current !== 'bigint' || typeof by !== 'bigint')
    return operator === '$inc' ? Number(current) + Number(by) : Number(current) * Number(by);
  const exact = operator === '$inc' ? current + by : current * by;
  return fits(exact) ? exact : refuse();
}

function fits(value: bigint): boolean {
  return BigInt.asIntN(64, value) === value;
}

function refuse(undecided = false): never {
  throw new NaiveRefusal(undecided);
}

function folded(
  ofBig: (a: bigint, b: bigint) => bigint,
  ofDoubles: (a: number, b: number) => number,
): Operator {
  return {
    arity: [3, 3],
    of(values) {
      if (!values.every((value) => typeof value === 'bigint')) return values.map(Number).reduce(ofDoubles);
      const exact = values.reduce(ofBig);
      return fits(exact) ? exact : Number(exact);
    },
  };
}

function ofOne(ofBig: (a: bigint) => Value, ofDouble: (a: number) => Value): Operator {
  return { arity: [1, 1], of: ([a = 0]) => (typeof a === 'bigint' ? ofBig(a) : ofDouble(a)) };
}

/** Rounds an integer to `places`, the last argument; places after the decimal point change nothing. */
function toPlaces(round: (whole: bigint, rest: bigint, scale: bigint) => bigint): Operator {
  return {
    arity: [1, 1],
    of([value = 0, places = 0n]) {
      if (typeof value !== 'bigint') return refuse(true);
      if (places >= 0n) return value;
      const scale = 10n ** -(places as bigint);
      const rounded = round(value / scale, value % scale, scale) * scale;
      return fits(rounded) ? rounded : refuse(true);
    },
  };
}
