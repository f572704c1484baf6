import type { Coordinates } from '../contract/place';

/** How far from its public point a post is found, at most: far more than a distance is rounded by, and far less than a cell. */
export const spreadMeters = 10;

const metersPerDegree = 111_320;
const digits = 8;

/**
 * The point that a post is found at: near its public point, by its own random id and nothing else. Posts of one cell have one public
 * point, and the platform does not say in which order equally far posts come. At points of their own no two are equally far.
 */
export function searchPointOf([lng, lat]: Coordinates, id: string): Coordinates {
  const part = (index: number): number =>
    Number.parseInt(id.slice(index * digits, (index + 1) * digits), 16) / 16 ** digits;
  const meters = spreadMeters * Math.sqrt(part(0));
  const angle = 2 * Math.PI * part(1);
  const perLongitude = metersPerDegree * Math.cos((lat * Math.PI) / 180);
  const east = lng + (meters * Math.cos(angle)) / perLongitude;
  const north = lat + (meters * Math.sin(angle)) / metersPerDegree;
  // No cell lies at a pole or at the date line, so there is nothing to tell apart.
  return Math.abs(east) > 180 || Math.abs(north) > 90 ? [lng, lat] : [east, north];
}
