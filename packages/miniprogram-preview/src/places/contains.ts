import type { Box, Outline } from './outline-data';

/** Whether a point lies within an outline; holes count as outside (even-odd rule). */
export function contains({ rings, box }: Outline, [lng, lat]: readonly [number, number]): boolean {
  if (lng < box[0] || lng > box[2] || lat < box[1] || lat > box[3]) return false;
  let inside = false;
  for (const ring of rings) {
    let previous = ring[ring.length - 1];
    for (const corner of ring) {
      if (previous !== undefined && crosses(previous, corner, lng, lat)) inside = !inside;
      previous = corner;
    }
  }
  return inside;
}

export function overlaps(a: Box, b: Box): boolean {
  return a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
}

/** Whether the ray from the point eastwards crosses the border between two corners. */
function crosses(
  from: readonly [number, number],
  to: readonly [number, number],
  lng: number,
  lat: number,
): boolean {
  if (from[1] > lat === to[1] > lat) return false;
  return lng < from[0] + ((lat - from[1]) / (to[1] - from[1])) * (to[0] - from[0]);
}
