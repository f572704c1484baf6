import type { Shape } from './shape';
import type { Position } from './sphere';
import {
  angleBetween,
  angleToArc,
  arcsMeet,
  cross,
  dot,
  touching,
  toVector,
  unit,
  type Vector,
} from './vector';

/**
 * A shape as unit vectors, ready for tests on the sphere. Edges are great-circle arcs; a ring encloses the smaller of its two
 * sides.
 */
export interface Region {
  points: Vector[];
  arcs: [Vector, Vector][];
  polygons: Polygon[];
}

interface Polygon {
  outer: Ring;
  holes: Ring[];
}

interface Ring {
  vertices: Vector[];
  /** A tangent plane at the ring's middle, on which great circles are straight lines (gnomonic projection). */
  centre: Vector;
  east: Vector;
  north: Vector;
  flat: [number, number][];
}

export function toRegion(shape: Shape): Region {
  const polygons = shape.polygons.map((rings) => {
    const [outer, ...holes] = rings.map(toRing) as [Ring, ...Ring[]];
    return { outer, holes };
  });
  const arcs: [Vector, Vector][] = [];
  for (const line of shape.lines) addArcs(arcs, line.map(toVector));
  for (const { outer, holes } of polygons) for (const ring of [outer, ...holes]) addArcs(arcs, ring.vertices);
  return { points: shape.points.map(toVector), arcs, polygons };
}

/** Whether a point is inside one of the polygons or on an edge. */
export function polygonsContain(region: Region, point: Vector): boolean {
  return region.polygons.some(
    ({ outer, holes }) =>
      ringContains(outer, point) && !holes.some((hole) => ringContains(hole, point) && !onRing(hole, point)),
  );
}

/** Whether two shapes have a point in common. */
export function regionsMeet(a: Region, b: Region): boolean {
  if (vertices(a).some((vertex) => polygonsContain(b, vertex))) return true;
  if (vertices(b).some((vertex) => polygonsContain(a, vertex))) return true;
  for (const [from, to] of a.arcs) {
    if (b.arcs.some(([start, end]) => arcsMeet(from, to, start, end))) return true;
    if (b.points.some((point) => angleToArc(point, from, to) < touching)) return true;
  }
  return a.points.some(
    (point) =>
      b.points.some((other) => angleBetween(point, other) < touching) ||
      b.arcs.some(([start, end]) => angleToArc(point, start, end) < touching),
  );
}

/** Whether all of `inner` is inside the polygons of `outer`. */
export function regionContains(outer: Region, inner: Region): boolean {
  if (!vertices(inner).every((vertex) => polygonsContain(outer, vertex))) return false;
  // Points on an edge count as inside, so an arc may leave the polygon between two inside ends: test points along it.
  for (const [from, to] of inner.arcs) {
    for (let i = 1; i < 16; i++) {
      if (!polygonsContain(outer, between(from, to, i / 16))) return false;
    }
    if (outer.arcs.some(([start, end]) => crossProperly(from, to, start, end))) return false;
  }
  const holes = outer.polygons.flatMap((polygon) => polygon.holes);
  return !holes.some((hole) =>
    hole.vertices.some((vertex) => polygonsContain(inner, vertex) && inner.polygons.length > 0),
  );
}

/** The least angle from the point to the shape; 0 for a point inside. */
export function angleToRegion(region: Region, point: Vector): number {
  if (polygonsContain(region, point)) return 0;
  let best = Infinity;
  for (const other of region.points) best = Math.min(best, angleBetween(point, other));
  for (const [start, end] of region.arcs) best = Math.min(best, angleToArc(point, start, end));
  return best;
}

/** Every corner of the shape. A circle smaller than a hemisphere contains the shape if it contains all corners. */
export function vertices(region: Region): Vector[] {
  return [...region.points, ...region.arcs.flat()];
}

function toRing(positions: Position[]): Ring {
  const corners = positions.map(toVector);
  const sum = corners
    .slice(1)
    .reduce<Vector>((total, v) => [total[0] + v[0], total[1] + v[1], total[2] + v[2]], [0, 0, 0]);
  const centre = unit(sum);
  const east = unit(Math.abs(centre[2]) > 0.999 ? cross([0, 1, 0], centre) : cross([0, 0, 1], centre));
  const north = cross(centre, east);
  const ring: Ring = { vertices: corners, centre, east, north, flat: [] };
  ring.flat = corners.map((vertex) => project(ring, vertex) ?? [NaN, NaN]);
  return ring;
}

function project(ring: Ring, vector: Vector): [number, number] | undefined {
  const depth = dot(vector, ring.centre);
  return depth > 1e-6 ? [dot(vector, ring.east) / depth, dot(vector, ring.north) / depth] : undefined;
}

function ringContains(ring: Ring, point: Vector): boolean {
  const flat = project(ring, point);
  if (!flat) return false;
  if (onRing(ring, point)) return true;
  const [x, y] = flat;
  let inside = false;
  for (let i = 0, j = ring.flat.length - 1; i < ring.flat.length; j = i++) {
    const [xi, yi] = ring.flat[i] as [number, number];
    const [xj, yj] = ring.flat[j] as [number, number];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

function onRing(ring: Ring, point: Vector): boolean {
  for (let i = 1; i < ring.vertices.length; i++)
    if (angleToArc(point, ring.vertices[i - 1] as Vector, ring.vertices[i] as Vector) < touching) return true;
  return false;
}

function addArcs(arcs: [Vector, Vector][], line: Vector[]): void {
  for (let i = 1; i < line.length; i++) arcs.push([line[i - 1] as Vector, line[i] as Vector]);
}

function between(a: Vector, b: Vector, share: number): Vector {
  return unit([a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share]);
}

/** Whether two arcs cross at a point that is not an end of either. */
function crossProperly(a: Vector, b: Vector, c: Vector, d: Vector): boolean {
  const ends = [angleToArc(a, c, d), angleToArc(b, c, d), angleToArc(c, a, b), angleToArc(d, a, b)];
  return ends.every((angle) => angle >= touching) && arcsMeet(a, b, c, d);
}
