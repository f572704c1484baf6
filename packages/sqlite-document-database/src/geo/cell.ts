/**
 * Z-order cells: longitude and latitude in 26 bits each over 360°, interleaved (longitude in the even bits) into an integer below
 * 2^52, which JavaScript holds exactly. Points near each other mostly have near numbers, and a square of side 360°/2^k is one
 * range of them. Latitude only uses the middle half of its axis, so that cells are square in degrees.
 */
export const cellBits = 26;

const axis = 2 ** cellBits;
const scale = axis / 360;

const spread = new Uint32Array(8192);
for (let i = 0; i < 8192; i++) {
  let value = 0;
  for (let bit = 0; bit < 13; bit++) if ((i >> bit) & 1) value |= 1 << (2 * bit);
  spread[i] = value >>> 0;
}

/** The column of a longitude, 0 … 2^26-1. */
export function cellX(lng: number): number {
  return Math.min(axis - 1, Math.max(0, Math.floor((lng + 180) * scale)));
}

/** The row of a latitude. */
export function cellY(lat: number): number {
  return Math.min(axis - 1, Math.max(0, Math.floor((lat + 180) * scale)));
}

/** The Z-order number of a column and row. */
export function interleave(x: number, y: number): number {
  const high = (spread[x >>> 13] as number) + 2 * (spread[y >>> 13] as number);
  const low = (spread[x & 8191] as number) + 2 * (spread[y & 8191] as number);
  return high * 67_108_864 + low;
}

/** The cell of a position in degrees. */
export function cellOf(lng: number, lat: number): number {
  return interleave(cellX(lng), cellY(lat));
}

/** The longitude where column `x` begins, in degrees. */
export function westOf(x: number): number {
  return x / scale - 180;
}

/** The latitude where row `y` begins, in degrees. */
export function southOf(y: number): number {
  return y / scale - 180;
}

/**
 * Ranges of cells that cover a box, both ends inclusive, merged from at most about `perAxis`² squares.
 * West is greater than east for a box across the date line.
 */
export function coverBox(
  west: number,
  south: number,
  east: number,
  north: number,
  perAxis = 6,
): [number, number][] {
  if (west > east)
    return merge([
      ...coverBox(west, south, 180, north, perAxis),
      ...coverBox(-180, south, east, north, perAxis),
    ]);
  const x0 = cellX(west);
  const x1 = cellX(east);
  const y0 = cellY(south);
  const y1 = cellY(north);
  let shift = 0;
  while ((x1 >>> shift) - (x0 >>> shift) >= perAxis || (y1 >>> shift) - (y0 >>> shift) >= perAxis) shift++;
  const size = 4 ** shift;
  const ranges: [number, number][] = [];
  for (let y = y0 >>> shift; y <= y1 >>> shift; y++)
    for (let x = x0 >>> shift; x <= x1 >>> shift; x++) {
      const low = interleave(x, y) * size;
      ranges.push([low, low + size - 1]);
    }
  return merge(ranges);
}

function merge(ranges: [number, number][]): [number, number][] {
  ranges.sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [low, high] of ranges) {
    const last = merged[merged.length - 1];
    if (last && last[1] + 1 >= low) last[1] = Math.max(last[1], high);
    else merged.push([low, high]);
  }
  return merged;
}
