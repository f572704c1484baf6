import { earthRadiusMeters } from '@facts/distance';
import type { Coordinates } from '../contract/place';

const radians = Math.PI / 180;

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
