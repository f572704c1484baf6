import type { FieldCondition } from '../query/condition';
import { afterPrefix, encodeKey, type KeyValue } from '../index/key';
import { TypeRank, typeRank } from '../values/compare';
import { emptyArray } from '../values/path';
import type { Value } from '../values/value';

/** The part of an index key that can satisfy the conditions on one field. */
export interface Bounds {
  /** Values to look up, each as its encoding. */
  points?: Uint8Array[];
  /** Or intervals: from `low`, inclusive with every key that begins with it, up to `high`, exclusive. */
  ranges?: { low: Uint8Array; high: Uint8Array }[];
  /** The conditions that the bounds settle, so that documents need not be checked for them. */
  exact: FieldCondition[];
}

/**
 * Derives bounds from all conditions on one field, which all must hold.
 * @param multikey whether documents may have several entries, so that two conditions can be met by different elements
 */
export function boundsOf(conditions: readonly FieldCondition[], multikey: boolean): Bounds | undefined {
  for (const condition of conditions) {
    if (condition.op !== '$eq' && condition.op !== '$in') continue;
    const values = condition.op === '$eq' ? [condition.operand] : (condition.operand as Value[]);
    if (values.some((value) => value instanceof RegExp)) continue;
    const [only] = values;
    const single = values.length === 1 && !Array.isArray(only);
    const points = single ? [encodeKey(only)] : uniqueKeys(values.flatMap(lookupValues));
    return { points, exact: values.every(isExact) ? [condition] : [] };
  }
  const compared = conditions.filter(({ op, operand }) => comparisons.includes(op) && isOrdered(operand));
  const [first] = compared;
  if (first)
    return comparedBounds(
      multikey ? [first] : compared.filter((other) => typeRank(other.operand) === typeRank(first.operand)),
    );
  const regex = conditions.find(({ op }) => op === '$regex');
  const prefix = regex && literalPrefix(regex);
  if (!prefix) return undefined;
  const low = encodeKey(prefix).slice(0, -2);
  return {
    ranges: [
      { low, high: afterPrefix(low) as Uint8Array },
      { low: Uint8Array.of(TypeRank.RegExp), high: Uint8Array.of(TypeRank.RegExp + 1) },
    ],
    exact: [],
  };
}

const comparisons: string[] = ['$gt', '$gte', '$lt', '$lte'];

/** An array equals a whole array, which is indexed by its elements, or an element that is such an array. */
function lookupValues(value: Value): KeyValue[] {
  if (!Array.isArray(value)) return [value];
  return value.length === 0 ? [emptyArray, value] : [value[0] as Value, value];
}

function uniqueKeys(values: KeyValue[]): Uint8Array[] {
  const keys = values.map((value) => encodeKey(value));
  keys.sort(Buffer.compare);
  return keys.filter((key, at) => at === 0 || Buffer.compare(key, keys[at - 1] as Uint8Array) !== 0);
}

/** The types whose index key preserves the whole value. */
function isExact(value: Value): boolean {
  if (typeof value === 'number') return Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  const rank = typeRank(value);
  return (
    rank === TypeRank.String ||
    rank === TypeRank.Boolean ||
    rank === TypeRank.Date ||
    rank === TypeRank.ObjectId
  );
}

function isOrdered(value: Value): boolean {
  return isExact(value) || (typeof value === 'number' && !Number.isNaN(value));
}

function comparedBounds(conditions: FieldCondition[]): Bounds {
  const rank = typeRank((conditions[0] as FieldCondition).operand);
  // NaN sorts before all numbers, but no comparison matches it.
  let low: Uint8Array = rank === TypeRank.Number ? encodeKey(-Infinity) : Uint8Array.of(rank);
  let high: Uint8Array = Uint8Array.of(rank + 1);
  for (const { op, operand } of conditions) {
    const key = encodeKey(operand);
    const after = afterPrefix(key) as Uint8Array;
    // Integers that a double cannot hold may share a key; reading the document distinguishes them.
    const shared = !isExact(operand);
    if (op === '$gt' || op === '$gte') low = greater(low, op === '$gt' && !shared ? after : key);
    else high = lesser(high, op === '$lte' || shared ? after : key);
  }
  return { ranges: [{ low, high }], exact: conditions.filter(({ operand }) => isExact(operand)) };
}

function greater<T extends Uint8Array>(a: T, b: T): T {
  return Buffer.compare(a, b) >= 0 ? a : b;
}

function lesser<T extends Uint8Array>(a: T, b: T): T {
  return Buffer.compare(a, b) <= 0 ? a : b;
}

/** The text that every match of `^text…` begins with. */
function literalPrefix({ operand, options }: FieldCondition): string | undefined {
  const source = operand instanceof RegExp ? operand.source : String(operand);
  const flags = (operand instanceof RegExp ? operand.flags : '') + (options ?? '');
  if (flags !== '' || source.includes('|')) return undefined;
  const literal = /^\^([^\\^$.*+?()[\]{}|]+)/.exec(source)?.[1];
  if (literal === undefined) return undefined;
  // A quantifier after the last character makes it optional.
  const next = source[literal.length + 1];
  return (
    (next !== undefined && '*?{'.includes(next) ? [...literal].slice(0, -1).join('') : literal) || undefined
  );
}
