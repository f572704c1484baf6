/** MongoDB's earth: `kRadiusOfEarthInMeters`. */
export const EARTH_RADIUS_METERS = 6_378_100;

/** [longitude, latitude] in degrees. */
export type Position = readonly [lng: number, lat: number];

const RADIANS = Math.PI / 180;

/** Great-circle distance in metres (haversine). */
export function distanceMeters(lng1: number, lat1: number, lng2: number, lat2: number): number {
  const sinLat = Math.sin(((lat2 - lat1) * RADIANS) / 2);
  const sinLng = Math.sin(((lng2 - lng1) * RADIANS) / 2);
  const h = sinLat * sinLat + Math.cos(lat1 * RADIANS) * Math.cos(lat2 * RADIANS) * sinLng * sinLng;
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(h)));
}

/**
 * A lower bound of the distance in metres from a point to any point of a box of longitudes and latitudes, exact up to rounding.
 *
 * If the point's meridian crosses the box, the nearest point lies on it; otherwise on one of the box's two meridian sides, at
 * the foot of the perpendicular great circle or at a corner (as geokdbush reasons). Longitudes may be given beyond ±180.
 */
export function boxDistanceMeters(
  lng: number,
  lat: number,
  west: number,
  south: number,
  east: number,
  north: number,
): number {
  const toWest = wrap(lng - west);
  if (toWest <= east - west || east - west >= 360) {
    if (lat < south) return (south - lat) * RADIANS * EARTH_RADIUS_METERS;
    if (lat > north) return (lat - north) * RADIANS * EARTH_RADIUS_METERS;
    return 0;
  }
  // Degrees of longitude to the nearer side, the short way round.
  const toEast = wrap(lng - east);
  const away = Math.min(360 - toWest, toEast);
  return sideDistance(away * RADIANS, lat * RADIANS, south * RADIANS, north * RADIANS);
}

/** Distance from (0, lat) to the piece south…north of the meridian `away`; all in radians. */
function sideDistance(away: number, lat: number, south: number, north: number): number {
  const cosAway = Math.cos(away);
  let best = Math.max(cosDistance(cosAway, lat, south), cosDistance(cosAway, lat, north));
  // The foot of the perpendicular, where the cosine of the distance is greatest.
  const foot = Math.atan2(Math.sin(lat), Math.cos(lat) * cosAway);
  if (foot > south && foot < north) best = Math.max(best, cosDistance(cosAway, lat, foot));
  // Rounding of the cosine near 1 is worth up to a metre or so: a bound must not be too high.
  return best >= 1 ? 0 : Math.max(0, Math.acos(best) * EARTH_RADIUS_METERS - 0.5);
}

function cosDistance(cosAway: number, lat1: number, lat2: number): number {
  return Math.sin(lat1) * Math.sin(lat2) + Math.cos(lat1) * Math.cos(lat2) * cosAway;
}

function wrap(degrees: number): number {
  const turn = degrees % 360;
  return turn < 0 ? turn + 360 : turn;
}
