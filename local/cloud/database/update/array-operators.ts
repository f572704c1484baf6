import { badValue, requestFailed } from '../refusals';
import { isOperatorObject } from '../query/condition';
import { compileQuery } from '../query/matcher';
import { compareSortKeys, parseSort, sortKeys } from '../query/sort';
import { compareValues, equalValues } from '../values/compare';
import { cloneValue, isDocument, type Document, type Value } from '../values/value';

/** `$push`, with `$each`, `$position`, `$sort` and `$slice`. */
export function push(current: Value | undefined, operand: Value, path: string): Value[] {
  const array = [...arrayAt(current, path)];
  if (!isDocument(operand) || !('$each' in operand)) return [...array, cloneValue(operand)];
  const { $each, $position, $sort, $slice, ...rest } = operand;
  const unknown = Object.keys(rest)[0];
  if (unknown !== undefined) throw badValue(`Unrecognized clause in $push: ${unknown}`);
  if (!Array.isArray($each)) throw badValue('The argument to $each in $push must be an array');
  array.splice(startOf($position, array.length), 0, ...cloneValue($each));
  if ($sort !== undefined) sortItems(array, $sort);
  return slice(array, $slice);
}

/** `$addToSet`, with `$each`. */
export function addToSet(current: Value | undefined, operand: Value, path: string): Value[] {
  const array = [...arrayAt(current, path)];
  const each = isDocument(operand) && '$each' in operand ? operand.$each : [operand];
  if (!Array.isArray(each)) throw badValue('The argument to $each in $addToSet must be an array');
  for (const item of each) if (!array.some((other) => equalValues(other, item))) array.push(cloneValue(item));
  return array;
}

/** `$pop`: 1 takes the last, -1 the first. */
export function pop(current: Value | undefined, operand: Value, path: string): Value[] | undefined {
  if (operand !== 1 && operand !== -1) throw badValue('$pop expects 1 or -1');
  if (current === undefined) return undefined;
  const array = arrayAt(current, path);
  return operand === 1 ? array.slice(0, -1) : array.slice(1);
}

/** `$pull`: takes out what equals the value or matches the condition. */
export function pull(current: Value | undefined, operand: Value, path: string): Value[] | undefined {
  if (current === undefined) return undefined;
  const array = arrayAt(current, path);
  const unwanted = pullTest(operand);
  return array.filter((item) => !unwanted(item));
}

/** `$pullAll`: takes out what equals one of the values. */
export function pullAll(current: Value | undefined, operand: Value, path: string): Value[] | undefined {
  if (!Array.isArray(operand)) throw badValue('$pullAll requires an array argument');
  if (current === undefined) return undefined;
  return arrayAt(current, path).filter((item) => !operand.some((other) => equalValues(item, other)));
}

function pullTest(operand: Value): (item: Value) => boolean {
  if (operand instanceof RegExp || isOperatorObject(operand)) {
    const match = compileQuery({ item: operand });
    return (item) => match({ item });
  }
  if (isDocument(operand)) {
    // A document is a query on elements that are documents, not an equality.
    const match = compileQuery(operand);
    return (item) => isDocument(item) && match(item);
  }
  return (item) => equalValues(item, operand);
}

function arrayAt(current: Value | undefined, path: string): Value[] {
  if (current === undefined) return [];
  if (Array.isArray(current)) return current;
  throw requestFailed('Update', `The field '${path}' must be an array but is of another type`);
}

function startOf(position: Value | undefined, length: number): number {
  if (position === undefined || position === null) return length;
  if (typeof position !== 'number') throw badValue('The value for $position must be an integer value');
  return position < 0 ? Math.max(0, length + position) : Math.min(length, position);
}

function sortItems(array: Value[], sort: Value): void {
  if (sort === 1 || sort === -1) {
    array.sort((a, b) => compareValues(a, b) * sort);
    return;
  }
  const fields = parseSort(sort);
  const keys = new Map(
    array.map((item) => [item, sortKeys(isDocument(item) ? item : ({} as Document), fields)]),
  );
  array.sort((a, b) => compareSortKeys(keys.get(a) ?? [], keys.get(b) ?? [], fields));
}

function slice(array: Value[], count: Value | undefined): Value[] {
  if (count === undefined || count === null) return array;
  if (typeof count !== 'number') throw badValue('The value for $slice must be an integer value');
  return count < 0 ? array.slice(count) : array.slice(0, count);
}
