/** The radius of the earth in MongoDB: `kRadiusOfEarthInMeters`. */
export const earthRadiusMeters = 6_378_100;

/** [longitude, latitude] in degrees. */
export type Position = readonly [lng: number, lat: number];

const radians = Math.PI / 180;

/** The great-circle distance in metres. */
export function distanceMeters(lng1: number, lat1: number, lng2: number, lat2: number): number {
  return metersOfHaversine(haversineFrom([lng1, lat1]).to(lng2, lat2));
}

/**
 * Distances from one position as haversines, 0 … 1. A haversine grows with the distance and costs half as much to compute.
 * The lower bounds below are nearly exact for short distances; they allow for rounding, so they may be up to 0.1 mm too low.
 */
export interface HaversineFrom {
  to(lng: number, lat: number): number;
  /** The least that the difference in latitude to a band of latitudes contributes. */
  latTerm(south: number, north: number): number;
  /** The least that the difference in longitude to a strip contributes, at the equator; `toBox` scales it to the latitude. */
  lngTerm(west: number, east: number): number;
  /**
   * A lower bound for the distance to every position in a box, from the terms of its band and its strip.
   * @param furthestLat the box's latitude furthest from the equator, where the strip is narrowest
   */
  toBox(latTerm: number, lngTerm: number, furthestLat: number): number;
  /** A lower bound for the distance to every position outside a box that contains this position. */
  outOfBox(west: number, south: number, east: number, north: number): number;
}

export function haversineFrom([lng, lat]: Position): HaversineFrom {
  const cosLat = Math.cos(lat * radians);
  const termOf = (gapDegrees: number): number => {
    const gap = gapDegrees - marginDegrees;
    return gap > 0 ? Math.sin((gap * radians) / 2) ** 2 : 0;
  };
  // The nearest point of a meridian is where the way meets it at a right angle: sin(way) = cos(latitude) * sin(difference).
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
      // A box that reaches a pole has nothing outside it to the south or north.
      const toSouth = south <= -90 ? 1 : termOf(lat - south);
      const toNorth = north >= 90 ? 1 : termOf(north - lat);
      return Math.min(toSouth, toNorth, toMeridian(lng - west), toMeridian(east - lng)) * roundedDown;
    },
  };
}

/** The edges of a box are rounded, so an entry may lie this far outside its own box. */
const marginDegrees = 1e-9;
/** Absorbs the rounding of the haversine itself. */
const roundedDown = 1 - 1e-12;

/** The degrees of longitude from a meridian to the strip from west to east, the short way round; 0 or less within the strip. */
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

/** The haversine of a distance in metres. Nothing is further than half way round the earth, so that is the greatest. */
export function haversineOfMeters(meters: number): number {
  const angle = meters / earthRadiusMeters;
  return angle >= Math.PI ? 1 : Math.sin(angle / 2) ** 2;
}
