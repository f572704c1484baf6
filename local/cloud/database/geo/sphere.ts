/** MongoDB's earth: `kRadiusOfEarthInMeters`. */
export const EARTH_RADIUS_METERS = 6_378_100;

/** [longitude, latitude] in degrees. */
export type Position = readonly [lng: number, lat: number];

const RADIANS = Math.PI / 180;

/** Great-circle distance in metres. */
export function distanceMeters(lng1: number, lat1: number, lng2: number, lat2: number): number {
  return metersOfHaversine(haversineFrom([lng1, lat1]).to(lng2, lat2));
}

/** Distances from one position as haversines, 0 … 1: they grow with the distance and cost half as much. */
export interface HaversineFrom {
  to(lng: number, lat: number): number;
  /** A lower bound to any position of a box, near to exact where the box is small; at the most 0.1 mm too low on its account of rounding. */
  toBox(west: number, south: number, east: number, north: number): number;
}

export function haversineFrom([lng, lat]: Position): HaversineFrom {
  const cosLat = Math.cos(lat * RADIANS);
  return {
    to(lng2, lat2) {
      const sinLat = Math.sin(((lat2 - lat) * RADIANS) / 2);
      const sinLng = Math.sin(((lng2 - lng) * RADIANS) / 2);
      return sinLat * sinLat + cosLat * Math.cos(lat2 * RADIANS) * sinLng * sinLng;
    },
    // Each term of the haversine at the least it can be within the box.
    toBox(west, south, east, north) {
      const latGap = Math.max(south - lat, lat - north) - MARGIN_DEGREES;
      const sinLat = latGap > 0 ? Math.sin((latGap * RADIANS) / 2) : 0;
      const lngGap = gapOf(lng, west, east) - MARGIN_DEGREES;
      if (lngGap <= 0) return sinLat * sinLat;
      const sinLng = Math.sin((lngGap * RADIANS) / 2);
      const cosBox = Math.cos(Math.max(Math.abs(south), Math.abs(north)) * RADIANS);
      return sinLat * sinLat + cosLat * cosBox * sinLng * sinLng;
    },
  };
}

/** A box may begin a rounding further than what is in it. */
const MARGIN_DEGREES = 1e-9;

/** Degrees from a meridian to those of west … east, the short way round; negative or 0 within. */
function gapOf(lng: number, west: number, east: number): number {
  const toWest = lng < west ? lng - west + 360 : lng - west;
  if (toWest <= east - west) return 0;
  const toEast = lng < east ? lng - east + 360 : lng - east;
  return Math.min(360 - toWest, toEast);
}

/** The distance in metres that a haversine stands for. */
export function metersOfHaversine(haversine: number): number {
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(haversine)));
}

/** The haversine of a distance in metres; beyond half way round the earth that of the furthest there is. */
export function haversineOfMeters(meters: number): number {
  const angle = meters / EARTH_RADIUS_METERS;
  return angle >= Math.PI ? 1 : Math.sin(angle / 2) ** 2;
}
