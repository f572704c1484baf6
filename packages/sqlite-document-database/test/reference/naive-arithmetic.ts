import type { Value } from '../../src/values/value';
import { isNone, isWhole, refuse, undecided, wholeOf, type Maybe, type OfValues } from './naive-kinds';
import { naiveOrder } from './naive-order';

/** `$add` and the other operators on numbers, and the accumulators as expressions. */
export const naiveArithmetic: Record<string, OfValues> = {
  $add(values) {
    let date = false;
    let sum = 0;
    for (const value of values) {
      if (isNone(value)) return null;
      if (value instanceof Date && date) refuse('two dates');
      if (value instanceof Date) date = true;
      else if (typeof value !== 'number') refuse('not a number');
      sum += Number(value);
    }
    return date ? dateAt(sum) : whole(values, sum);
  },
  $subtract([a, b]) {
    if (typeof a === 'number' && typeof b === 'number') return whole([a, b], a - b);
    if (isNone(a) || isNone(b)) return null;
    if (!(a instanceof Date)) refuse('not a number');
    if (b instanceof Date) return Number(a) - Number(b);
    return typeof b === 'number' ? dateAt(Number(a) - b) : refuse('not a number');
  },
  $multiply(values) {
    let product = 1;
    for (const value of values) {
      if (isNone(value)) return null;
      if (typeof value !== 'number') refuse('not a number');
      product *= value;
    }
    return whole(values, product);
  },
  $divide: ofTwo((a, b) => (b === 0 ? refuse('by zero') : whole([a, b], a / b))),
  $mod: ofTwo((a, b) => (b === 0 ? refuse('by zero') : whole([a, b], a % b))),
  $pow: ofTwo((a, b) => (a === 0 && b < 0 ? refuse('zero to a negative power') : whole([a, b], a ** b))),
  $log: ofTwo((a, base) =>
    a <= 0 || base <= 0 || base === 1 ? refuse('out of range') : Math.log(a) / Math.log(base),
  ),
  $abs: ofOne((a) => Math.abs(a)),
  $ceil: ofOne((a) => Math.ceil(a)),
  $floor: ofOne((a) => Math.floor(a)),
  $exp: ofOne((a) => Math.exp(a)),
  $sqrt: ofOne((a) => (a < 0 ? refuse('negative') : Math.sqrt(a))),
  $ln: ofOne((a) => (a <= 0 ? refuse('not positive') : Math.log(a))),
  $log10: ofOne((a) => (a <= 0 ? refuse('not positive') : Math.log10(a))),
  ...ofAngles(),
  $degreesToRadians: ofOne((a) => (a * Math.PI) / 180),
  $radiansToDegrees: ofOne((a) => (a * 180) / Math.PI),
  $atan2: ofTwo((a, b) => whole([a, b], Math.atan2(a, b))),
  $stdDevPop: (values) => naiveDeviation(spread(values), 0),
  $stdDevSamp: (values) => naiveDeviation(spread(values), 1),
  $round: toPlaces((scaled) => {
    const below = Math.floor(scaled);
    const nearer = scaled - below - 0.5;
    return nearer === 0 ? below + Math.abs(below % 2) : nearer < 0 ? below : below + 1;
  }),
  $trunc: toPlaces((scaled) => Math.trunc(scaled)),
  $sum: (values) => naiveSum(spread(values)),
  $avg: (values) => naiveMean(spread(values)),
  $min: (values) => naiveExtreme(spread(values), -1),
  $max: (values) => naiveExtreme(spread(values), 1),
};

/** MongoDB answers an error where a trigonometric function has no value. */
function ofAngles(): Record<string, OfValues> {
  const within: Record<string, [keyof Math, (a: number) => boolean]> = {
    $sin: ['sin', Number.isFinite],
    $cos: ['cos', Number.isFinite],
    $tan: ['tan', Number.isFinite],
    $asin: ['asin', (a) => Math.abs(a) <= 1],
    $acos: ['acos', (a) => Math.abs(a) <= 1],
    $atan: ['atan', () => true],
    $sinh: ['sinh', () => true],
    $cosh: ['cosh', () => true],
    $tanh: ['tanh', () => true],
    $asinh: ['asinh', () => true],
    $acosh: ['acosh', (a) => a >= 1],
    $atanh: ['atanh', (a) => Math.abs(a) <= 1],
  };
  const entries = Object.entries(within).map(([operator, [name, allows]]) => [
    operator,
    ofOne((a) =>
      Number.isNaN(a)
        ? undecided('no number')
        : allows(a)
          ? (Math[name] as (a: number) => number)(a)
          : refuse('out of range'),
    ),
  ]);
  return Object.fromEntries(entries) as Record<string, OfValues>;
}

/** The standard deviation of a whole population (`less` 0) or of a sample of it (`less` 1). */
export function naiveDeviation(values: Maybe[], less: 0 | 1): Value {
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length <= less) return null;
  const middle = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  const squares = numbers.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return Math.sqrt(squares / (numbers.length - less));
}

/** The sum; values that are not numbers are ignored. */
export function naiveSum(values: Maybe[]): number {
  const numbers = values.filter((value) => typeof value === 'number');
  return whole(
    numbers,
    numbers.reduce((sum, value) => sum + value, 0),
  );
}

export function naiveMean(values: Maybe[]): Value {
  const numbers = values.filter((value) => typeof value === 'number');
  return numbers.length === 0 ? null : whole(numbers, naiveSum(numbers) / numbers.length);
}

/** The greatest (1) or least (-1) value; null when all are null or missing. */
export function naiveExtreme(values: Maybe[], sign: 1 | -1): Value {
  const there = values.filter((value) => !isNone(value)) as Value[];
  return there.reduce<Value>(
    (best, value) => (best === null || naiveOrder(value, best) * sign > 0 ? value : best),
    null,
  );
}

/** A single argument that is an array stands for its elements. */
function spread(values: Maybe[]): Maybe[] {
  const [only] = values;
  return values.length === 1 && Array.isArray(only) ? only : values;
}

/** A zero that comes from integers only is never negative. */
function whole(from: Maybe[], result: number): number {
  return from.every(isWhole) && result === 0 ? 0 : result;
}

function dateAt(milliseconds: number): Date {
  if (!Number.isInteger(milliseconds) || Math.abs(milliseconds) > 8e15) undecided('no whole milliseconds');
  return new Date(milliseconds);
}

function ofOne(compute: (a: number) => number): OfValues {
  return ([a]) =>
    isNone(a) ? null : typeof a === 'number' ? whole([a], compute(a)) : refuse('not a number');
}

function ofTwo(compute: (a: number, b: number) => number): OfValues {
  return ([a, b]) => {
    if (typeof a === 'number' && typeof b === 'number') return compute(a, b);
    return isNone(a) || isNone(b) ? null : refuse('not a number');
  };
}

function toPlaces(toWhole: (scaled: number) => number): OfValues {
  return (values) => {
    const [number, given = values.length > 1 ? null : 0] = values;
    if (isNone(number) || given === null) return null;
    if (typeof number !== 'number') refuse('not a number');
    const places = wholeOf(given);
    if (places < -20 || places > 100) refuse('out of range');
    if (!Number.isFinite(number)) return number;
    if (isWhole(number) && places >= 0) return number;
    if (Math.abs(places) > 3 || Math.abs(number) > 2 ** 53 || !Number.isInteger(number * 1024))
      undecided('binary fractions');
    const scale = 10 ** Math.abs(places);
    const rounded = toWhole(places < 0 ? number / scale : number * scale);
    const result = places < 0 ? rounded * scale : rounded / scale;
    // A negative double that rounds to zero becomes negative zero; an integer has no negative zero.
    if (isWhole(number)) return whole([number], result);
    if (result !== 0) return result;
    return number < 0 || Object.is(number, -0) ? -0 : 0;
  };
}
