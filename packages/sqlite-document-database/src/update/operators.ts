import { badValue, requestFailed } from '../refusals';
import { compareValues } from '../values/compare';
import { stringifyEjson } from '../values/ejson';
import { pathParts } from '../values/path';
import { isDocument, type Value } from '../values/value';
import { add, multiply, isNumber, type Integer } from './arithmetic';
import {
  addToSet,
  checkAddToSet,
  checkPop,
  checkPullAll,
  checkPush,
  pop,
  pull,
  pullAll,
  push,
} from './array-operators';

/** The answer of an operator that removes the field. */
export const removed = Symbol('removed');

/** What an update operator does to one field. */
export interface Operator {
  /** The field's new value; undefined leaves it as it is. @param current undefined when the field is missing */
  next(
    current: Value | undefined,
    operand: Value,
    path: string,
    nowMs: number,
  ): Value | typeof removed | undefined;
  /** Refuses operands that are wrong whatever the document holds. @throws PlatformError */
  check?(operand: Value, path: string): void;
  /** The path of the second field that the operator changes: the target of a `$rename`. */
  second?(operand: Value): string;
  /**
   * Whether the result for a scalar depends only on that scalar and the operand, so that the text can be edited in
   * place.
   */
  scalar?: boolean;
  /** Whether the operator leaves existing documents alone, as `$setOnInsert` does. */
  idle?: boolean;
}

export const operators: Record<string, Operator> = {
  $set: { scalar: true, next: (_current, operand) => operand },
  $setOnInsert: { next: () => undefined, idle: true },
  $unset: { next: (current) => (current === undefined ? undefined : removed) },
  $inc: {
    scalar: true,
    check: (operand, path) => requireNumber(operand, path, 'increment'),
    next: (current, operand, path) =>
      current === undefined ? operand : add(numberAt(current, path, '$inc'), operand as number, path),
  },
  $mul: {
    scalar: true,
    check: (operand, path) => requireNumber(operand, path, 'multiply'),
    next: (current, operand, path) =>
      current === undefined ? 0 : multiply(numberAt(current, path, '$mul'), operand as number, path),
  },
  $min: {
    scalar: true,
    next: (current, operand) =>
      current === undefined || compareValues(operand, current) < 0 ? operand : undefined,
  },
  $max: {
    scalar: true,
    next: (current, operand) =>
      current === undefined || compareValues(operand, current) > 0 ? operand : undefined,
  },
  $rename: { check: checkRename, second: (operand) => operand as string, next: (current) => current },
  $currentDate: { check: checkCurrentDate, next: (_current, _operand, _path, nowMs) => new Date(nowMs) },
  $bit: { scalar: true, check: checkBit, next: bit },
  $push: { check: checkPush, next: push },
  $addToSet: { check: checkAddToSet, next: addToSet },
  $pop: { check: checkPop, next: pop },
  $pull: { next: pull },
  $pullAll: { check: checkPullAll, next: pullAll },
};

function requireNumber(operand: Value, path: string, verb: string): void {
  if (!isNumber(operand))
    throw requestFailed(
      'Update',
      `Cannot ${verb} with non-numeric argument: {${path}: ${stringifyEjson(operand)}}`,
    );
}

function numberAt(current: Value, path: string, name: string): number | bigint {
  if (isNumber(current)) return current;
  throw requestFailed(
    'Update',
    `Cannot apply ${name} to a value of non-numeric type. The field '${path}' has the wrong type`,
  );
}

function checkRename(operand: Value, path: string): void {
  if (typeof operand !== 'string') throw badValue(`The 'to' field for $rename must be a string: ${path}`);
  if (path.includes('$')) throw badValue(`The source field for $rename may not be dynamic: ${path}`);
  if (operand.includes('$'))
    throw badValue(`The destination field for $rename may not be dynamic: ${operand}`);
  if (operand === '' || pathParts(operand).includes(''))
    throw badValue(`The update path '${operand}' contains an empty field name`);
  if (operand === path) throw badValue(`The source and target field for $rename must differ: ${path}`);
  if (operand.startsWith(`${path}.`) || path.startsWith(`${operand}.`))
    throw badValue(
      `The source and target field for $rename must not be on the same path: ${path}: "${operand}"`,
    );
}

function checkCurrentDate(operand: Value, path: string): void {
  if (operand === true || operand === false || (isDocument(operand) && operand.$type === 'date')) return;
  throw badValue(`${path}: $currentDate takes a boolean or {$type: 'date'}`);
}

function checkBit(operand: Value, path: string): void {
  const masks = isDocument(operand) ? Object.entries(operand) : [];
  if (masks.length === 0)
    throw badValue(
      `You must pass in an embedded document of the form {$bit: {${path}: {and|or|xor: integer}}}`,
    );
  for (const [name, mask] of masks) {
    if (!['and', 'or', 'xor'].includes(name))
      throw badValue(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`);
    if (!isInteger(mask)) throw badValue(`The $bit modifier field must be an integer: ${path}`);
  }
}

function bit(current: Value | undefined, operand: Value, path: string): Value {
  const before = current ?? 0;
  if (!isInteger(before)) throw badValue(`Cannot apply $bit to a value of non-integral type: '${path}'`);
  let bits = BigInt(before);
  for (const [name, mask] of Object.entries(operand as Record<string, Integer>)) {
    if (name === 'and') bits &= BigInt(mask);
    else if (name === 'or') bits |= BigInt(mask);
    else bits ^= BigInt(mask);
  }
  const result = Number(bits);
  return Number.isSafeInteger(result) ? result : bits;
}

function isInteger(value: Value | undefined): value is Integer {
  return typeof value === 'bigint' || Number.isSafeInteger(value);
}
