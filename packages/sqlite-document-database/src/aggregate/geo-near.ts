import type { Condition } from '../query/condition';
import { parseQuery } from '../query/condition';
import { distanceTo } from '../geo/predicates';
import type { Index } from '../index/definition';
import { conditionValues } from '../read/geo-values';
import { documentOf, lacksField, type ComputedField, type Row } from '../read/row';
import { badValue, requestFailed } from '../refusals';
import { parsedItem, storedItem, type Item } from './flow';
import { setAt } from '../update/target';
import { readPoint } from '../geo/shape';
import { earthRadiusMeters, type Position } from '../geo/sphere';
import { stringifyEjson } from '../values/ejson';
import { pathParts } from '../values/path';
import { shown } from '../values/shown';
import { isDocument, type Document, type Value } from '../values/value';

/** A `$geoNear` stage after parsing. */
export interface GeoNear {
  condition: Condition;
  distanceField: string;
  limit: number;
  /** The computed distance as later conditions see it: a field, or the embedded document that contains it. */
  computed: ComputedField;
  toItem(row: Row): Item;
  toText(row: Row): string;
}

/**
 * Parses a `$geoNear` stage. Distances, `minDistance` and `maxDistance` are in metres for a GeoJSON Point and in radians for a
 * legacy pair.
 * Source: `$geoNear` in MongoDB's manual. `@cloudbase/database` 1.2 sends its points as pairs, `{longitude, latitude}`, with the
 * earth's radius as `distanceMultiplier`.
 * @throws PlatformError without a 2dsphere index, or with several and no `key`
 */
export function readGeoNear(operand: Value, indexes: readonly Index[]): GeoNear {
  if (!isDocument(operand)) throw badValue('$geoNear needs an object');
  const {
    near,
    distanceField,
    includeLocs,
    distanceMultiplier,
    query = {},
    minDistance,
    maxDistance,
    limit,
    num,
  } = operand;
  const centre = centreOf(near);
  if (!centre) throw badValue(`$geoNear requires near as a Point: ${shown(near)}`);
  const { position, metersPerUnit } = centre;
  if (typeof distanceField !== 'string' || distanceField === '')
    throw requestFailed('Aggregate', '$geoNear requires a distanceField option as a String');
  const path = keyOf(operand.key, indexes);
  const inMeters = (distance: Value): Value =>
    typeof distance === 'number' ? distance * metersPerUnit : distance;
  const nearOperand: Document = { $geometry: { type: 'Point', coordinates: [...position] } };
  if (minDistance !== undefined && minDistance !== null) nearOperand.$minDistance = inMeters(minDistance);
  if (maxDistance !== undefined && maxDistance !== null) nearOperand.$maxDistance = inMeters(maxDistance);
  const location = parseQuery({ [path]: { $nearSphere: nearOperand } });
  const factor = (typeof distanceMultiplier === 'number' ? distanceMultiplier : 1) / metersPerUnit;
  const distanceOf = (row: Row): number => (row.meters ?? 0) * factor;
  const [root = distanceField, ...nested] = pathParts(distanceField);
  const appended = `,${JSON.stringify(root)}:`;
  const toDocument = (row: Row): Document => {
    const document = documentOf(row);
    const values = conditionValues(document, path);
    setAt(document, distanceField, distanceOf(row));
    if (typeof includeLocs === 'string' && values !== undefined)
      setAt(document, includeLocs, nearestOf(values, position));
    return document;
  };
  const plain = includeLocs === undefined && nested.length === 0;
  const toText = (row: Row): string => {
    // The distance is appended to the stored text, which avoids parsing it. That is impossible when the field exists or is
    // nested.
    if (!plain || !lacksField(row, root)) return stringifyEjson(toDocument(row));
    return row.text.slice(0, -1) + appended + stringifyEjson(distanceOf(row)) + '}';
  };
  const computed: ComputedField = {
    name: root,
    of: nested.length ? (row) => toDocument(row)[root] : distanceOf,
    document: toDocument,
  };
  return {
    condition: { kind: 'and', children: [location, parseQuery(query)] },
    distanceField,
    limit: Number(limit ?? num ?? Infinity),
    computed,
    toItem: plain
      ? (row) => storedItem(row, { toDocument, toText, computed })
      : (row) => parsedItem(toDocument(row)),
    toText,
  };
}

/** The centre of the search. A legacy pair is `[lng, lat]`, or a document whose first two fields are longitude and latitude. */
function centreOf(near: Value | undefined): { position: Position; metersPerUnit: number } | undefined {
  const named = isDocument(near) && near.type !== 'Point';
  const position = readPoint(named ? Object.values(near).slice(0, 2) : near);
  if (!position) return undefined;
  return { position, metersPerUnit: named || Array.isArray(near) ? earthRadiusMeters : 1 };
}

function keyOf(key: Value | undefined, indexes: readonly Index[]): string {
  const paths = new Set(
    indexes.filter((index) => index.geoAt >= 0).map((index) => index.keys[index.geoAt]?.path ?? ''),
  );
  if (typeof key === 'string') {
    if (!paths.has(key))
      throw requestFailed('Aggregate', `(IndexNotFound) unable to find index for $geoNear query on ${key}`);
    return key;
  }
  const [only, ...more] = paths;
  if (only === undefined)
    throw requestFailed(
      'Aggregate',
      '(IndexNotFound) $geoNear requires a 2d or 2dsphere index, but none were found',
    );
  if (more.length)
    throw requestFailed(
      'Aggregate',
      "(IndexNotFound) There is more than one 2dsphere index; unsure which to use for $geoNear: set 'key'",
    );
  return only;
}

/** The geometry that the distance was measured to, when the field holds several. */
function nearestOf(values: Value, centre: Position): Value {
  if (!Array.isArray(values) || readPoint(values)) return values;
  let best: { value: Value; meters: number } | undefined;
  for (const value of values) {
    const meters = distanceTo(value, centre) ?? Infinity;
    if (!best || meters < best.meters) best = { value, meters };
  }
  return best?.value ?? values;
}
