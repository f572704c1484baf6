import packedOutlines from './outlines.json';

type Corner = readonly [lng: number, lat: number];

const stepsPerDegree = 1_000;

/** Whether a point lies within a district's outline; undefined where the district has none. */
export function outlineHolds(adcode: string, point: Corner): boolean | undefined {
  const packed = (packedOutlines as Readonly<Record<string, string>>)[adcode];
  if (packed === undefined) return undefined;
  let crossed = 0;
  for (const ring of packed.split('|')) crossed += crossings(unpackRing(ring), point);
  return crossed % 2 === 1;
}

/** The first corner in steps, then the steps from each corner to the next (scripts/prepare-map.ts). */
function unpackRing(packed: string): Corner[] {
  const steps = packed.split(' ').map(Number);
  const corners: Corner[] = [];
  let [x, y] = [0, 0];
  for (let i = 0; i + 1 < steps.length; i += 2) {
    x += steps[i] ?? 0;
    y += steps[i + 1] ?? 0;
    corners.push([x / stepsPerDegree, y / stepsPerDegree]);
  }
  return corners;
}

/** How often the ray from the point eastwards crosses a ring. */
function crossings(ring: readonly Corner[], [lng, lat]: Corner): number {
  let count = 0;
  let from = ring.at(-1);
  for (const to of ring) {
    if (from && from[1] > lat !== to[1] > lat)
      if (lng < from[0] + ((lat - from[1]) / (to[1] - from[1])) * (to[0] - from[0])) count += 1;
    from = to;
  }
  return count;
}
