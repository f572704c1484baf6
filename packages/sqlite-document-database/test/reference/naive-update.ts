import type { Document, Value } from '../../src/values/value';
import { naiveCompare, naiveMatches } from './naive-query';

/*
 * MongoDB's update rules as its documentation states them. Tests compare the engine with them, so they use none of the engine's
 * code and do not care for speed. They cover the values that `arbitrary-values.ts` generates.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/update/
 */

/** The reference expects MongoDB to refuse the update. The message says why. */
export class NaiveRefusal extends Error {}

/** The document after the update. @throws NaiveRefusal */
export function naiveUpdate(
  document: Document,
  update: Document,
  nowMs: number,
  query: Document = {},
): Document {
  const result = copied(document);
  const steps = Object.entries(update).flatMap(([name, fields]) =>
    Object.entries(fields as Document).map(([path, operand]) => ({ name, path, operand })),
  );
  for (const { name, path, operand } of steps) checkOperand(name, path, operand);
  const patterns = steps.flatMap(({ name, path, operand }) =>
    name === '$rename' ? [path, operand as string] : [path],
  );
  refuseOverlaps(patterns);
  const exact = steps
    .filter(({ name }) => name !== '$setOnInsert')
    .flatMap((step) => exactPaths(document, step.path.split('.'), query).map((path) => ({ ...step, path })));
  refuseOverlaps(exact.map(({ path }) => path.join('.')));
  const written = (step: (typeof exact)[number]): string[] =>
    step.name === '$rename' ? (step.operand as string).split('.') : step.path;
  exact.sort((a, b) => inPathOrder(written(a), written(b)));
  for (const { name, path, operand } of exact) applyOne(result, name, path, operand, nowMs);
  if (JSON.stringify([result._id]) !== JSON.stringify([document._id]))
    throw new NaiveRefusal('immutable _id');
  return result;
}

function copied<T extends Value>(value: T): T {
  if (Array.isArray(value)) return value.map(copied) as T;
  if (!isDocument(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, copied(item)])) as T;
}

function refuseOverlaps(paths: string[]): void {
  paths.forEach((path, i) =>
    paths.forEach((other, j) => {
      if (i !== j && (path === other || path.startsWith(`${other}.`)))
        throw new NaiveRefusal(`${path} conflicts with ${other}`);
    }),
  );
}

/** Compares paths in MongoDB's words: "Lexicographic order; fields with numeric names in numeric order." */
function inPathOrder(a: string[], b: string[]): number {
  const at = a.findIndex((part, i) => part !== b[i]);
  const [x, y] = [a[at], b[at]];
  if (x === undefined || y === undefined) return a.length - b.length;
  return isPosition(x) && isPosition(y) ? Number(x) - Number(y) : x < y ? -1 : 1;
}

function isPosition(part: string): boolean {
  return /^(0|[1-9][0-9]*)$/.test(part);
}

function isDocument(value: Value | undefined): value is Document {
  return Object.prototype.toString.call(value) === '[object Object]';
}

function isInteger(value: Value | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}

function checkOperand(name: string, path: string, operand: Value): void {
  const require = (holds: boolean): void => {
    if (!holds) throw new NaiveRefusal(`${name} of ${path}: ${JSON.stringify(operand)}`);
  };
  require(path.split('.').every((part) => part !== ''));
  const each = isDocument(operand) && '$each' in operand ? operand : undefined;
  if (name === '$inc' || name === '$mul') require(typeof operand === 'number');
  if (name === '$pop') require(operand === 1 || operand === -1);
  if (name === '$pullAll') require(Array.isArray(operand));
  if (name === '$bit')
    require(
      isDocument(operand) &&
        Object.keys(operand).length > 0 &&
        Object.entries(operand).every(([key, mask]) => ['and', 'or', 'xor'].includes(key) && isInteger(mask)),
    );
  if (name === '$rename') {
    require(typeof operand === 'string' && !operand.startsWith(`${path}.`));
    require(operand !== path && !path.startsWith(`${String(operand)}.`));
    require(!path.includes('$') && !String(operand).includes('$'));
  }
  if ((name === '$push' || name === '$addToSet') && each) require(Array.isArray(each.$each));
  if (name === '$push' && each) {
    require(each.$position === undefined || isInteger(each.$position));
    require(each.$slice === undefined || isInteger(each.$slice));
  }
}

/** The exact paths that a path with `$` or `$[]` means in a document. */
function exactPaths(document: Document, pattern: string[], query: Document): string[][] {
  const at = pattern.findIndex((part) => part === '$' || part === '$[]');
  if (at < 0) return [pattern];
  const before = pattern.slice(0, at);
  const array = valueAt(document, before);
  let positions: number[];
  if (pattern[at] === '$') {
    const asked = Object.keys(query).map((path) => path.split('.').slice(0, 1));
    // Without a condition on the array itself, the position in another array counts.
    positions = [before, ...asked].flatMap((path) => matchedPositions(document, query, path)).slice(0, 1);
    if (positions.length === 0) throw new NaiveRefusal('the query matched no element');
  } else if (Array.isArray(array)) positions = array.map((_item, i) => i);
  else throw new NaiveRefusal(`no array at ${before.join('.')}`);
  return positions.flatMap((i) =>
    exactPaths(document, [...before, String(i), ...pattern.slice(at + 1)], query),
  );
}

function matchedPositions(document: Document, query: Document, path: string[]): number[] {
  const array = valueAt(document, path);
  if (!Array.isArray(array)) return [];
  return [...array.keys()].filter((i) => matchedBy(query, path.join('.'), array[i] as Value)).slice(0, 1);
}

/** Whether an array with only this element would match one of the query's conditions on the array. */
function matchedBy(query: Document, array: string, item: Value): boolean {
  return Object.entries(query).some(([path, wanted]) => {
    if (path !== array && !path.startsWith(`${array}.`)) return false;
    const inner = isDocument(wanted) ? wanted.$elemMatch : undefined;
    if (isDocument(inner) && !Object.keys(inner)[0]?.startsWith('$'))
      return isDocument(item) && naiveMatches(inner, item);
    return naiveMatches({ [`x${path.slice(array.length)}`]: wanted }, { x: [item] });
  });
}

function valueAt(value: Value | undefined, path: string[]): Value | undefined {
  const [part, ...rest] = path;
  if (part === undefined) return value;
  if (Array.isArray(value)) return isPosition(part) ? valueAt(value[Number(part)], rest) : undefined;
  return isDocument(value) && Object.hasOwn(value, part) ? valueAt(value[part], rest) : undefined;
}

function put(container: Value, path: string[], value: Value): void {
  const [part, ...rest] = path as [string, ...string[]];
  if (Array.isArray(container)) {
    if (!isPosition(part)) throw new NaiveRefusal(`cannot create ${part} in an array`);
    while (container.length < Number(part)) container.push(null);
  } else if (!isDocument(container)) throw new NaiveRefusal(`cannot create ${part} in a scalar`);
  const holder = container as Document;
  if (rest.length === 0) holder[part] = value;
  else {
    if (!Object.hasOwn(holder, part)) holder[part] = {};
    put(holder[part] as Value, rest, value);
  }
}

function take(document: Document, path: string[]): void {
  const holder = valueAt(document, path.slice(0, -1));
  const last = path.at(-1) as string;
  if (Array.isArray(holder)) {
    if (isPosition(last) && Number(last) < holder.length) holder[Number(last)] = null;
  } else if (isDocument(holder)) delete holder[last];
}

function throughArray(document: Document, path: string[]): boolean {
  return path.some((_part, i) => i > 0 && Array.isArray(valueAt(document, path.slice(0, i))));
}

function applyOne(document: Document, name: string, path: string[], operand: Value, nowMs: number): void {
  const current = valueAt(document, path);
  const set = (value: Value): void => put(document, path, copied(value));
  const array = (): Value[] => {
    if (current !== undefined && !Array.isArray(current)) throw new NaiveRefusal(`${name} needs an array`);
    return current ?? [];
  };
  switch (name) {
    case '$set':
      return set(operand);
    case '$unset':
      return take(document, path);
    case '$inc':
    case '$mul':
      return set(calculated(name, current, operand as number));
    case '$min':
      return current === undefined || naiveCompare(operand, current) < 0 ? set(operand) : undefined;
    case '$max':
      return current === undefined || naiveCompare(operand, current) > 0 ? set(operand) : undefined;
    case '$currentDate':
      return set(new Date(nowMs));
    case '$bit':
      return set(bits(current ?? 0, operand as Record<string, number>));
    case '$rename': {
      if (current === undefined) return;
      const to = (operand as string).split('.');
      if (throughArray(document, path) || throughArray(document, to))
        throw new NaiveRefusal('no array elements in $rename');
      take(document, path);
      return put(document, to, current);
    }
    case '$push':
      return set(pushed(array(), operand));
    case '$addToSet': {
      const items = isDocument(operand) && '$each' in operand ? (operand.$each as Value[]) : [operand];
      const next = [...array()];
      for (const item of items) if (next.every((other) => naiveCompare(other, item) !== 0)) next.push(item);
      return set(next);
    }
    case '$pop':
      if (current === undefined) return;
      return set(operand === 1 ? array().slice(0, -1) : array().slice(1));
    case '$pull':
      if (current === undefined) return;
      return set(array().filter((item) => !pulled(item, operand)));
    case '$pullAll':
      if (current === undefined) return;
      return set(
        array().filter((item) => (operand as Value[]).every((each) => naiveCompare(item, each) !== 0)),
      );
    default:
      throw new Error(`the naive update does not know ${name}`);
  }
}

function calculated(name: string, current: Value | undefined, operand: number): Value {
  if (current === undefined) return name === '$inc' ? operand : 0;
  if (typeof current !== 'number') throw new NaiveRefusal(`${name} of what is no number`);
  if (Number.isSafeInteger(current) && Number.isSafeInteger(operand)) {
    const exact = name === '$inc' ? BigInt(current) + BigInt(operand) : BigInt(current) * BigInt(operand);
    if (BigInt.asIntN(64, exact) !== exact) throw new NaiveRefusal('beyond 64 bits');
    if (!Number.isSafeInteger(Number(exact))) return exact;
    if (!Object.is(current, -0) && !Object.is(operand, -0)) return Number(exact);
  }
  return name === '$inc' ? current + operand : current * operand;
}

function bits(current: Value, masks: Record<string, number>): Value {
  if (!isInteger(current)) throw new NaiveRefusal('$bit of what is no integer');
  let result = BigInt(current);
  for (const [name, mask] of Object.entries(masks)) {
    if (name === 'and') result &= BigInt(mask);
    if (name === 'or') result |= BigInt(mask);
    if (name === 'xor') result ^= BigInt(mask);
  }
  return Number.isSafeInteger(Number(result)) ? Number(result) : result;
}

/** Applies `$position`, then `$sort`, then `$slice`, whatever order they are written in. */
function pushed(array: Value[], operand: Value): Value[] {
  if (!isDocument(operand) || !('$each' in operand)) return [...array, operand];
  const { $each, $position, $sort, $slice } = operand;
  const at = typeof $position === 'number' ? $position : array.length;
  const before = at < 0 ? array.slice(0, at) : array.slice(0, at);
  const next = [...before, ...($each as Value[]), ...array.slice(before.length)];
  if (typeof $sort === 'number') next.sort((a, b) => naiveCompare(a, b) * $sort);
  if (isDocument($sort))
    next.sort((a, b) => {
      for (const [path, direction] of Object.entries($sort)) {
        const order = naiveCompare(fieldOf(a, path), fieldOf(b, path)) * Number(direction);
        if (order !== 0) return order;
      }
      return 0;
    });
  if (typeof $slice !== 'number') return next;
  return $slice < 0 ? next.slice($slice) : next.slice(0, $slice);
}

function fieldOf(item: Value, path: string): Value {
  return isDocument(item) ? (valueAt(item, path.split('.')) ?? null) : null;
}

function pulled(item: Value, operand: Value): boolean {
  if (!isDocument(operand)) return naiveCompare(item, operand) === 0;
  if (Object.keys(operand)[0]?.startsWith('$')) return naiveMatches({ x: operand }, { x: item });
  return isDocument(item) && naiveMatches(operand, item);
}
