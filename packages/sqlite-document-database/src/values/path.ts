import { maxRequestDepth } from '../limits';
import { badValue } from '../refusals';
import { isDocument, type Document, type Value } from './value';

/**
 * Visits the values that a dotted path leads to, as MongoDB's matcher does. Arrays on the way are entered element by
 * element (documents only) and, where the next part is a number, by position; an array at the end is visited whole. A
 * field missing from a document is visited as undefined.
 * @param visit returns true to stop; `isItem` where the path ends in a position, so that an array there is an item itself
 * @returns whether a visit stopped it
 */
export function visitPath(document: Document, parts: readonly string[], visit: Visit, from = 0): boolean {
  const part = parts[from] as string;
  const value = Object.hasOwn(document, part) ? document[part] : undefined;
  return visitFrom(value, parts, visit, from);
}

type Visit = (value: Value | undefined, isItem: boolean) => boolean;

/** Continues from the value that `parts[at]` led to. */
export function visitFrom(
  value: Value | undefined,
  parts: readonly string[],
  visit: Visit,
  at = 0,
  isItem = false,
): boolean {
  if (at === parts.length - 1) return visit(value, isItem);
  if (isDocument(value)) return visitPath(value, parts, visit, at + 1);
  if (!Array.isArray(value)) return visit(undefined, false);
  const next = parts[at + 1] as string;
  if (isArrayIndex(next)) {
    const item = value[Number(next)];
    if (item !== undefined && visitFrom(item, parts, visit, at + 1, true)) return true;
  }
  for (const item of value) {
    if (!isDocument(item)) continue;
    // A number names a position. Documents count too, but only those that really have a field of that name.
    if (isArrayIndex(next) && !Object.hasOwn(item, next)) continue;
    if (visitPath(item, parts, visit, at + 1)) return true;
  }
  return false;
}

/** True for `0`, `1`, `12`: a part that can be a position in an array. */
export function isArrayIndex(part: string): boolean {
  return /^(0|[1-9]\d*)$/.test(part);
}

const split = new Map<string, string[]>();

/**
 * Splits `a.b.c` into [`a`,`b`,`c`] and keeps the result.
 * @throws PlatformError for a path deeper than a request may be
 */
export function pathParts(path: string): string[] {
  let parts = split.get(path);
  if (!parts) {
    parts = path.split('.', maxRequestDepth + 1);
    if (parts.length > maxRequestDepth) throw badValue('FieldPath is too long');
    if (path.length > longPath) return parts;
    if (split.size > 10_000) split.clear();
    split.set(path, parts);
  }
  return parts;
}

/** Longer paths are not worth the memory. */
const longPath = 1000;

/**
 * The values of a document in a sort or an index on the path. Arrays at the end are replaced by their elements, an
 * empty array by the marker `EMPTY_ARRAY`, and a missing value by null.
 */
export function keyValues(document: Document, path: string): (Value | typeof emptyArray)[] {
  const found: (Value | typeof emptyArray)[] = [];
  visitPath(document, pathParts(path), (value) => {
    if (!Array.isArray(value)) found.push(value ?? null);
    else if (value.length === 0) found.push(emptyArray);
    else for (const item of value) found.push(item);
    return false;
  });
  if (found.length === 0) found.push(null);
  return found;
}

/** The marker of an empty array in index and sort keys; it sorts before null. */
export const emptyArray = Symbol('empty array');
