import { cellOf } from '../geo/cell';
import { readPoint, readShape } from '../geo/shape';
import type { Position } from '../geo/sphere';
import { requestFailed } from '../refusals';
import { emptyArray, isArrayIndex } from '../values/path';
import { shown } from '../values/shown';
import { isDocument, type Document, type Value } from '../values/value';
import type { Index } from './definition';
import { keyText, KeyWriter, type KeyValue } from './key';

/** One entry of a document in an index. */
export interface Entry {
  key: Uint8Array;
  /** For a 2dsphere index: the offset at which the part of the 2dsphere key begins. */
  geoOffset: number;
  /** The position, for points in a 2dsphere index. */
  lng: number | null;
  lat: number | null;
}

/**
 * The byte after the earlier keys: either a point's cell follows, or the entry is another geometry, which every search
 * of its group examines.
 */
export const pointMark = 1;
export const shapeMark = 2;

const writer = new KeyWriter();

/**
 * The entries of a document: one, or one for each element of an array under one of its keys. A document without a
 * geometry has none in a 2dsphere index.
 * @throws PlatformError for arrays under two keys at once, and for an invalid geometry under a 2dsphere key
 */
export function entriesOf(index: Index, document: Document): Entry[] {
  const plain = plainValues(index, document);
  if (plain) return entriesFor(index, plain);
  const walks = index.keys.map(({ parts }, at): Walk => ({ at, value: document, rest: parts }));
  return distinct(expand(index, walks).flatMap((values) => entriesFor(index, values)));
}

/** The values under the keys of a document without arrays there; undefined with arrays. */
function plainValues(index: Index, document: Document): (Value | undefined)[] | undefined {
  const values: (Value | undefined)[] = [];
  for (const { parts } of index.keys) {
    let value: Value | undefined = document;
    for (const part of parts) {
      value = isDocument(value) && Object.hasOwn(value, part) ? value[part] : undefined;
      if (Array.isArray(value)) return undefined;
    }
    values.push(value);
  }
  return values;
}

function distinct(entries: Entry[]): Entry[] {
  if (entries.length < 2) return entries;
  const seen = new Set<string>();
  return entries.filter(({ key }) => {
    const text = keyText(key);
    return !seen.has(text) && seen.add(text);
  });
}

/** The entries for one combination of key values; only a geometry of several points has more than one. */
function entriesFor(index: Index, values: readonly (KeyValue | undefined)[]): Entry[] {
  if (index.geoAt < 0) {
    writer.truncate(0);
    for (let at = 0; at < values.length; at++) writer.part(values[at], index.keys[at]?.descending);
    return [{ key: writer.take(), geoOffset: 0, lng: null, lat: null }];
  }
  const geometry = values[index.geoAt];
  if (geometry === undefined || geometry === null || geometry === emptyArray) return [];
  const point = readPoint(geometry as Value);
  if (point) return [pointEntry(index, values, point)];
  const shape = readShape(geometry as Value);
  if (!shape) throw requestFailed('Insert', `Can't extract geo keys: ${shown(geometry as Value)}`);
  if (shape.points.length && shape.lines.length === 0 && shape.polygons.length === 0)
    return shape.points.map((each) => pointEntry(index, values, each));
  return [geoEntry(index, values, shapeMark, null, null)];
}

function pointEntry(index: Index, values: readonly (KeyValue | undefined)[], [lng, lat]: Position): Entry {
  return geoEntry(index, values, pointMark, lng, lat);
}

function geoEntry(
  index: Index,
  values: readonly (KeyValue | undefined)[],
  mark: number,
  lng: number | null,
  lat: number | null,
): Entry {
  writer.truncate(0);
  let geoOffset = 0;
  for (let at = 0; at < values.length; at++) {
    if (at !== index.geoAt) {
      writer.part(values[at], index.keys[at]?.descending);
      continue;
    }
    geoOffset = writer.length;
    writer.byte(mark);
    if (lng !== null && lat !== null) writer.integer(cellOf(lng, lat));
  }
  return { key: writer.take(), geoOffset, lng, lat };
}

/** A key, and how far its path has been followed. */
interface Walk {
  at: number;
  value: Value | undefined;
  rest: readonly string[];
}

/** Every combination of key values. An array on the way is entered once for all keys that pass through it. */
function expand(index: Index, walks: Walk[]): (KeyValue | undefined)[][] {
  const stopped = walks.map((walk) => descend(walk, index.keys[walk.at]?.geo ?? false));
  const array = stopped.find((walk) => walk.array)?.array;
  if (!array) {
    const values: (KeyValue | undefined)[] = [];
    for (const walk of stopped) values[walk.at] = walk.value;
    return [values];
  }
  const inside = stopped.filter((walk) => walk.array);
  if (inside.some((walk) => walk.array !== array))
    throw requestFailed(
      'Insert',
      `cannot index parallel arrays [${index.keys.map((key) => key.path).join('] [')}]`,
    );
  for (const walk of inside) index.multikey.add(walk.at);
  if (array.length === 0)
    return expand(
      index,
      stopped.map((walk) => (walk.array ? done(walk.at, walk.rest.length ? null : emptyArray) : walk)),
    );
  return array.flatMap((item) =>
    expand(
      index,
      stopped.map((walk) => {
        if (!walk.array) return walk;
        if (walk.rest.length === 0) return done(walk.at, item);
        return isDocument(item) ? { at: walk.at, value: item, rest: walk.rest } : done(walk.at, null);
      }),
    ),
  );
}

type Stopped = Walk & { array?: Value[]; finished?: boolean };

function done(at: number, value: KeyValue | undefined): Stopped {
  return { at, value: value as Value, rest: [], finished: true };
}

/** Follows documents to the path's end, or to an array whose elements must be entered one by one. */
function descend(walk: Stopped, geo: boolean): Stopped {
  if (walk.finished) return walk;
  let { value } = walk;
  let from = 0;
  while (true) {
    const part = walk.rest[from];
    if (Array.isArray(value)) {
      if (part !== undefined && isArrayIndex(part)) value = value[Number(part)];
      else if (part === undefined && geo && readPoint(value)) return done(walk.at, value);
      else return { at: walk.at, value, rest: walk.rest.slice(from), array: value };
    } else if (part === undefined) return done(walk.at, value);
    else if (isDocument(value)) value = Object.hasOwn(value, part) ? value[part] : undefined;
    else return done(walk.at, undefined);
    from++;
  }
}
