import { Binary, Decimal128, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { isDocument, type Document, type Value } from './value';

/**
 * MongoDB's order of types.
 * Source: https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/
 * `EmptyArray` is what an empty array counts as in a sort or an index: below null.
 */
export const TypeRank = {
  MinKey: 0x05,
  EmptyArray: 0x0f,
  Null: 0x10,
  Number: 0x20,
  String: 0x30,
  Object: 0x40,
  Array: 0x50,
  Binary: 0x60,
  ObjectId: 0x70,
  Boolean: 0x80,
  Date: 0x90,
  Timestamp: 0xa0,
  RegExp: 0xb0,
  MaxKey: 0xf0,
} as const;

/** The rank of a value's type; a missing value (undefined) ranks with null. */
export function typeRank(value: Value | undefined): number {
  switch (typeof value) {
    case 'string':
      return TypeRank.String;
    case 'number':
    case 'bigint':
      return TypeRank.Number;
    case 'boolean':
      return TypeRank.Boolean;
    case 'undefined':
      return TypeRank.Null;
  }
  if (value === null) return TypeRank.Null;
  if (Array.isArray(value)) return TypeRank.Array;
  if (value instanceof Date) return TypeRank.Date;
  if (value instanceof ObjectId) return TypeRank.ObjectId;
  if (value instanceof RegExp) return TypeRank.RegExp;
  if (isDocument(value)) return TypeRank.Object;
  if (value instanceof Decimal128) return TypeRank.Number;
  if (value instanceof Binary) return TypeRank.Binary;
  if (value instanceof Timestamp) return TypeRank.Timestamp;
  if (value instanceof MinKey) return TypeRank.MinKey;
  if (value instanceof MaxKey) return TypeRank.MaxKey;
  return TypeRank.Object;
}

/**
 * Orders any two values as MongoDB does: by type first, then by value; embedded documents field by field (type, name, value),
 * arrays element by element.
 * @returns negative, 0 or positive
 */
export function compareValues(a: Value | undefined, b: Value | undefined): number {
  // Numbers are compared first because they are the most common by far.
  if (typeof a === 'number' && typeof b === 'number') return compareDoubles(a, b);
  const rank = typeRank(a);
  const difference = rank - typeRank(b);
  if (difference !== 0) return difference;
  switch (rank) {
    case TypeRank.Number:
      return compareNumbers(a as number, b as number);
    case TypeRank.String:
      return compareStrings(a as string, b as string);
    case TypeRank.Boolean:
      return Number(a) - Number(b);
    case TypeRank.Date:
      return compareNumbers((a as Date).getTime(), (b as Date).getTime());
    case TypeRank.Object:
      return compareDocuments(a as Document, b as Document);
    case TypeRank.Array:
      return compareArrays(a as Value[], b as Value[]);
    case TypeRank.ObjectId:
      return compareStrings((a as ObjectId).toHexString(), (b as ObjectId).toHexString());
    case TypeRank.Binary:
      return compareBinary(a as Binary, b as Binary);
    case TypeRank.Timestamp:
      return (a as Timestamp).compare(b as Timestamp);
    case TypeRank.RegExp:
      return (
        compareStrings((a as RegExp).source, (b as RegExp).source) ||
        compareStrings((a as RegExp).flags, (b as RegExp).flags)
      );
    default:
      return 0;
  }
}

/** Equality as queries mean it: 1 equals 1.0, field order of embedded documents counts, null is not missing. */
export function equalValues(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  return compareValues(a, b) === 0;
}

/** By code point, which is the order of UTF-8 bytes. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    // Surrogates encode code points above the rest of the plane, although their units are below U+E000.
    const xHigh = x >= 0xd800 && x <= 0xdfff;
    const yHigh = y >= 0xd800 && y <= 0xdfff;
    if (xHigh !== yHigh) return xHigh ? 1 : -1;
    return x - y;
  }
  return a.length - b.length;
}

/** NaN is below every number and equal to itself. */
function compareNumbers(a: number | bigint | Decimal128, b: number | bigint | Decimal128): number {
  const x = a instanceof Decimal128 ? Number(a.toString()) : a;
  const y = b instanceof Decimal128 ? Number(b.toString()) : b;
  return compareDoubles(x, y);
}

/** Compares integers beyond 53 bits too, with each other or with doubles. */
function compareDoubles(x: number | bigint, y: number | bigint): number {
  if (x < y) return -1;
  if (x > y) return 1;
  // Equal (also 1n and 1), or one is NaN.
  return x === y ? 0 : Number(Number.isNaN(y)) - Number(Number.isNaN(x));
}

function compareDocuments(a: Document, b: Document): number {
  const aKeys = Object.keys(a);
  const bKeys = Object.keys(b);
  for (let i = 0; i < aKeys.length && i < bKeys.length; i++) {
    const aKey = aKeys[i] as string;
    const bKey = bKeys[i] as string;
    const order =
      typeRank(a[aKey]) - typeRank(b[bKey]) || compareStrings(aKey, bKey) || compareValues(a[aKey], b[bKey]);
    if (order !== 0) return order;
  }
  return aKeys.length - bKeys.length;
}

function compareArrays(a: Value[], b: Value[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const order = compareValues(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareBinary(a: Binary, b: Binary): number {
  return (
    a.length() - b.length() ||
    a.sub_type - b.sub_type ||
    Buffer.compare(Buffer.from(a.value()), Buffer.from(b.value()))
  );
}
