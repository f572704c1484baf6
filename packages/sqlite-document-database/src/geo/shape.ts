import { isDocument, type Value } from '../values/value';
import type { Position } from './sphere';

/** The parts of a GeoJSON geometry: points, lines and polygons. A polygon is a list of closed rings, the outer one first. */
export interface Shape {
  points: Position[];
  lines: Position[][];
  polygons: Position[][][];
}

/**
 * Reads any GeoJSON geometry, or a legacy `[lng, lat]` pair.
 * @returns undefined when the value is not a geometry, or has coordinates beyond ±180, ±90
 */
export function readShape(value: Value | undefined): Shape | undefined {
  const pair = readPosition(value);
  if (pair) return { points: [pair], lines: [], polygons: [] };
  if (!isDocument(value) || typeof value.type !== 'string') return undefined;
  const shape: Shape = { points: [], lines: [], polygons: [] };
  return addGeometry(shape, value.type, value.coordinates, value.geometries) ? shape : undefined;
}

/** The position of a GeoJSON Point or a legacy pair; undefined for other values. */
export function readPoint(value: Value | undefined): Position | undefined {
  if (isDocument(value) && value.type === 'Point') return readPosition(value.coordinates);
  return readPosition(value);
}

function readPosition(value: Value | undefined): Position | undefined {
  if (!Array.isArray(value) || value.length < 2) return undefined;
  const [lng, lat] = value;
  if (typeof lng !== 'number' || typeof lat !== 'number') return undefined;
  return lng >= -180 && lng <= 180 && lat >= -90 && lat <= 90 ? [lng, lat] : undefined;
}

function addGeometry(
  shape: Shape,
  type: string,
  coordinates: Value | undefined,
  geometries: Value | undefined,
): boolean {
  switch (type) {
    case 'Point':
      return addAll([coordinates], readPosition, shape.points);
    case 'MultiPoint':
      return addAll(coordinates, readPosition, shape.points);
    case 'LineString':
      return addAll([coordinates], readLine, shape.lines);
    case 'MultiLineString':
      return addAll(coordinates, readLine, shape.lines);
    case 'Polygon':
      return addAll([coordinates], readPolygon, shape.polygons);
    case 'MultiPolygon':
      return addAll(coordinates, readPolygon, shape.polygons);
    case 'GeometryCollection':
      return (
        Array.isArray(geometries) &&
        geometries.every(
          (part) =>
            isDocument(part) &&
            typeof part.type === 'string' &&
            addGeometry(shape, part.type, part.coordinates, part.geometries),
        )
      );
    default:
      return false;
  }
}

function addAll<T>(values: unknown, read: (value: Value | undefined) => T | undefined, into: T[]): boolean {
  if (!Array.isArray(values) || values.length === 0) return false;
  for (const value of values as Value[]) {
    const part = read(value);
    if (part === undefined) return false;
    into.push(part);
  }
  return true;
}

function readLine(value: Value | undefined): Position[] | undefined {
  const line: Position[] = [];
  return addAll(value, readPosition, line) && line.length >= 2 ? line : undefined;
}

function readRing(value: Value | undefined): Position[] | undefined {
  const ring = readLine(value);
  const first = ring?.[0];
  const last = ring?.[ring.length - 1];
  if (!ring || !first || !last || ring.length < 4) return undefined;
  return first[0] === last[0] && first[1] === last[1] ? ring : undefined;
}

function readPolygon(value: Value | undefined): Position[][] | undefined {
  const rings: Position[][] = [];
  return addAll(value, readRing, rings) ? rings : undefined;
}
