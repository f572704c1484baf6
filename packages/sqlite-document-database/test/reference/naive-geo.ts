import type { Document } from '../../src/values/value';

/*
 * Shapes on a sphere, tested by methods that the engine does not use. A point is inside a ring that winds around it; two arcs
 * cross when the ends of each lie on different sides of the other; a distance to an arc is found by searching along it.
 */

export type NaivePosition = [lng: number, lat: number];
type V = [number, number, number];

/** The parts of a shape: its points, the arcs of its lines and rings, and the rings of its polygons. */
export interface NaiveShape {
  points: V[];
  arcs: [V, V][];
  polygons: V[][][];
}

/** An angle in radians, 6 cm on the ground. Nearer than this the reference does not decide whether shapes touch. */
export const unsure = 1e-8;

export function naiveShape({ type, coordinates, geometries }: Document): NaiveShape {
  const shape: NaiveShape = { points: [], arcs: [], polygons: [] };
  const line = (positions: NaivePosition[]): V[] => {
    const corners = positions.map(vectorOf);
    corners.slice(1).forEach((corner, i) => shape.arcs.push([corners[i] as V, corner]));
    return corners;
  };
  const given = coordinates as never;
  if (type === 'Point') shape.points.push(vectorOf(given));
  if (type === 'MultiPoint') shape.points.push(...(given as NaivePosition[]).map(vectorOf));
  if (type === 'LineString') line(given);
  if (type === 'MultiLineString') (given as NaivePosition[][]).forEach(line);
  if (type === 'Polygon') shape.polygons.push((given as NaivePosition[][]).map(line));
  if (type === 'MultiPolygon')
    for (const rings of given as NaivePosition[][][]) shape.polygons.push(rings.map(line));
  for (const part of (geometries ?? []) as Document[]) {
    const inner = naiveShape(part);
    shape.points.push(...inner.points);
    shape.arcs.push(...inner.arcs);
    shape.polygons.push(...inner.polygons);
  }
  return shape;
}

/** The angle in radians from a position to the shape; 0 inside. */
export function naiveAngle(from: NaivePosition, shape: NaiveShape): number {
  const point = vectorOf(from);
  if (insideAny(shape, point)) return 0;
  const angles = shape.points.map((other) => angle(point, other));
  return Math.min(...angles, ...shape.arcs.map((arc) => angleToArc(point, arc)));
}

/** Whether two shapes have a point in common; undefined when their edges are too close to decide. */
export function naiveMeet(a: NaiveShape, b: NaiveShape): boolean | undefined {
  if (corners(a).some((corner) => insideAny(b, corner)) || corners(b).some((corner) => insideAny(a, corner)))
    return nearEdges(a, b) ? undefined : true;
  if (a.arcs.some((one) => b.arcs.some((other) => arcsCross(one, other)))) return true;
  return nearEdges(a, b) ? undefined : false;
}

/** Whether all of `inner` is inside the polygons; undefined when it is too close to their edges to decide. */
export function naiveContains(outer: NaiveShape, inner: NaiveShape): boolean | undefined {
  if (nearEdges(outer, inner)) return undefined;
  if (!corners(inner).every((corner) => insideAny(outer, corner))) return false;
  if (outer.arcs.some((one) => inner.arcs.some((other) => arcsCross(one, other)))) return false;
  const holes = outer.polygons.flatMap((rings) => rings.slice(1)).flat();
  return !holes.some((corner) => insideAny(inner, corner));
}

/** Whether all of the shape is within an angle of a position; undefined when a corner is too close to the rim to decide. */
export function naiveInCap(centre: NaivePosition, reach: number, shape: NaiveShape): boolean | undefined {
  const angles = corners(shape).map((corner) => angle(vectorOf(centre), corner) - reach);
  if (angles.some((beyond) => Math.abs(beyond) < unsure)) return undefined;
  return angles.every((beyond) => beyond < 0);
}

function insideAny({ polygons }: NaiveShape, point: V): boolean {
  return polygons.some(
    ([outer = [], ...holes]) => windsAround(outer, point) && !holes.some((hole) => windsAround(hole, point)),
  );
}

/**
 * A ring winds around the points inside it and around their antipodes. The antipodes are on the far side of its middle, so they
 * are ruled out first.
 */
function windsAround(ring: V[], point: V): boolean {
  const middle = ring.slice(1).reduce<V>((sum, corner) => plus(sum, corner), [0, 0, 0]);
  if (dot(middle, point) <= 0) return false;
  let turned = 0;
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1] as V, ring[i] as V].map((corner) =>
      minus(corner, times(point, dot(corner, point))),
    ) as [V, V];
    turned += Math.atan2(dot(cross(a, b), point), dot(a, b));
  }
  return Math.abs(turned) > Math.PI;
}

/**
 * Whether two arcs cross: each has its ends on different sides of the other's great circle, and the crossing is not on the far
 * side of the earth.
 */
function arcsCross([a, b]: [V, V], [c, d]: [V, V]): boolean {
  const [ab, cd] = [cross(a, b), cross(c, d)];
  if (dot(ab, c) * dot(ab, d) >= 0 || dot(cd, a) * dot(cd, b) >= 0) return false;
  const meeting = cross(ab, cd);
  return dot(meeting, plus(a, b)) * dot(meeting, plus(c, d)) > 0;
}

/** The least angle to the arc, found by trying 33 points of it and refining around the nearest. */
function angleToArc(point: V, [a, b]: [V, V]): number {
  const at = (share: number): number => angle(point, unit(plus(times(a, 1 - share), times(b, share))));
  const steps = Array.from({ length: 33 }, (_unused, i) => i / 32);
  const nearest = steps.reduce((best, share) => (at(share) < at(best) ? share : best));
  let [low, high] = [Math.max(0, nearest - 1 / 32), Math.min(1, nearest + 1 / 32)];
  for (let i = 0; i < 45; i++) {
    const [x, y] = [low + (high - low) / 3, high - (high - low) / 3];
    if (at(x) < at(y)) high = y;
    else low = x;
  }
  return Math.min(at((low + high) / 2), at(0), at(1));
}

function nearEdges(a: NaiveShape, b: NaiveShape): boolean {
  const close = (from: NaiveShape, to: NaiveShape): boolean =>
    corners(from).some(
      (corner) =>
        to.arcs.some((arc) => nearCircle(corner, arc) && angleToArc(corner, arc) < unsure) ||
        to.points.some((point) => angle(corner, point) < unsure),
    );
  return close(a, b) || close(b, a);
}

/** Whether a point is near the arc's great circle. This cheap test spares the search along most arcs. */
function nearCircle(point: V, [a, b]: [V, V]): boolean {
  const normal = cross(a, b);
  return Math.abs(dot(normal, point)) <= 2 * unsure * Math.sqrt(dot(normal, normal));
}

function corners({ points, arcs }: NaiveShape): V[] {
  return [...points, ...arcs.flat()];
}

function vectorOf([lng, lat]: NaivePosition): V {
  const [x, y] = [(lng * Math.PI) / 180, (lat * Math.PI) / 180];
  return [Math.cos(y) * Math.cos(x), Math.cos(y) * Math.sin(x), Math.sin(y)];
}

/** The angle between two vectors, computed from the chord because that is exact for small angles. */
function angle(a: V, b: V): number {
  const chord = minus(a, b);
  return 2 * Math.asin(Math.min(1, Math.sqrt(dot(chord, chord)) / 2));
}

function dot(a: V, b: V): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
function cross(a: V, b: V): V {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}
function plus(a: V, b: V): V {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}
function minus(a: V, b: V): V {
  return plus(a, times(b, -1));
}
function times(a: V, factor: number): V {
  return [a[0] * factor, a[1] * factor, a[2] * factor];
}
function unit(a: V): V {
  return times(a, 1 / Math.sqrt(dot(a, a)));
}
