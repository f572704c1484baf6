import { pathParts } from '../values/path';
import { compileExpression } from '../aggregate/expressions/compile';
import { badValue } from '../refusals';
import { getAt, setAt } from '../update/target';
import { positionFinder } from '../update/positional';
import { cloneValue, isDocument, setField, type Document, type Value } from '../values/value';
import { documentFields } from './field-reader';
import { compileQuery } from './matcher';
import { isOperatorObject } from './condition';

/** A compiled projection: makes the answer from a document. */
export type Projector = (document: Document) => Document;

/**
 * Compiles a `field()` projection: inclusion or exclusion by dotted path or nested, `_id` separately, `$slice`,
 * `$elemMatch`, `path.$`, and expressions. Source:
 * https://www.mongodb.com/docs/manual/reference/method/db.collection.find/#projection
 * @param query gives the matched element for `path.$`
 * @throws PlatformError when inclusion and exclusion are mixed
 */
export function compileProjection(projection: Value, query: Document = {}): Projector {
  if (!isDocument(projection)) throw badValue('the projection must be an object');
  const tree: Tree = new Map();
  const computed: [path: string, compute: Compute][] = [];
  const slices: [parts: readonly string[], slice: Slice][] = [];
  let including: boolean | undefined;
  let idWanted = true;
  for (const [path, wanted] of flattened(projection)) {
    const positional = path.endsWith('.$');
    if (typeof wanted === 'number' || typeof wanted === 'boolean') {
      const include = Boolean(wanted);
      if (path === '_id') {
        idWanted = include;
        continue;
      }
      if (including !== undefined && including !== include) throw mixed();
      including = include;
      const plain = positional ? path.slice(0, -2) : path;
      if (plain.includes('$')) throw badValue(`Positional projection '${path}' must end with '.$'`);
      plant(tree, pathParts(plain));
      if (positional) computed.push([plain, matchedElement(plain, query)]);
    } else if (isOperatorObject(wanted) && '$slice' in wanted)
      slices.push([pathParts(path), sliceOf(wanted.$slice)]);
    else if (isOperatorObject(wanted) && '$elemMatch' in wanted) {
      const matches = compileQuery({ [itemName]: { $elemMatch: wanted.$elemMatch ?? null } });
      if (including === false) throw mixed();
      including = true;
      computed.push([
        path,
        (document) => firstMatch(document[path], (item) => matches({ [itemName]: [item] })),
      ]);
    } else {
      including ??= true;
      computed.push([path, compileExpression(wanted, documentFields)]);
    }
  }
  // `{_id: 1}` alone asks for the id only; `{_id: 0}` alone for all the rest.
  const inclusive = including ?? (computed.length === 0 && Boolean(projection._id));
  // In an inclusion, a path that `$slice` shortens is included.
  if (inclusive) for (const [parts] of slices) plant(tree, parts);
  return (document) => {
    const out: Document = {};
    if (idWanted && document._id !== undefined) out._id = document._id;
    const body = inclusive ? include(document, tree) : exclude(document, tree);
    for (const key in body) if (key !== '_id') setField(out, key, body[key] as Value);
    for (const [parts, slice] of slices) {
      const [first = '', ...rest] = parts;
      if (out[first] !== undefined) out[first] = slicedAt(out[first], rest, slice);
    }
    for (const [path, compute] of computed) putComputed(out, path, compute(document));
    return out;
  };
}

type Compute = (document: Document) => Value | undefined;

/** Replaced by the one element on which the condition is tried. */
const itemName = 'item';

/** `{a: {b: 1}}` means `{'a.b': 1}`; objects of operators stay whole. */
function flattened(projection: Document, prefix = ''): [path: string, wanted: Value][] {
  return Object.entries(projection).flatMap(([name, wanted]): [string, Value][] =>
    isDocument(wanted) && !isOperatorObject(wanted) && Object.keys(wanted).length > 0
      ? flattened(wanted, `${prefix}${name}.`)
      : [[prefix + name, wanted]],
  );
}

function matchedElement(path: string, query: Document): Compute {
  const position = positionFinder(query);
  return (document) => {
    const at = position(document, path);
    const array = getAt(document, path);
    if (at === undefined || !Array.isArray(array))
      throw badValue(
        "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
      );
    return [array[at] as Value];
  };
}

/**
 * Sets a computed value in a copy of the documents on its path, because the projected values are shared with the
 * document.
 */
function putComputed(out: Document, path: string, value: Value | undefined): void {
  if (value === undefined) return;
  const [first = '', ...rest] = pathParts(path);
  if (rest.length > 0 && Object.hasOwn(out, first)) setField(out, first, cloneValue(out[first] as Value));
  setAt(out, path, value);
}

/** Paths by their parts; an empty branch is a path's end. */
type Tree = Map<string, Tree>;

function plant(tree: Tree, parts: readonly string[]): void {
  let at = tree;
  for (const part of parts) {
    let branch = at.get(part);
    if (!branch) at.set(part, (branch = new Map()));
    at = branch;
  }
}

function include(document: Document, tree: Tree): Document {
  const out: Document = {};
  for (const key in document) {
    const branch = tree.get(key);
    if (!branch) continue;
    const value = document[key] as Value;
    if (branch.size === 0) setField(out, key, value);
    else if (isDocument(value)) setField(out, key, include(value, branch));
    else if (Array.isArray(value)) setField(out, key, includeItems(value, branch));
  }
  return out;
}

function includeItems(items: Value[], tree: Tree): Value[] {
  return items.flatMap((item): Value[] =>
    isDocument(item) ? [include(item, tree)] : Array.isArray(item) ? [includeItems(item, tree)] : [],
  );
}

function exclude(document: Document, tree: Tree): Document {
  const out: Document = {};
  for (const key in document) {
    const branch = tree.get(key);
    const value = document[key] as Value;
    if (!branch) setField(out, key, value);
    else if (branch.size > 0) setField(out, key, excludeFrom(value, branch));
  }
  return out;
}

function excludeFrom(value: Value, tree: Tree): Value {
  if (isDocument(value)) return exclude(value, tree);
  return Array.isArray(value) ? value.map((item) => excludeFrom(item, tree)) : value;
}

function mixed(): Error {
  return badValue('Projection cannot have a mix of inclusion and exclusion');
}

/** How many elements of a list are skipped and shown; a negative `skip` counts from the end. */
interface Slice {
  skip: number;
  limit: number;
}

/** @throws PlatformError for operands other than a number or `[skip, limit]` */
function sliceOf(slice: Value | undefined): Slice {
  if (typeof slice === 'number')
    return slice < 0 ? { skip: slice, limit: Infinity } : { skip: 0, limit: slice };
  const [skip, limit] = Array.isArray(slice) && slice.length === 2 ? slice : [];
  if (typeof skip !== 'number' || typeof limit !== 'number')
    throw badValue('$slice needs a number or [skip, limit]');
  if (limit <= 0) throw badValue(`$slice limit must be positive, found ${limit}`);
  return { skip, limit };
}

/** The list that the path leads to, in each document of a list on the way; everything else is shared. */
function slicedAt(value: Value, parts: readonly string[], slice: Slice): Value {
  const [part, ...rest] = parts;
  if (part === undefined) return Array.isArray(value) ? sliced(value, slice) : value;
  if (Array.isArray(value)) return value.map((item) => slicedAt(item, parts, slice));
  const inner = isDocument(value) && Object.hasOwn(value, part) ? value[part] : undefined;
  return inner === undefined ? value : { ...(value as Document), [part]: slicedAt(inner, rest, slice) };
}

function sliced(list: Value[], { skip, limit }: Slice): Value[] {
  const start = skip < 0 ? Math.max(0, list.length + skip) : skip;
  return list.slice(start, start + limit);
}

function firstMatch(value: Value | undefined, matches: (item: Value) => boolean): Value | undefined {
  const found = Array.isArray(value) ? value.find(matches) : undefined;
  return found === undefined ? undefined : [found];
}
