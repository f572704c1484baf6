import { badValue, requestFailed } from '../refusals';
import { isOperatorObject } from '../query/condition';
import { compileQuery } from '../query/matcher';
import { stringifyEjson } from '../values/ejson';
import { equalValues } from '../values/compare';
import { isDocument, type Document, type Value } from '../values/value';
import { checkSort, sortItems } from './sort-items';

/** `$push` with its clauses `$each`, `$position`, `$sort` and `$slice`, applied in this order. */
export function push(current: Value | undefined, operand: Value, path: string): Value[] {
  const array = [...arrayAt(current, path)];
  if (!hasEach(operand)) return [...array, operand];
  const { $each, $position, $sort, $slice } = operand;
  const at = ($position as number | undefined) ?? array.length;
  array.splice(at < 0 ? Math.max(0, array.length + at) : at, 0, ...($each as Value[]));
  if ($sort !== undefined) sortItems(array, $sort as number | Document);
  if ($slice === undefined) return array;
  return ($slice as number) < 0 ? array.slice($slice as number) : array.slice(0, $slice as number);
}

/** @throws PlatformError for clauses that `$push` does not have */
export function checkPush(operand: Value, path: string): void {
  if (!hasEach(operand)) return;
  const { $each, $position, $sort, $slice, ...rest } = operand;
  const unknown = Object.keys(rest)[0];
  if (unknown !== undefined) throw badValue(`Unrecognized clause in $push: ${unknown}`);
  if (!Array.isArray($each)) throw badValue(`The argument to $each in $push must be an array: ${path}`);
  for (const [name, number] of Object.entries({ $position, $slice }))
    if (number !== undefined && !Number.isInteger(number))
      throw badValue(`The value for ${name} must be an integer value`);
  if ($sort !== undefined) checkSort($sort);
}

/** `$addToSet`, also with `$each`. */
export function addToSet(current: Value | undefined, operand: Value, path: string): Value[] {
  const array = [...arrayAt(current, path)];
  const each = hasEach(operand) ? (operand.$each as Value[]) : [operand];
  for (const item of each) if (!array.some((other) => equalValues(other, item))) array.push(item);
  return array;
}

/** @throws PlatformError when `$each` has other fields next to it or is not an array */
export function checkAddToSet(operand: Value): void {
  if (!hasEach(operand)) return;
  const unknown = Object.keys(operand).find((name) => name !== '$each');
  if (unknown !== undefined) throw badValue(`Found unexpected fields after $each in $addToSet: ${unknown}`);
  if (!Array.isArray(operand.$each)) throw badValue('The argument to $each in $addToSet must be an array');
}

/** `$pop`: 1 removes the last element, -1 the first. */
export function pop(current: Value | undefined, operand: Value, path: string): Value[] | undefined {
  if (current === undefined) return undefined;
  const array = arrayAt(current, path);
  return operand === 1 ? array.slice(0, -1) : array.slice(1);
}

/** @throws PlatformError */
export function checkPop(operand: Value, path: string): void {
  if (operand !== 1 && operand !== -1)
    throw badValue(`$pop expects 1 or -1, found: ${stringifyEjson(operand)} (${path})`);
}

/** `$pull`: removes the elements that equal the value or match the condition. */
export function pull(current: Value | undefined, operand: Value, path: string): Value[] | undefined {
  if (current === undefined) return undefined;
  const array = arrayAt(current, path);
  const unwanted = pullTest(operand);
  return array.filter((item) => !unwanted(item));
}

/** `$pullAll`: removes the elements that equal one of the values. */
export function pullAll(current: Value | undefined, operand: Value, path: string): Value[] | undefined {
  if (current === undefined) return undefined;
  const unwanted = operand as Value[];
  return arrayAt(current, path).filter((item) => !unwanted.some((other) => equalValues(item, other)));
}

/** @throws PlatformError */
export function checkPullAll(operand: Value, path: string): void {
  if (!Array.isArray(operand)) throw badValue(`$pullAll requires an array argument: ${path}`);
}

function pullTest(operand: Value): (item: Value) => boolean {
  if (operand instanceof RegExp || isOperatorObject(operand)) {
    const match = compileQuery({ item: operand });
    return (item) => match({ item });
  }
  if (isDocument(operand)) {
    // A document operand is a query on elements that are documents; it is not compared for equality.
    const match = compileQuery(operand);
    return (item) => isDocument(item) && match(item);
  }
  return (item) => equalValues(item, operand);
}

function hasEach(operand: Value): operand is Document {
  return isDocument(operand) && Object.hasOwn(operand, '$each');
}

function arrayAt(current: Value | undefined, path: string): Value[] {
  if (current === undefined) return [];
  if (Array.isArray(current)) return current;
  throw requestFailed('Update', `The field '${path}' must be an array but is of another type`);
}
