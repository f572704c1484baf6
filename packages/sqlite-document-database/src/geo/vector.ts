import { earthRadiusMeters, type Position } from './sphere';

/** A unit vector from the earth's centre. */
export type Vector = readonly [x: number, y: number, z: number];

/** About 6 mm on the ground: closer than this counts as touching. */
export const touching = 1e-9;

const radians = Math.PI / 180;

export function toVector([lng, lat]: Position): Vector {
  const cosLat = Math.cos(lat * radians);
  return [cosLat * Math.cos(lng * radians), cosLat * Math.sin(lng * radians), Math.sin(lat * radians)];
}

export function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

export function unit(a: Vector): Vector {
  const length = Math.sqrt(dot(a, a)) || 1;
  return [a[0] / length, a[1] / length, a[2] / length];
}

/** The angle between two vectors in radians, exact for small angles too. */
export function angleBetween(a: Vector, b: Vector): number {
  const normal = cross(a, b);
  return Math.atan2(Math.sqrt(dot(normal, normal)), dot(a, b));
}

/** The angle from a point to the shorter great-circle arc between `a` and `b`. */
export function angleToArc(point: Vector, a: Vector, b: Vector): number {
  const normal = cross(a, b);
  const length = Math.sqrt(dot(normal, normal));
  if (length > touching / 1000) {
    const foot = cross(normal, cross(point, normal));
    const between = dot(cross(a, foot), normal) >= 0 && dot(cross(foot, b), normal) >= 0;
    if (between) return Math.abs(Math.asin(Math.max(-1, Math.min(1, dot(point, normal) / length))));
  }
  return Math.min(angleBetween(point, a), angleBetween(point, b));
}

/** Whether two great-circle arcs cross or touch. */
export function arcsMeet(a: Vector, b: Vector, c: Vector, d: Vector): boolean {
  const ab = cross(a, b);
  const cd = cross(c, d);
  const line = cross(ab, cd);
  if (dot(line, line) > touching * touching * dot(ab, ab) * dot(cd, cd)) {
    const meeting = unit(line);
    for (const point of [meeting, [-meeting[0], -meeting[1], -meeting[2]] as const])
      if (onArc(point, a, b, ab) && onArc(point, c, d, cd)) return true;
  }
  return (
    angleToArc(a, c, d) < touching ||
    angleToArc(b, c, d) < touching ||
    angleToArc(c, a, b) < touching ||
    angleToArc(d, a, b) < touching
  );
}

function onArc(point: Vector, a: Vector, b: Vector, normal: Vector): boolean {
  return dot(cross(a, point), normal) >= 0 && dot(cross(point, b), normal) >= 0;
}

/** The distance on the ground that an angle in radians spans, in metres. */
export function metersOfAngle(angle: number): number {
  return angle * earthRadiusMeters;
}
