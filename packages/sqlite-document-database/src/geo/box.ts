import type { Shape } from './shape';
import type { Position } from './sphere';
import { angleBetween, toVector, unit, type Vector } from './vector';

/** West, south, east and north in degrees. West is greater than east when the box crosses the date line. */
export type Box = [west: number, south: number, east: number, north: number];

const degrees = 180 / Math.PI;
const world: Box = [-180, -90, 180, 90];

/** The box around a circle whose radius is `angle`, in radians. */
export function capBox([lng, lat]: Position, angle: number): Box {
  // Rounding must not make the box too small.
  const reach = angle * degrees + 1e-7;
  const south = lat - reach;
  const north = lat + reach;
  if (south <= -90 || north >= 90) return [-180, Math.max(-90, south), 180, Math.min(90, north)];
  const width = Math.asin(Math.min(1, Math.sin(reach / degrees) / Math.cos(lat / degrees))) * degrees + 1e-7;
  const west = lng - width;
  const east = lng + width;
  return [west < -180 ? west + 360 : west, south, east > 180 ? east - 360 : east, north];
}

/** The box around a geometry. It is that of a circle around it, because edges bend towards the poles between their ends. */
export function regionBox(shape: Shape): Box {
  const corners: Vector[] = [...shape.points, ...shape.lines.flat(), ...shape.polygons.flat(2)].map(toVector);
  const [x, y, z] = unit(
    corners.reduce<Vector>((sum, v) => [sum[0] + v[0], sum[1] + v[1], sum[2] + v[2]], [0, 0, 0]),
  );
  const centre: Vector = [x, y, z];
  const angle = Math.max(...corners.map((corner) => angleBetween(centre, corner)));
  if (!(angle < Math.PI / 2 - 0.01)) return world;
  return capBox([Math.atan2(y, x) * degrees, Math.asin(Math.max(-1, Math.min(1, z))) * degrees], angle);
}
