export interface MapPoint {
  longitude: number;
  latitude: number;
}

/** Pixels of the whole world's width at zoom 0. */
const tileSize = 256;

/** Web Mercator, in pixels at a zoom level. */
export function project({ longitude, latitude }: MapPoint, zoom: number): { x: number; y: number } {
  const size = tileSize * 2 ** zoom;
  const sine = Math.sin((latitude * Math.PI) / 180);
  return {
    x: ((longitude + 180) / 360) * size,
    y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size,
  };
}

export function unproject(x: number, y: number, zoom: number): MapPoint {
  const size = tileSize * 2 ** zoom;
  const n = Math.PI * (1 - (2 * y) / size);
  return { longitude: (x / size) * 360 - 180, latitude: (180 / Math.PI) * Math.atan(Math.sinh(n)) };
}

const metersAroundEquator = 40_075_017;

/** The length on the ground of one pixel, which shrinks away from the equator. */
export const metersPerPixel = (latitude: number, zoom: number): number =>
  (metersAroundEquator * Math.cos((latitude * Math.PI) / 180)) / (tileSize * 2 ** zoom);
