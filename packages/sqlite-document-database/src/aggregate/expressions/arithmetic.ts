import { badValue } from '../../refusals';
import type { Value } from '../../values/value';
import { deviation, extreme, mean, spread, sum } from './collected';
import {
  exactly,
  fitsLong,
  fromBig,
  isInteger,
  isNumeric,
  numericOf,
  toNumber,
  type Numeric,
} from './number';
import { integerOf, isNone, nullFirst, taking, takingAll, type Maybe, type ValueOperator } from './operator';

/**
 * Operators on numbers.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/#arithmetic-expression-operators
 */
export const arithmetic: Record<string, ValueOperator> = {
  $add: takingAll(add),
  $subtract: taking(subtract, 2),
  $multiply: takingAll((values) => {
    const numbers: Numeric[] = [];
    for (const value of values) {
      if (isNone(value)) return null;
      numbers.push(numericOf('$multiply', value));
    }
    return exactly(
      numbers,
      (parts) => parts.reduce((product, part) => product * part, 1),
      (parts) => parts.reduce((product, part) => product * part, 1n),
    );
  }),
  $divide: ofTwo('$divide', (a, b) => {
    if (b === 0) throw badValue("can't $divide by zero");
    return a / b;
  }),
  $mod: taking((a, b) => {
    if (!isNumeric(a) || !isNumeric(b)) return nullOrRefuse('$mod', a, b);
    if (toNumber(b) === 0) throw badValue("can't $mod by zero");
    return exactly(
      [a, b],
      ([x, y]) => (x as number) % (y as number),
      ([x, y]) => (x as bigint) % (y as bigint),
    );
  }, 2),
  $pow: taking((a, b) => {
    if (!isNumeric(a) || !isNumeric(b)) return nullOrRefuse('$pow', a, b);
    const [base, exponent] = [toNumber(a), toNumber(b)];
    if (base === 0 && exponent < 0) throw badValue('$pow cannot take a base of 0 and a negative exponent');
    return isInteger(a) && isInteger(b) ? wholePower(a, b) : base ** exponent;
  }, 2),
  $log: ofTwo('$log', (a, base) => {
    if (a <= 0) throw badValue(`$log's argument must be a positive number, but is ${a}`);
    if (base <= 0 || base === 1)
      throw badValue(`$log's base must be a positive number not equal to 1, but is ${base}`);
    return Math.log(a) / Math.log(base);
  }),
  $abs: ofOne('$abs', Math.abs, (a) => {
    if (!fitsLong(-a)) throw badValue("can't take $abs of long long min");
    return a < 0n ? -a : a;
  }),
  $ceil: ofOne('$ceil', Math.ceil, (a) => a),
  $floor: ofOne('$floor', Math.floor, (a) => a),
  $exp: ofOne('$exp', Math.exp),
  $sqrt: ofOne('$sqrt', (a) => {
    if (a < 0) throw badValue("$sqrt's argument must be greater than or equal to 0");
    return Math.sqrt(a);
  }),
  $ln: ofOne('$ln', (a) => Math.log(positive('$ln', a))),
  $log10: ofOne('$log10', (a) => Math.log10(positive('$log10', a))),
  $round: taking(toPlaces('$round', halfToEven, wholeHalfToEven), 1, 2),
  $trunc: taking(
    toPlaces('$trunc', Math.trunc, (a, scale) => a - (a % scale)),
    1,
    2,
  ),
  $rand: taking(() => Math.random(), 0),
  $sum: takingAll((values) => sum(spread(values))),
  $avg: takingAll((values) => mean(spread(values))),
  $min: takingAll((values) => extreme(spread(values), -1)),
  $max: takingAll((values) => extreme(spread(values), 1)),
  $stdDevPop: takingAll((values) => deviation(spread(values), 0)),
  $stdDevSamp: takingAll((values) => deviation(spread(values), 1)),
  ...ofAngles(),
  $atan2: ofTwo('$atan2', Math.atan2),
  $degreesToRadians: ofOne('$degreesToRadians', (a) => (a * Math.PI) / 180),
  $radiansToDegrees: ofOne('$radiansToDegrees', (a) => (a * 180) / Math.PI),
};

/** The trigonometric functions, with the least and greatest argument of those that have a limit. */
function ofAngles(): Record<string, ValueOperator> {
  const finite = [-Number.MAX_VALUE, Number.MAX_VALUE] as const;
  const bounds = {
    sin: finite,
    cos: finite,
    tan: finite,
    asin: [-1, 1],
    acos: [-1, 1],
    atan: undefined,
    sinh: undefined,
    cosh: undefined,
    tanh: undefined,
    asinh: undefined,
    acosh: [1, Infinity],
    atanh: [-1, 1],
  } as const;
  return Object.fromEntries(
    (Object.keys(bounds) as (keyof typeof bounds)[]).map((name) => {
      const [least, most] = bounds[name] ?? [-Infinity, Infinity];
      const compute = (a: number): number => {
        if (a < least || a > most)
          throw badValue(`cannot apply $${name} to ${a}, value must be in [${least},${most}]`);
        return Math[name](a);
      };
      return [`$${name}`, ofOne(`$${name}`, compute)];
    }),
  );
}

/** Adds numbers and at most one date; with a date, the numbers are milliseconds. */
function add(values: readonly Maybe[]): Maybe {
  let date: Date | undefined;
  const numbers: Numeric[] = [];
  for (const value of values) {
    if (isNone(value)) return null;
    if (value instanceof Date) {
      if (date) throw badValue('only one date allowed in an $add expression');
      date = value;
    } else numbers.push(numericOf('$add', value));
  }
  const total = exactly(
    numbers,
    (parts) => parts.reduce((result, part) => result + part, 0),
    (parts) => parts.reduce((result, part) => result + part, 0n),
  );
  return date ? dateAt(date.getTime() + Number(total)) : total;
}

function subtract(a: Maybe, b: Maybe): Maybe {
  if (isNumeric(a) && isNumeric(b))
    return exactly(
      [a, b],
      ([x, y]) => (x as number) - (y as number),
      ([x, y]) => (x as bigint) - (y as bigint),
    );
  if (isNone(a) || isNone(b)) return null;
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  if (a instanceof Date && isNumeric(b)) return dateAt(a.getTime() - toNumber(b));
  throw badValue("can't $subtract these types from each other");
}

function dateAt(milliseconds: number): Date {
  const date = new Date(Math.round(milliseconds));
  if (Number.isNaN(date.getTime())) throw badValue('date overflow');
  return date;
}

/** @param ofBig computes the same for a long that a double does not hold */
function ofOne(
  operator: string,
  compute: (a: number) => number,
  ofBig?: (a: bigint) => bigint,
): ValueOperator {
  return taking(
    nullFirst((a) => {
      if (ofBig && typeof a === 'bigint') return fromBig(ofBig(a));
      const result = compute(toNumber(numericOf(operator, a)));
      return isInteger(a) ? result + 0 : result;
    }),
    1,
  );
}

function ofTwo(operator: string, compute: (a: number, b: number) => number): ValueOperator {
  return taking((a, b) => {
    if (!isNumeric(a) || !isNumeric(b)) return nullOrRefuse(operator, a, b);
    const result = compute(toNumber(a), toNumber(b));
    return isInteger(a) && isInteger(b) ? result + 0 : result;
  }, 2);
}

function nullOrRefuse(operator: string, a: Maybe, b: Maybe): null {
  if (isNone(a) || isNone(b)) return null;
  throw badValue(`${operator} only supports numeric types`);
}

function positive(operator: string, a: number): number {
  if (a <= 0) throw badValue(`${operator}'s argument must be a positive number, but is ${a}`);
  return a;
}

/** Rounds to a number of decimal places, counted on the number's decimal text as JavaScript writes it. */
function toPlaces(
  operator: string,
  toWhole: (value: number) => number,
  toScale: (value: bigint, scale: bigint) => bigint,
): (number: Maybe, ...places: Maybe[]) => Maybe {
  return (number, ...rest): Value => {
    const [given] = rest.length === 0 ? [0] : rest;
    if (isNone(number) || isNone(given)) return null;
    const value = numericOf(operator, number);
    const places = integerOf(operator, given);
    if (places < -20 || places > 100)
      throw badValue(`cannot apply ${operator} with precision value ${places}`);
    const plain = toNumber(value);
    if (!Number.isFinite(plain) || (isInteger(value) && places >= 0)) return value as Value;
    if (isInteger(value)) {
      const rounded = toScale(BigInt(value), 10n ** BigInt(-places));
      if (!fitsLong(rounded)) throw badValue(`invalid conversion from Decimal128 result in ${operator}`);
      return fromBig(rounded);
    }
    const shifted = shift(toWhole(shift(plain, places)), -places);
    return shifted;
  };
}

/** Moves the decimal point in the number's text: multiplying would round, but 1.005 must become 100.5. */
function shift(value: number, places: number): number {
  if (places === 0 || value === 0) return value;
  const [digits, exponent = '0'] = String(value).split('e') as [string, string?];
  return Number(`${digits}e${Number(exponent) + places}`);
}

/** The nearest multiple of a scale; when two are equally near, the even one. */
function wholeHalfToEven(value: bigint, scale: bigint): bigint {
  const over = value % scale;
  const down = value - over;
  const twice = 2n * (over < 0n ? -over : over);
  const isOdd = (down / scale) % 2n !== 0n;
  if (twice < scale || (twice === scale && !isOdd)) return down;
  return over < 0n ? down - scale : down + scale;
}

/** A power of integers; the result is a long where it fits. */
function wholePower(base: number | bigint, exponent: number | bigint): Value {
  if (base === -1) return BigInt(exponent) % 2n === 0n ? 1 : -1;
  const result = toNumber(base) ** toNumber(exponent);
  if (Number.isSafeInteger(result)) return result + 0;
  // A result below 2^64 has a small exponent, so its exact power is cheap to compute.
  if (!(Math.abs(result) < 2 ** 64) || exponent < 0) return result;
  const exact = BigInt(base) ** BigInt(exponent);
  return fitsLong(exact) ? fromBig(exact) : result;
}

function halfToEven(value: number): number {
  const below = Math.floor(value);
  if (value - below !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below * 1 : value > 0 || below !== -1 ? below + 1 : -0;
}
