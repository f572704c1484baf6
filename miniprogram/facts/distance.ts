/** `[lng, lat]` in degrees. */
type Coordinates = readonly [number, number];

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
