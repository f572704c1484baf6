/** MongoDB's earth: `kRadiusOfEarthInMeters`. */
export const earthRadiusMeters = 6_378_100;

/** [longitude, latitude] in degrees. */
export type Position = readonly [lng: number, lat: number];

const radians = Math.PI / 180;

/** Great-circle distance in metres. */
export function distanceMeters(lng1: number, lat1: number, lng2: number, lat2: number): number {
  return metersOfHaversine(haversineFrom([lng1, lat1]).to(lng2, lat2));
}

/**
 * Distances from one position as haversines, 0 … 1: they grow with the distance and cost half as much.
 * The bounds below are near to exact where what they bound is small; on account of rounding they are at the most 0.1 mm too low.
 */
export interface HaversineFrom {
  to(lng: number, lat: number): number;
  /** The least that the way to a band of latitudes adds. */
  latTerm(south: number, north: number): number;
  /** The least that the way to a strip of longitudes adds, before it is narrowed by the latitudes. */
  lngTerm(west: number, east: number): number;
  /** A lower bound to any position of a box, by the terms of its band and its strip and the latitude in it that is furthest from 0. */
  toBox(latTerm: number, lngTerm: number, furthestLat: number): number;
  /** A lower bound to any position outside a box that this position is in. */
  outOfBox(west: number, south: number, east: number, north: number): number;
}

export function haversineFrom([lng, lat]: Position): HaversineFrom {
  const cosLat = Math.cos(lat * radians);
  const termOf = (gapDegrees: number): number => {
    const gap = gapDegrees - marginDegrees;
    return gap > 0 ? Math.sin((gap * radians) / 2) ** 2 : 0;
  };
  // A meridian from pole to pole is nearest where the way to it is square to it: sin(way) = cos(latitude) * sin(difference).
  const toMeridian = (gapDegrees: number): number => {
    const gap = Math.min(90, Math.max(0, gapDegrees - marginDegrees));
    const square = (cosLat * Math.sin(gap * radians)) ** 2;
    return square / (2 + 2 * Math.sqrt(1 - square));
  };
  return {
    to(lng2, lat2) {
      const sinLat = Math.sin(((lat2 - lat) * radians) / 2);
      const sinLng = Math.sin(((lng2 - lng) * radians) / 2);
      return sinLat * sinLat + cosLat * Math.cos(lat2 * radians) * sinLng * sinLng;
    },
    latTerm: (south, north) => termOf(Math.max(south - lat, lat - north)),
    lngTerm: (west, east) => termOf(gapOf(lng, west, east)),
    toBox(latTerm, lngTerm, furthestLat) {
      if (lngTerm === 0) return latTerm * roundedDown;
      return (latTerm + cosLat * Math.cos(furthestLat * radians) * lngTerm) * roundedDown;
    },
    outOfBox(west, south, east, north) {
      // Beyond a pole there is nothing to the south or north.
      const toSouth = south <= -90 ? 1 : termOf(lat - south);
      const toNorth = north >= 90 ? 1 : termOf(north - lat);
      return Math.min(toSouth, toNorth, toMeridian(lng - west), toMeridian(east - lng)) * roundedDown;
    },
  };
}

/** A box may begin a rounding further than what is in it. */
const marginDegrees = 1e-9;
/** Where a haversine is rounded differently. */
const roundedDown = 1 - 1e-12;

/** Degrees from a meridian to those of west … east, the short way round; negative or 0 within. */
function gapOf(lng: number, west: number, east: number): number {
  const toWest = lng < west ? lng - west + 360 : lng - west;
  if (toWest <= east - west) return 0;
  const toEast = lng < east ? lng - east + 360 : lng - east;
  return Math.min(360 - toWest, toEast);
}

/** Converts a haversine to a distance in metres. */
export function metersOfHaversine(haversine: number): number {
  return 2 * earthRadiusMeters * Math.asin(Math.min(1, Math.sqrt(haversine)));
}

/** The haversine of a distance in metres; beyond half way round the earth that of the furthest there is. */
export function haversineOfMeters(meters: number): number {
  const angle = meters / earthRadiusMeters;
  return angle >= Math.PI ? 1 : Math.sin(angle / 2) ** 2;
}
