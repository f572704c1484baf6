import type { Ring } from './geometry';

/** Steps per degree in ECharts' packing. */
const stepsPerDegree = 1024;

/**
 * Unpacks a ring as ECharts packs them: pairs of characters, each a zigzag-coded step from the point before.
 * Source: `decodeRing` in echarts src/coord/geo/parseGeoJson.ts.
 */
export function unpackRing(packed: string, offset: readonly [number, number]): Ring {
  const ring: Ring = [];
  let [x, y] = offset;
  for (let i = 0; i + 1 < packed.length; i += 2) {
    x += step(packed.charCodeAt(i));
    y += step(packed.charCodeAt(i + 1));
    ring.push([x / stepsPerDegree, y / stepsPerDegree]);
  }
  return ring;
}

function step(character: number): number {
  const value = character - 64;
  return (value >> 1) ^ -(value & 1);
}
