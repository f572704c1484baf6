import { badValue, requestFailed } from '../refusals';
import { compareValues, equalValues } from '../values/compare';
import { cloneValue, isDocument, type Document, type Value } from '../values/value';
import { addToSet, pop, pull, pullAll, push } from './array-operators';
import { resolvePaths, type PositionFinder } from './positional';
import { getAt, setAt, unsetAt } from './target';

export interface UpdateOptions {
  nowMs: number;
  /** Where `$` points: the position in the array at `path` that the query matched. */
  position?: PositionFinder;
  /** A document made by an upsert takes `$setOnInsert` too. */
  inserting?: boolean;
}

/**
 * Applies update operators to a copy of a document, in the order MongoDB gives: each path may be touched by one operator only.
 * @returns the changed document, or the same object when nothing changed
 * @throws PlatformError for what MongoDB refuses; nothing is changed then
 */
export function applyUpdate(document: Document, update: Document, options: UpdateOptions): Document {
  const result = cloneValue(document);
  const touched: string[] = [];
  for (const [name, fields] of Object.entries(update)) {
    const operator = OPERATORS[name];
    if (!operator)
      throw badValue(
        name.startsWith('$') ? `Unknown modifier: ${name}` : `update must use operators, not ${name}`,
      );
    if (!isDocument(fields))
      throw badValue(`Modifiers operate on fields but we found another type for ${name}`);
    if (name === '$setOnInsert' && !options.inserting) continue;
    for (const [pattern, operand] of Object.entries(fields)) {
      for (const path of resolvePaths(result, pattern, options.position)) {
        refuseConflict(touched, path);
        touched.push(path);
        operator(result, path, operand, options);
      }
    }
  }
  if (!equalValues(result._id, document._id))
    throw requestFailed(
      'Update',
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    );
  return equalValues(result, document) ? document : result;
}

type Operator = (document: Document, path: string, operand: Value, options: UpdateOptions) => void;

const OPERATORS: Record<string, Operator> = {
  $set: (document, path, operand) => setAt(document, path, cloneValue(operand)),
  $setOnInsert: (document, path, operand) => setAt(document, path, cloneValue(operand)),
  $unset: (document, path) => unsetAt(document, path),
  $inc: (document, path, operand) => arithmetic(document, path, operand, '$inc'),
  $mul: (document, path, operand) => arithmetic(document, path, operand, '$mul'),
  $min: (document, path, operand) => limit(document, path, operand, -1),
  $max: (document, path, operand) => limit(document, path, operand, 1),
  $rename: rename,
  $currentDate: currentDate,
  $bit: bit,
  $push: change(push),
  $addToSet: change(addToSet),
  $pop: change(pop),
  $pull: change(pull),
  $pullAll: change(pullAll),
};

/** Makes an operator of a function that gives the new array, or undefined to leave the field as it is. */
function change(
  next: (current: Value | undefined, operand: Value, path: string) => Value[] | undefined,
): Operator {
  return (document, path, operand) => {
    const value = next(getAt(document, path), operand, path);
    if (value !== undefined) setAt(document, path, value);
  };
}

function arithmetic(document: Document, path: string, operand: Value, name: '$inc' | '$mul'): void {
  if (!isNumber(operand))
    throw requestFailed(
      'Update',
      `Cannot ${name === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path}: ${JSON.stringify(operand)}}`,
    );
  const current = getAt(document, path);
  if (current === undefined) return setAt(document, path, name === '$inc' ? operand : 0);
  if (!isNumber(current))
    throw requestFailed(
      'Update',
      `Cannot apply ${name} to a value of non-numeric type. The field '${path}' has the wrong type`,
    );
  setAt(document, path, combine(current, operand, name));
}

function isNumber(value: Value): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** 64-bit integers beyond what a double holds are kept exact. */
function combine(a: number | bigint, b: number | bigint, name: '$inc' | '$mul'): number | bigint {
  const rough = name === '$inc' ? Number(a) + Number(b) : Number(a) * Number(b);
  if (Number.isSafeInteger(rough) || !isWhole(a) || !isWhole(b)) return rough;
  const exact = name === '$inc' ? BigInt(a) + BigInt(b) : BigInt(a) * BigInt(b);
  return BigInt.asIntN(64, exact) === exact ? exact : rough;
}

function isWhole(value: number | bigint): boolean {
  return typeof value === 'bigint' || Number.isSafeInteger(value);
}

function limit(document: Document, path: string, operand: Value, sign: 1 | -1): void {
  const current = getAt(document, path);
  if (current === undefined || compareValues(operand, current) * sign > 0)
    setAt(document, path, cloneValue(operand));
}

function currentDate(document: Document, path: string, operand: Value, { nowMs }: UpdateOptions): void {
  const asDate = operand === true || (isDocument(operand) && operand.$type === 'date');
  if (!asDate) throw badValue("$currentDate takes true or {$type: 'date'}");
  setAt(document, path, new Date(nowMs));
}

function rename(document: Document, path: string, operand: Value): void {
  if (typeof operand !== 'string') throw badValue(`The 'to' field for $rename must be a string: ${path}`);
  const value = getAt(document, path);
  if (value === undefined) return;
  unsetAt(document, path);
  setAt(document, operand, value);
}

function bit(document: Document, path: string, operand: Value): void {
  const current = getAt(document, path) ?? 0;
  if (!isDocument(operand) || typeof current !== 'number')
    throw badValue('$bit needs an integer field and {and|or|xor: integer}');
  let result = current;
  for (const [name, mask] of Object.entries(operand)) {
    if (typeof mask !== 'number') throw badValue('the $bit operand must be an integer');
    if (name === 'and') result &= mask;
    else if (name === 'or') result |= mask;
    else if (name === 'xor') result ^= mask;
    else throw badValue(`$bit knows and, or, xor; not ${name}`);
  }
  setAt(document, path, result);
}

function refuseConflict(touched: string[], path: string): void {
  const clash = touched.find(
    (other) => other === path || other.startsWith(`${path}.`) || path.startsWith(`${other}.`),
  );
  if (clash !== undefined)
    throw requestFailed(
      'Update',
      `Updating the path '${path}' would create a conflict at '${clash.length < path.length ? clash : path}'`,
    );
}
