import { badValue, valueTooLarge } from '../../refusals';
import { compareValues, equalValues } from '../../values/compare';
import { isDocument, setField, type Document, type Value } from '../../values/value';
import {
  arrayOf,
  integerOf,
  isNone,
  maxItems,
  nullFirst,
  positionsOf,
  taking,
  takingAll,
  type Maybe,
  type ValueOperator,
} from './operator';

/**
 * Operators on arrays.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/#array-expression-operators
 */
export const arrays: Record<string, ValueOperator> = {
  $isArray: taking((value) => Array.isArray(value), 1),
  $size: taking((list) => arrayOf('$size', list).length, 1),
  $first: taking(
    nullFirst((list) => arrayOf('$first', list)[0]),
    1,
  ),
  $last: taking(
    nullFirst((list) => arrayOf('$last', list).at(-1)),
    1,
  ),
  $reverseArray: taking(
    nullFirst((list) => [...arrayOf('$reverseArray', list)].reverse()),
    1,
  ),
  $arrayElemAt: taking((list, position) => {
    if (isNone(list) || isNone(position)) return null;
    return arrayOf('$arrayElemAt', list).at(integerOf('$arrayElemAt', position));
  }, 2),
  $slice: taking(slice, 2, 3),
  $concatArrays: takingAll((lists) => {
    const all: Value[] = [];
    for (const list of lists) {
      if (isNone(list)) return null;
      for (const item of arrayOf('$concatArrays', list)) all.push(item);
      if (all.length > maxItems) throw valueTooLarge();
    }
    return all;
  }),
  $in: taking((item, list) => arrayOf('$in', list).some((other) => equalValues(item, other)), 2),
  $indexOfArray: taking(
    nullFirst((list, item, ...range) => {
      const items = arrayOf('$indexOfArray', list);
      const [from = 0, end = Infinity] = positionsOf('$indexOfArray', range);
      const to = Math.min(items.length, end);
      for (let at = from; at < to; at++) if (equalValues(items[at], item)) return at;
      return -1;
    }),
    2,
    4,
  ),
  $range: taking(
    (...given) => {
      const [from = 0, to = 0, by = 1] = given.map((part) => integerOf('$range', part));
      if (by === 0) throw badValue('$range requires a non-zero step value');
      // Checks the count before it makes the array, because an array of a billion numbers would exhaust the memory.
      if ((to - from) / by > maxItems) throw badValue(`$range would make more than ${maxItems} numbers`);
      const numbers: number[] = [];
      for (let at = from; by > 0 ? at < to : at > to; at += by) numbers.push(at);
      return numbers;
    },
    2,
    3,
  ),
  $arrayToObject: taking(
    nullFirst((list) => toObject(arrayOf('$arrayToObject', list))),
    1,
  ),
};

/** Operators on arrays that take their arguments by name. */
export const namedArrays = {
  $zip: {
    required: ['inputs'],
    optional: ['useLongestLength', 'defaults'],
    compute(options: Readonly<Record<string, Maybe>>): Maybe {
      const { inputs, useLongestLength, defaults } = options;
      if ('defaults' in options && useLongestLength !== true)
        throw badValue('cannot specify defaults unless useLongestLength is true');
      const lists = arrayOf('$zip', inputs);
      if (lists.some(isNone)) return null;
      const arrays = lists.map((list) => arrayOf('$zip', list));
      const fill = isNone(defaults) ? [] : arrayOf('$zip', defaults);
      if (!isNone(defaults) && fill.length !== arrays.length)
        throw badValue('defaults and inputs must have the same length');
      const lengths = arrays.map((list) => list.length);
      const length = arrays.length === 0 ? 0 : (useLongestLength === true ? Math.max : Math.min)(...lengths);
      return Array.from({ length }, (_unused, at) =>
        arrays.map((list, which) => (at < list.length ? list[at] : fill[which]) ?? null),
      );
    },
  },
  $firstN: firstOf('$firstN', (items, n) => items.slice(0, n)),
  $lastN: firstOf('$lastN', (items, n) => items.slice(-n)),
  $minN: firstOf('$minN', (items, n) => ordered(items, 1).slice(0, n)),
  $maxN: firstOf('$maxN', (items, n) => ordered(items, -1).slice(0, n)),
};

/** Sorts the elements and leaves out null. */
function ordered(items: Value[], sign: 1 | -1): Value[] {
  return items.filter((item) => !isNone(item)).sort((a, b) => compareValues(a, b) * sign);
}

function firstOf(operator: string, take: (items: Value[], n: number) => Value[]) {
  return {
    required: ['input', 'n'],
    optional: [],
    compute({ input, n }: Record<string, Maybe>): Maybe {
      const count = integerOf(operator, n);
      if (count < 1) throw badValue(`'n' must be greater than 0, found ${count}`);
      return take(arrayOf(operator, input), count);
    },
  };
}

function slice(list: Maybe, ...numbers: Maybe[]): Maybe {
  if (isNone(list) || numbers.some(isNone)) return null;
  const items = arrayOf('$slice', list);
  const [first = 0, count] = numbers.map((part) => integerOf('$slice', part));
  if (count === undefined) return first < 0 ? items.slice(first) : items.slice(0, first);
  if (count <= 0) throw badValue(`Third argument to $slice must be positive: ${count}`);
  const from = first < 0 ? Math.max(0, items.length + first) : first;
  return items.slice(from, from + count);
}

/** Makes a document of `[key, value]` pairs or of `{k, v}` documents. The first entry decides which of the two all must be. */
function toObject(entries: Value[]): Document {
  const pairs = Array.isArray(entries[0]);
  const out: Document = {};
  for (const entry of entries) {
    const [key, value, ...more] = pairs ? pairOf(entry) : namedPairOf(entry);
    if (typeof key !== 'string' || value === undefined || more.length)
      throw badValue('$arrayToObject requires pairs of a string and a value');
    if (key.includes('\0')) throw badValue('Key field cannot contain an embedded null byte');
    setField(out, key, value);
  }
  return out;
}

function pairOf(entry: Value): Maybe[] {
  if (!Array.isArray(entry) || entry.length !== 2)
    throw badValue('$arrayToObject requires an array of size 2 arrays');
  return entry;
}

function namedPairOf(entry: Value): Maybe[] {
  if (!isDocument(entry) || Object.keys(entry).length !== 2)
    throw badValue("$arrayToObject requires an object keys of 'k' and 'v'");
  return [entry.k, entry.v];
}
