import { badValue } from '../refusals';
import { geoIntersects, geoWithin, nearDistance } from '../geo/predicates';
import { compareValues, equalValues, TypeRank, typeRank } from '../values/compare';
import { makeRegExp } from '../values/ejson';
import { boundedMatch } from '../values/bounded-match';
import { patternOf } from '../values/pattern';
import { isDocument, type Value } from '../values/value';
import { isOperatorObject, parseField, type FieldCondition, type Predicate } from './condition';
import { bitTest } from './bit-test';
import { typeTest } from './type-test';

/** A test of one value; undefined is a missing field. */
export type ValueTest = (value: Value | undefined) => boolean;

/**
 * Compiles an operator to a test of one value.
 * @returns `wholeOnly` when an array is to be tested itself, and its elements are not
 */
export function valueTest(
  condition: FieldCondition,
  compileQuery: (query: Value) => Predicate,
): { test: ValueTest; wholeOnly?: boolean } {
  const { op, operand } = condition;
  switch (op) {
    case '$eq':
      return { test: equalTo(operand) };
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return { test: compared(op, operand) };
    case '$in':
      return { test: memberOf(operand as Value[]) };
    case '$exists':
      return { test: (value) => value !== undefined, wholeOnly: true };
    case '$type':
      return { test: typeTest(operand) };
    case '$mod':
      return { test: modTest(operand) };
    case '$regex':
      return { test: regexTest(toRegExp(operand, condition.options)) };
    case '$size':
      if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < 0)
        throw badValue('$size must be a whole number from 0');
      return { test: (value) => Array.isArray(value) && value.length === operand, wholeOnly: true };
    case '$elemMatch':
      return { test: elementTest(operand, compileQuery), wholeOnly: true };
    case '$geoWithin':
      return { test: geoWithin(operand) };
    case '$geoIntersects':
      return { test: geoIntersects(operand) };
    case '$near':
      return { test: (value) => nearDistance(operand, value) !== undefined };
    default:
      return { test: bitTest(op, operand) };
  }
}

/** Null equals missing too; that is MongoDB's rule for queries. */
function equalTo(operand: Value): ValueTest {
  if (operand === null) return (value) => value === null || value === undefined;
  if (typeof operand === 'string' || typeof operand === 'boolean') return (value) => value === operand;
  if (typeof operand === 'number')
    return (value) => value === operand || (typeof value !== 'string' && equalValues(value, operand));
  return (value) => equalValues(value, operand);
}

/** Plain values are looked up in a set, because the list of an `$in` may be long. */
function memberOf(items: readonly Value[]): ValueTest {
  const plain = new Set(items.filter(isPlain));
  const tests = items
    .filter((item) => !isPlain(item))
    .map((item) => (item instanceof RegExp ? regexTest(item) : equalTo(item)));
  const numbers = items.filter((item) => typeof item === 'number').map(equalTo);
  return (value) => {
    if (value !== undefined && isPlain(value) && plain.has(value)) return true;
    if (tests.some((test) => test(value))) return true;
    // Numbers of other kinds equal a plain one by value.
    return typeRank(value) === TypeRank.Number && !isPlain(value) && numbers.some((test) => test(value));
  };
}

function isPlain(value: Value | undefined): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** Only values of the operand's own type are compared ("type bracketing"). */
function compared(op: '$gt' | '$gte' | '$lt' | '$lte', operand: Value): ValueTest {
  const rank = typeRank(operand);
  if (rank === TypeRank.RegExp) throw badValue(`Can't have RegEx as arg to predicate over field`);
  const orEqual = op === '$gte' || op === '$lte';
  const sign = op === '$gt' || op === '$gte' ? 1 : -1;
  if (rank === TypeRank.Null) return (value) => orEqual && (value === null || value === undefined);
  const unbracketed = rank === TypeRank.MinKey || rank === TypeRank.MaxKey;
  // Tests plain numbers first, because nearly always both are.
  const quick = quickComparison(op, operand);
  return (value) => {
    if (quick && typeof value === 'number') return quick(value);
    if (value === undefined || (typeRank(value) !== rank && !unbracketed)) return false;
    // NaN is equal to itself and neither above nor below anything.
    if (isNaNValue(value) !== isNaNValue(operand)) return false;
    const order = compareValues(value, operand) * sign;
    return orEqual ? order >= 0 : order > 0;
  };
}

/** The comparison of a number with a number operand. */
function quickComparison(op: string, operand: Value): ((value: number) => boolean) | undefined {
  if (typeof operand !== 'number' || Number.isNaN(operand)) return undefined;
  switch (op) {
    case '$gt':
      return (value) => value > operand;
    case '$gte':
      return (value) => value >= operand;
    case '$lt':
      return (value) => value < operand;
    default:
      return (value) => value <= operand;
  }
}

function isNaNValue(value: Value): boolean {
  return typeof value === 'number' && Number.isNaN(value);
}

function modTest(operand: Value): ValueTest {
  if (!Array.isArray(operand) || operand.length !== 2)
    throw badValue('malformed mod, needs to be an array of two numbers');
  const [divisor, remainder] = operand.map(wholePart);
  if (divisor === undefined || remainder === undefined)
    throw badValue('malformed mod, divisor and remainder must be numbers that fit 64 bits');
  if (!divisor) throw badValue('divisor cannot be 0');
  return (value) => {
    const whole = wholePart(value);
    if (typeof whole === 'number' && typeof divisor === 'number') return whole % divisor === remainder;
    return whole !== undefined && BigInt(whole) % BigInt(divisor) === BigInt(remainder);
  };
}

/** A number without its fraction; undefined when the value is no number or does not fit 64 bits. */
function wholePart(value: Value | undefined): number | bigint | undefined {
  if (typeof value === 'bigint') return value;
  if (typeof value !== 'number' || !(value >= -(2 ** 63) && value < 2 ** 63)) return undefined;
  const whole = Math.trunc(value);
  return Number.isSafeInteger(whole) ? whole : BigInt(whole);
}

function toRegExp(operand: Value, options: string | undefined): RegExp {
  if (operand instanceof RegExp) return options === undefined ? operand : makeRegExp(operand.source, options);
  if (typeof operand !== 'string') throw badValue('$regex has to be a string');
  return makeRegExp(operand, options ?? '');
}

function regexTest(regex: RegExp): ValueTest {
  const pattern = patternOf(regex);
  return (value) =>
    typeof value === 'string'
      ? boundedMatch(pattern, value, () => pattern.test(value))
      : value instanceof RegExp && value.source === regex.source && value.flags === regex.flags;
}

/** `$elemMatch`: one element matches everything, as a document for a query, as a value for operators. */
function elementTest(operand: Value, compileQuery: (query: Value) => Predicate): ValueTest {
  if (!isDocument(operand)) throw badValue('$elemMatch needs an Object');
  const byValue =
    isOperatorObject(operand) && !['$and', '$or', '$nor'].includes(Object.keys(operand)[0] ?? '');
  if (byValue) {
    parseField('', operand);
    const match = compileQuery({ '': operand });
    return (value) => Array.isArray(value) && value.some((item) => match({ '': item }));
  }
  const match = compileQuery(operand);
  return (value) =>
    Array.isArray(value) &&
    value.some((item) =>
      isDocument(item) ? match(item) : Array.isArray(item) && match({ ...item } as never),
    );
}
