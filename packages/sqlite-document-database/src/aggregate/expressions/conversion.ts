import { Decimal128, ObjectId } from 'bson';
import { PlatformError } from '../../platform-error';
import { nameOfType } from '../../query/type-test';
import { badValue } from '../../refusals';
import type { Value } from '../../values/value';
import { parseDate } from './date-text';
import { fromBig, isNumeric, toNumber } from './number';
import { isNone, nullFirst, shown, taking, truthy, type NamedOperator, type ValueOperator } from './operator';

/** `$type` and the conversions. Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/convert/ */
export const conversions: Record<string, ValueOperator> = {
  $type: taking((value) => (value === undefined ? 'missing' : nameOfType(value)), 1),
  $isNumber: taking(isNumeric, 1),
  $toString: to('string'),
  $toBool: to('bool'),
  $toInt: to('int'),
  $toLong: to('long'),
  $toDouble: to('double'),
  $toDecimal: to('decimal'),
  $toDate: to('date'),
  $toObjectId: to('objectId'),
};

export const namedConversions: Record<string, NamedOperator> = {
  $convert: {
    required: ['input', 'to'],
    optional: ['onError', 'onNull'],
    compute(options) {
      if (isNone(options.input)) return 'onNull' in options ? options.onNull : null;
      if (isNone(options.to)) return null;
      try {
        return convert(options.input, options.to);
      } catch (cause) {
        if (!('onError' in options) || !(cause instanceof PlatformError)) throw cause;
        return options.onError;
      }
    },
  },
};

/** The text of a scalar. @throws PlatformError for arrays and documents */
export function toText(value: Value): string {
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof ObjectId) return value.toHexString();
  if (typeof value === 'boolean' || isNumeric(value)) return String(value);
  throw unsupported(value, 'string');
}

function to(type: string): ValueOperator {
  return taking(
    nullFirst((value) => convert(value, type)),
    1,
  );
}

const int = [-(2n ** 31n), 2n ** 31n - 1n] as const;
const long = [-(2n ** 63n), 2n ** 63n - 1n] as const;

function convert(value: Value, type: Value): Value {
  switch (typeof type === 'number' ? numbered[type] : type) {
    case 'string':
      return toText(value);
    case 'bool':
      return isNumeric(value) ? toNumber(value) !== 0 : typeof value === 'string' || truthy(value);
    case 'int':
      if (value instanceof Date) throw unsupported(value, 'int');
      return toInteger(value, int, 'int');
    case 'long':
      return value instanceof Date ? value.getTime() : toInteger(value, long, 'long');
    case 'double':
      return toDouble(value);
    case 'decimal':
      return Decimal128.fromString(String(typeof value === 'bigint' ? value : toDouble(value)));
    case 'date':
      return toDate(value);
    case 'objectId':
      if (value instanceof ObjectId) return value;
      if (typeof value === 'string' && /^[0-9a-f]{24}$/i.test(value))
        return ObjectId.createFromHexString(value);
      throw unsupported(value, 'objectId');
    default:
      throw badValue(`Unknown type name: ${shown(type)}`);
  }
}

const numbered: Record<number, string> = {
  1: 'double',
  2: 'string',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  16: 'int',
  18: 'long',
  19: 'decimal',
};

function toInteger(value: Value, [least, most]: readonly [bigint, bigint], type: string): Value {
  let exact: bigint;
  if (typeof value === 'string') {
    if (!/^[+-]?\d+$/.test(value))
      throw badValue(`Failed to parse number '${value}' in $convert with no onError value`);
    exact = BigInt(value.replace('+', ''));
  } else if (typeof value === 'boolean') exact = BigInt(value);
  else if (typeof value === 'bigint') exact = value;
  else if (isNumeric(value) && Number.isFinite(toNumber(value))) exact = BigInt(Math.trunc(toNumber(value)));
  else throw unsupported(value, type);
  if (exact < least || exact > most)
    throw badValue(`Conversion would overflow target type in $convert with no onError value: ${exact}`);
  return fromBig(exact);
}

function toDouble(value: Value): number {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'boolean') return Number(value);
  if (isNumeric(value)) return toNumber(value);
  if (typeof value !== 'string') throw unsupported(value, 'double');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value))
    throw badValue(`Failed to parse number '${value}' in $convert with no onError value`);
  return Number(value);
}

function toDate(value: Value): Date {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return value.getTimestamp();
  if (typeof value === 'string') return parseDate(value);
  if (!isNumeric(value)) throw unsupported(value, 'date');
  const date = new Date(toNumber(value));
  if (Number.isNaN(date.getTime())) throw badValue('date overflow');
  return date;
}

function unsupported(value: Value, type: string): PlatformError {
  return badValue(
    `Unsupported conversion from ${nameOfType(value)} to ${type} in $convert with no onError value`,
  );
}
