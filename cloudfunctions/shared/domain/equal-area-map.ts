import type { Coordinates } from '../contract/place';
import { earthRadiusMeters } from '@facts/distance';

/**
 * A flat map that keeps areas equal: Albers' conic projection with the parallels and the meridian of China's own maps
 * (25° and 47° north, 105° east; Snyder, Map Projections, 1987, ch. 14). Shapes from Hainan to Mohe are true to 4 %,
 * those of the southern sea to 15 %.
 */

/** Metres east and north of the middle of the map. */
export type FlatPoint = readonly [east: number, north: number];

const radians = Math.PI / 180;
const [southernParallel, northernParallel, middleParallel] = [25 * radians, 47 * radians, 35 * radians];
const middleMeridian = 105;

const cone = (Math.sin(southernParallel) + Math.sin(northernParallel)) / 2;
const constant = Math.cos(southernParallel) ** 2 + 2 * cone * Math.sin(southernParallel);
const radiusAt = (sine: number): number =>
  (earthRadiusMeters / cone) * Math.sqrt(Math.max(0, constant - 2 * cone * sine));
const middleRadius = radiusAt(Math.sin(middleParallel));

export function toFlat([lng, lat]: Coordinates): FlatPoint {
  const radius = radiusAt(Math.sin(lat * radians));
  const angle = cone * withinHalfTurn(lng - middleMeridian) * radians;
  return [radius * Math.sin(angle), middleRadius - radius * Math.cos(angle)];
}

/** The point of the globe, to six decimals of a degree: a tenth of a metre. */
export function fromFlat([east, north]: FlatPoint): Coordinates {
  const radius = Math.hypot(east, middleRadius - north);
  const angle = Math.atan2(east, middleRadius - north);
  const sine = (constant - ((radius * cone) / earthRadiusMeters) ** 2) / (2 * cone);
  return [
    sixDecimals(withinHalfTurn(middleMeridian + angle / cone / radians)),
    sixDecimals(Math.asin(Math.max(-1, Math.min(1, sine))) / radians),
  ];
}

/** Normalises an angle to -180 … 180 degrees. */
const withinHalfTurn = (degrees: number): number => degrees - 360 * Math.round(degrees / 360);

const sixDecimals = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
