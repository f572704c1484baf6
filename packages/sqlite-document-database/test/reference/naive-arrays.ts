import type { Document, Value } from '../../src/values/value';
import { isNone, isPlain, refuse, undecided, wholeOf, type Maybe, type OfValues } from './naive-kinds';
import { naiveDistinct, naiveOrder, truthy } from './naive-order';

/** Operators on arrays, sets and documents. */
export const naiveArrays: Record<string, OfValues> = {
  $size: ([list]) => arrayOnly(list).length,
  $first: ofArray((list) => list[0]),
  $last: ofArray((list) => list.at(-1)),
  $reverseArray: ofArray((list) => [...list].reverse()),
  $arrayElemAt([list, position]) {
    if (isNone(list) || isNone(position)) return null;
    return arrayOnly(list).at(wholeOf(position));
  },
  $slice([list, ...numbers]) {
    if (isNone(list) || numbers.some(isNone)) return null;
    const items = arrayOnly(list);
    const [first = 0, count] = numbers.map(wholeOf);
    if (count === undefined) return first < 0 ? items.slice(first) : items.slice(0, first);
    if (count <= 0) refuse('not positive');
    const from = first < 0 ? Math.max(0, items.length + first) : first;
    return items.slice(from, from + count);
  },
  $concatArrays(lists) {
    const all: Value[] = [];
    for (const list of lists) {
      if (isNone(list)) return null;
      all.push(...arrayOnly(list));
    }
    return all;
  },
  $in: ([item, list]) => arrayOnly(list).some((other) => naiveOrder(item, other) === 0),
  $indexOfArray([list, item, start, end]) {
    if (isNone(list)) return null;
    const items = arrayOnly(list);
    const from = start === undefined ? 0 : wholeOf(start);
    const to = end === undefined ? items.length : wholeOf(end);
    if (from < 0 || to < 0) refuse('negative');
    for (let at = from; at < Math.min(to, items.length); at++)
      if (naiveOrder(items[at], item) === 0) return at;
    return -1;
  },
  $range([start, end, step = 1]) {
    const [from, to, by] = [wholeOf(start), wholeOf(end), wholeOf(step)];
    if (by === 0) refuse('no step');
    const numbers: number[] = [];
    if (Math.abs(to - from) > 1000) undecided('long');
    for (let at = from; by > 0 ? at < to : at > to; at += by) numbers.push(at);
    return numbers;
  },
  $zip(values, options) {
    const { inputs, useLongestLength, defaults } = options;
    if ('defaults' in options && useLongestLength !== true) refuse('defaults for nothing');
    const lists = inputs as Maybe[];
    if (lists.some(isNone)) return null;
    if (!isNone(defaults) && (defaults as Value[]).length !== lists.length) refuse('as many as inputs');
    const arrays = lists.map(arrayOnly);
    const lengths = arrays.map((list) => list.length);
    const length = useLongestLength === true ? Math.max(...lengths) : Math.min(...lengths);
    return Array.from({ length }, (_unused, at) =>
      arrays.map(
        (list, which) => (at < list.length ? list[at] : (defaults as Value[] | undefined)?.[which]) ?? null,
      ),
    );
  },
  $firstN: several((list, n) => list.slice(0, n)),
  $lastN: several((list, n) => list.slice(-n)),
  $minN: several((list, n) => inOrder(list, 1).slice(0, n)),
  $maxN: several((list, n) => inOrder(list, -1).slice(0, n)),
  $setField(values, { field, input, value }) {
    if (isNone(input)) return null;
    if (!isPlain(input)) refuse('no document');
    const set = Object.entries({ ...input, [String(field)]: value });
    return Object.fromEntries(set.filter(([, each]) => each !== undefined)) as Document;
  },
  $unsetField(values, { field, input }) {
    if (isNone(input)) return null;
    if (!isPlain(input)) refuse('no document');
    return Object.fromEntries(Object.entries(input).filter(([name]) => name !== field));
  },
  $arrayToObject([list]) {
    if (isNone(list)) return null;
    const entries = arrayOnly(list);
    const pairs = entries.every((entry) => Array.isArray(entry) && entry.length === 2);
    const documents = entries.every((entry) => isPlain(entry) && Object.keys(entry).sort().join() === 'k,v');
    if (!pairs && !documents) refuse('no pairs');
    const object: Document = {};
    for (const entry of entries) {
      const [key, value] = (pairs ? entry : [(entry as Document).k, (entry as Document).v]) as [Value, Value];
      if (typeof key !== 'string' || key.includes('\0')) refuse('no key');
      object[key] = value;
    }
    return object;
  },
  $objectToArray([object]) {
    if (isNone(object)) return null;
    if (!isPlain(object)) refuse('no document');
    return Object.entries(object).map(([k, v]) => ({ k, v }));
  },
  $mergeObjects(values) {
    if (values.length === 1 && Array.isArray(values[0])) undecided('a lone array');
    return naiveMerge(values);
  },
  $setUnion(lists) {
    return lists.some(isNone) ? null : sortedSet(lists.flatMap(arrayOnly));
  },
  $setIntersection(lists) {
    if (lists.some(isNone)) return null;
    const [first = [], ...others] = lists.map(arrayOnly);
    return sortedSet(first.filter((item) => others.every((other) => has(other, item))));
  },
  $setDifference([a, b]) {
    if (isNone(a) || isNone(b)) return null;
    const [from, away] = [arrayOnly(a), arrayOnly(b)];
    return naiveDistinct(from.filter((item) => !has(away, item)));
  },
  $setEquals(lists) {
    const [first = [], ...others] = lists.map(arrayOnly);
    return others.every((other) => subset(first, other) && subset(other, first));
  },
  $setIsSubset: ([a, b]) => subset(arrayOnly(a), arrayOnly(b)),
  $anyElementTrue: ([list]) => arrayOnly(list).some(truthy),
  $allElementsTrue: ([list]) => arrayOnly(list).every(truthy),
};

/** Merges documents: later fields win, null and missing are ignored. */
export function naiveMerge(values: Maybe[]): Document {
  const merged: Document = {};
  for (const value of values) {
    if (isNone(value)) continue;
    Object.assign(merged, isPlain(value) ? value : refuse('no document'));
  }
  return merged;
}

function arrayOnly(value: Maybe): Value[] {
  return Array.isArray(value) ? value : refuse('no array');
}

function ofArray(use: (items: Value[]) => Maybe): OfValues {
  return ([list]) => (isNone(list) ? null : use(arrayOnly(list)));
}

function several(take: (list: Value[], n: number) => Value[]): OfValues {
  return (values, { input, n }) => {
    const count = wholeOf(n);
    return count < 1 ? refuse('not positive') : take(arrayOnly(input), count);
  };
}

/** Sorts the elements and leaves out null. */
function inOrder(list: Value[], sign: 1 | -1): Value[] {
  return list.filter((item) => item !== null).sort((a, b) => naiveOrder(a, b) * sign);
}

/** Sorts by whole elements, or by fields of elements that are documents; a missing field counts as null. */
export function naiveSortArray(input: Maybe, sortBy: Value): Maybe {
  if (isNone(input)) return null;
  const list = [...arrayOnly(input)];
  if (sortBy === 1 || sortBy === -1) return list.sort((a, b) => naiveOrder(a, b) * sortBy);
  const field = (item: Value, path: string): Value =>
    path
      .split('.')
      .reduce<Maybe>(
        (value, name) => (isNone(value) ? null : (value as Document)[name]),
        isPlain(item) ? item : null,
      ) ?? null;
  return list.sort((a, b) => {
    for (const [path, direction] of Object.entries(sortBy as Document)) {
      const order = naiveOrder(field(a, path), field(b, path));
      if (order !== 0) return order * Number(direction);
    }
    return 0;
  });
}

function has(list: Value[], item: Value): boolean {
  return list.some((other) => naiveOrder(other, item) === 0);
}

function subset(a: Value[], b: Value[]): boolean {
  return a.every((item) => has(b, item));
}

function sortedSet(values: Value[]): Value[] {
  return naiveDistinct(values).sort(naiveOrder);
}
