import { badValue } from '../refusals';
import { shown } from '../values/shown';
import { isDocument, type Document, type Value } from '../values/value';
import { angleToRegion, regionContains, regionsMeet, toRegion, vertices, type Region } from './region';
import { readPoint, readShape } from './shape';
import { distanceMeters, type Position } from './sphere';
import { angleBetween, metersOfAngle, toVector } from './vector';

/** A circle on the earth: `$centerSphere`. */
export interface Cap {
  centre: Position;
  /** The radius as an angle, in radians. */
  angle: number;
}

/** Compiles `$geoWithin` with `$geometry` (Polygon, MultiPolygon) or `$centerSphere`. */
export function geoWithin(operand: Value): (value: Value | undefined) => boolean {
  const cap = readCap(operand);
  if (cap) {
    const centre = toVector(cap.centre);
    return testRegion((region) =>
      vertices(region).every((vertex) => angleBetween(centre, vertex) <= cap.angle),
    );
  }
  const shape = readGeometry('$geoWithin', operand);
  if (shape.polygons.length === 0)
    throw badValue(`$geoWithin not supported with provided geometry: ${shown(operand)}`);
  const outer = toRegion(shape);
  return testRegion((region) => regionContains(outer, region));
}

/** Compiles `$geoIntersects` with any GeoJSON geometry. */
export function geoIntersects(operand: Value): (value: Value | undefined) => boolean {
  const wanted = toRegion(readGeometry('$geoIntersects', operand));
  return testRegion((region) => regionsMeet(region, wanted));
}

/**
 * The distance in metres from the point of a `$near` operand to the value; undefined unless the value is a geometry within the
 * operand's `$minDistance` and `$maxDistance`, both inclusive.
 */
export function nearDistance(operand: Value, value: Value | undefined): number | undefined {
  const { centre, minMeters, maxMeters } = readNear(operand);
  const distance = distanceTo(value, centre);
  return distance !== undefined && distance >= minMeters && distance <= maxMeters ? distance : undefined;
}

/** The parts of a `$near` operand. @throws PlatformError when it has no valid point */
export function readNear(operand: Value): { centre: Position; minMeters: number; maxMeters: number } {
  const { $geometry, $minDistance = 0, $maxDistance = Infinity } = operand as Document;
  const centre = readPoint($geometry);
  if (!centre) throw badValue(`invalid point in geo near query: ${shown($geometry)}`);
  return { centre, minMeters: Number($minDistance), maxMeters: Number($maxDistance) };
}

/**
 * The distance in metres from a position to the nearest part of a geometry, or of an array of them; undefined without a geometry.
 */
export function distanceTo(value: Value | undefined, centre: Position): number | undefined {
  const point = readPoint(value);
  if (point) return distanceMeters(centre[0], centre[1], point[0], point[1]);
  const shape = readShape(value);
  if (shape) {
    let best = Infinity;
    for (const [lng, lat] of shape.points)
      best = Math.min(best, distanceMeters(centre[0], centre[1], lng, lat));
    const rest = { ...shape, points: [] };
    return Math.min(best, metersOfAngle(angleToRegion(toRegion(rest), toVector(centre))));
  }
  if (!Array.isArray(value)) return undefined;
  const distances = value
    .map((item) => distanceTo(item, centre))
    .filter((distance) => distance !== undefined);
  return distances.length ? Math.min(...distances) : undefined;
}

/** The circle of `{$centerSphere: [[lng, lat], radians]}`; undefined for any other operand. */
export function readCap(operand: Value): Cap | undefined {
  if (!isDocument(operand) || !('$centerSphere' in operand)) return undefined;
  const circle = operand.$centerSphere;
  const centre = Array.isArray(circle) ? readPoint(circle[0]) : undefined;
  const angle = Array.isArray(circle) ? circle[1] : undefined;
  if (!centre || typeof angle !== 'number' || !(angle >= 0))
    throw badValue('malformed $centerSphere: needs [[lng, lat], radius in radians]');
  return { centre, angle };
}

/** Parses `{$geometry: GeoJSON}`. */
export function readGeometry(op: string, operand: Value): NonNullable<ReturnType<typeof readShape>> {
  const geometry = isDocument(operand) ? operand.$geometry : undefined;
  const shape = readShape(geometry);
  if (!shape) throw badValue(`${op} needs a valid $geometry: ${shown(geometry ?? operand)}`);
  return shape;
}

function testRegion(test: (region: Region) => boolean): (value: Value | undefined) => boolean {
  return (value) => {
    const shape = readShape(value);
    return shape !== undefined && test(toRegion(shape));
  };
}
