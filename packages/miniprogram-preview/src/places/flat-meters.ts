const metersPerDegree = 111_195;

/** Distance in metres on a plane through the first point; exact enough to tell which of China's places is nearest. */
export function flatMeters(a: readonly [number, number], b: readonly [number, number]): number {
  return Math.hypot((a[0] - b[0]) * Math.cos((a[1] * Math.PI) / 180), a[1] - b[1]) * metersPerDegree;
}
