import type { Coordinates } from '../contract/place';

/** Radius of the sphere that the document database measures on (MongoDB's), in metres. */
export const earthRadiusMeters = 6_378_100;

const radians = Math.PI / 180;

/** Great-circle distance in metres between two points, by the haversine formula. */
export function distanceMeters(from: Coordinates, to: Coordinates): number {
  const halfLat = Math.sin(((to[1] - from[1]) * radians) / 2);
  const halfLng = Math.sin(((to[0] - from[0]) * radians) / 2);
  const h = halfLat ** 2 + Math.cos(from[1] * radians) * Math.cos(to[1] * radians) * halfLng ** 2;
  return 2 * earthRadiusMeters * Math.asin(Math.min(1, Math.sqrt(h)));
}

/**
 * The point that lies `meters` from `origin` in direction `bearing` (radians clockwise from north).
 * Source: the direct problem on a sphere.
 */
export function pointAt(origin: Coordinates, meters: number, bearing: number): Coordinates {
  const angle = meters / earthRadiusMeters;
  const lat = origin[1] * radians;
  const sinLat = Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(bearing);
  const lng =
    origin[0] * radians +
    Math.atan2(Math.sin(bearing) * Math.sin(angle) * Math.cos(lat), Math.cos(angle) - Math.sin(lat) * sinLat);
  const degrees = lng / radians;
  return [
    ((((degrees + 180) % 360) + 360) % 360) - 180,
    Math.asin(Math.max(-1, Math.min(1, sinLat))) / radians,
  ];
}
