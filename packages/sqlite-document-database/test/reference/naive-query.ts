import type { Document, Value } from '../../src/values/value';
import { naiveConversions } from './naive-conversions';

/*
 * MongoDB's query rules as its documentation states them. Tests compare the engine with them, so they use none of the engine's
 * code and do not care for speed. They cover the scalars, arrays and documents that `arbitrary-values.ts` generates.
 */

/** Whether a document matches a query according to the manual. */
export function naiveMatches(query: Document, document: Document): boolean {
  return Object.entries(query).every(([key, wanted]) => {
    if (key === '$and') return (wanted as Document[]).every((part) => naiveMatches(part, document));
    if (key === '$or') return (wanted as Document[]).some((part) => naiveMatches(part, document));
    if (key === '$nor') return !(wanted as Document[]).some((part) => naiveMatches(part, document));
    return holds(reached(document, key.split('.')), wanted);
  });
}

const missing = Symbol('missing');
type Reached = Value | typeof missing;

/** A value of which no elements are looked at. */
class Whole {
  constructor(readonly value: Value) {}
}

/** All values that a dotted path leads to. */
function reached(value: Value, path: string[]): (Reached | Whole)[] {
  const [name, ...rest] = path;
  if (name === undefined) return [value];
  if (Array.isArray(value)) {
    const isPosition = /^\d+$/.test(name);
    const atPosition = isPosition && value[Number(name)] !== undefined;
    // A number in a path is a position in an array. Only elements that have a field of that name are searched for it; the others
    // do not count as missing it.
    const asks = (item: Value) => kind(item) === 'object' && (!isPosition || name in (item as Document));
    return [
      // An array at the position where the path ends is an element, whose own elements are not looked at.
      ...(atPosition && rest.length === 0 ? [new Whole(value[Number(name)] as Value)] : []),
      ...(atPosition && rest.length > 0 ? reached(value[Number(name)] as Value, rest) : []),
      ...value.filter(asks).flatMap((item) => reached(item, path)),
    ];
  }
  if (kind(value) !== 'object') return [missing];
  const own = (value as Document)[name];
  return own === undefined ? [missing] : reached(own, rest);
}

function holds(values: (Reached | Whole)[], wanted: Value): boolean {
  const operators = kind(wanted) === 'object' ? Object.entries(wanted as Document) : [];
  if (!operators[0]?.[0].startsWith('$')) return holds(values, { $eq: wanted });
  return operators.every(([operator, operand]) => holdsOne(values, operator, operand));
}

function holdsOne(reachedValues: (Reached | Whole)[], operator: string, operand: Value): boolean {
  const values = reachedValues.map((value) => (value instanceof Whole ? value.value : value));
  const list = operand as Value[];
  /** Whether the test holds for a value, or for one of its elements when it is an array. */
  const some = (test: (value: Reached) => boolean): boolean =>
    reachedValues.some((value) =>
      value instanceof Whole ? test(value.value) : test(value) || (Array.isArray(value) && value.some(test)),
    );
  const bracketed = (test: (order: number) => boolean) =>
    some((value) => sameKind(value, operand) && test(naiveCompare(value as Value, operand)));
  switch (operator) {
    case '$eq':
      return some((value) => equal(value, operand));
    case '$ne':
      return !holdsOne(reachedValues, '$eq', operand);
    case '$in':
      return list.some((each) => holdsOne(reachedValues, '$eq', each));
    case '$nin':
      return !holdsOne(reachedValues, '$in', operand);
    case '$all':
      return (
        list.length > 0 &&
        list.every((each) =>
          kind(each) === 'object' && '$elemMatch' in (each as Document)
            ? holds(reachedValues, each)
            : holdsOne(reachedValues, '$eq', each),
        )
      );
    case '$gt':
      return operand !== null && bracketed((order) => order > 0);
    case '$gte':
      return operand === null ? holdsOne(reachedValues, '$eq', null) : bracketed((order) => order >= 0);
    case '$lt':
      return operand !== null && bracketed((order) => order < 0);
    case '$lte':
      return operand === null ? holdsOne(reachedValues, '$eq', null) : bracketed((order) => order <= 0);
    case '$exists':
      return values.some((value) => value !== missing) === operand;
    case '$size':
      return values.some((value) => Array.isArray(value) && value.length === operand);
    case '$type':
      return some(
        (value) => value !== missing && [operand].flat().some((name) => isOfType(value, name as Value)),
      );
    case '$mod': {
      const [divisor, remainder] = (operand as number[]).map(Math.trunc) as [number, number];
      return some(
        (value) =>
          typeof value === 'number' && Math.abs(value) < 2 ** 63 && Math.trunc(value) % divisor === remainder,
      );
    }
    case '$bitsAllSet':
    case '$bitsAnySet':
    case '$bitsAllClear':
    case '$bitsAnyClear':
      return some((value) => bitsHold(value, operator, operand));
    case '$not':
      return !holds(reachedValues, operand);
    case '$regex':
      return some((value) => typeof value === 'string' && (patterns[operand as string] as Holds)(value));
    case '$elemMatch':
      return values.some(
        (value) => Array.isArray(value) && value.some((item) => elementMatches(item, operand as Document)),
      );
    default:
      throw new Error(`the naive evaluator does not know ${operator}`);
  }
}

/**
 * Whether an array element matches an `$elemMatch`. Operators test the element itself; fields are those of the element, and an
 * array has its positions as field names.
 */
function elementMatches(item: Value, operand: Document): boolean {
  if (Object.keys(operand)[0]?.startsWith('$')) return holds([item], operand);
  return kind(item) === 'object' || Array.isArray(item)
    ? naiveMatches(operand, { ...(item as Document) })
    : false;
}

type Holds = (text: string) => boolean;

/** What some patterns match, written without regular expressions. */
export const patterns: Record<string, Holds> = {
  '^a': (text) => text.startsWith('a'),
  '^ab?': (text) => text.startsWith('a'),
  '^a|b': (text) => text.startsWith('a') || text.includes('b'),
  '^😀?': () => true,
  '^(a|药)': (text) => text.startsWith('a') || text.startsWith('药'),
  b$: (text) => text.endsWith('b') || text.endsWith('b\n'),
  '^.$': (text) => [...text].length === 1 && text !== '\n',
  药: (text) => text.includes('药'),
};

/** The numbers of the types by name. A number is an int, long or double by its value. */
const types: Record<string, number> = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  bool: 8,
  date: 9,
  null: 10,
  int: 16,
  long: 18,
};

function isOfType(value: Value, asked: Value): boolean {
  const name = String(naiveConversions.$type?.([value], {}));
  return asked === name || asked === types[name] || (asked === 'number' && typeof value === 'number');
}

/** Whether the bits of a whole number match. Negative numbers count as two's complement. */
function bitsHold(value: Reached, operator: string, operand: Value): boolean {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < -(2 ** 63) || value >= 2 ** 63)
    return false;
  const positions = Array.isArray(operand)
    ? operand.map(Number)
    : Array.from({ length: 64 }, (_unused, at) => at).filter(
        (at) => (BigInt(Number(operand)) >> BigInt(at)) & 1n,
      );
  const isSet = (at: number): boolean => ((BigInt(value) >> BigInt(at)) & 1n) === 1n;
  switch (operator) {
    case '$bitsAllSet':
      return positions.every(isSet);
    case '$bitsAnySet':
      return positions.some(isSet);
    case '$bitsAllClear':
      return !positions.some(isSet);
    default:
      return !positions.every(isSet);
  }
}

function equal(value: Reached, operand: Value): boolean {
  if (value === missing) return operand === null;
  return naiveCompare(value, operand) === 0;
}

function sameKind(value: Reached, operand: Value): boolean {
  return value !== missing && kind(value) === kind(operand);
}

const kindOrder = ['null', 'number', 'string', 'object', 'array', 'boolean', 'date'];

function kind(value: Value): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return value instanceof Date ? 'date' : typeof value;
}

/** The order of two values: by type, then by value. Strings compare by their UTF-8 bytes. */
export function naiveCompare(a: Value, b: Value): number {
  const byKind = kindOrder.indexOf(kind(a)) - kindOrder.indexOf(kind(b));
  if (byKind !== 0) return byKind;
  if (typeof a === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b as string));
  if (Array.isArray(a)) return firstDifference(a, b as Value[], naiveCompare);
  if (kind(a) === 'object')
    return firstDifference(Object.entries(a as Document), Object.entries(b as Document), compareFields);
  if (a === null) return 0;
  // NaN equals itself and is below all numbers.
  const [x, y] = [Number(a), Number(b)].map((number) => (Number.isNaN(number) ? -Infinity : number)) as [
    number,
    number,
  ];
  const order = x < y ? -1 : Number(x > y);
  return order || Number(Number.isNaN(Number(b))) - Number(Number.isNaN(Number(a)));
}

function compareFields([aName, a]: [string, Value], [bName, b]: [string, Value]): number {
  const byKind = kindOrder.indexOf(kind(a)) - kindOrder.indexOf(kind(b));
  return byKind || naiveCompare(aName, bName) || naiveCompare(a, b);
}

function firstDifference<T>(a: T[], b: T[], compare: (a: T, b: T) => number): number {
  for (const [i, item] of a.entries()) {
    const other = b[i];
    const order = other === undefined ? 1 : compare(item, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
