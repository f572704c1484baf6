import { Binary, Decimal128, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { badValue } from '../refusals';
import { isDocument, type Value } from '../values/value';

const int32 = 2147483648;

/**
 * `$type` with BSON's numbers or names.
 * The value of a number decides whether it is an int, a long or a double, because the SDKs never send whole numbers as doubles.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/query/type/
 */
export function typeTest(operand: Value): (value: Value | undefined) => boolean {
  const wanted = (Array.isArray(operand) ? operand : [operand]).map(typeName);
  return (value) => value !== undefined && wanted.some((name) => matchesType(name, value));
}

/** The name `$type` gives to a value. */
export function nameOfType(value: Value): string {
  return Object.values(names).find((name) => name !== 'undefined' && matchesType(name, value)) ?? 'object';
}

function typeName(operand: Value): string {
  if (operand === 'number') return 'number';
  const name =
    typeof operand === 'number' ? names[operand] : Object.values(names).find((known) => known === operand);
  if (name === undefined) throw badValue(`Unknown type name alias: ${String(operand)}`);
  return name;
}

function matchesType(name: string, value: Value): boolean {
  switch (name) {
    case 'number':
      return typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal128;
    case 'double':
      return typeof value === 'number' && (!Number.isSafeInteger(value) || Object.is(value, -0));
    case 'int':
      return typeof value === 'number' && Number.isInteger(value) && value >= -int32 && value < int32;
    case 'long':
      return (
        typeof value === 'bigint' ||
        (typeof value === 'number' && Number.isSafeInteger(value) && (value < -int32 || value >= int32))
      );
    case 'decimal':
      return value instanceof Decimal128;
    case 'string':
      return typeof value === 'string';
    case 'object':
      return isDocument(value);
    case 'array':
      return Array.isArray(value);
    case 'binData':
      return value instanceof Binary;
    case 'objectId':
      return value instanceof ObjectId;
    case 'bool':
      return typeof value === 'boolean';
    case 'date':
      return value instanceof Date;
    case 'null':
      return value === null;
    case 'regex':
      return value instanceof RegExp;
    case 'timestamp':
      return value instanceof Timestamp;
    case 'minKey':
      return value instanceof MinKey;
    case 'maxKey':
      return value instanceof MaxKey;
    default:
      return false;
  }
}

const names: Record<number, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  6: 'undefined',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  [-1]: 'minKey',
  127: 'maxKey',
};
