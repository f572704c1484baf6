import { simplifyRing } from './simplify-ring';
import type { Ring } from './geometry';

/** Steps per degree in a packed outline; one step is about 110 m. */
const stepsPerDegree = 1000;
/** Islands and scraps below this share of the largest ring are left out. */
const leastShare = 0.02;
/**
 * How far a simplified border may move, as a share of the region's size: little in a city's core, more in the desert.
 */
const strayShare = 0.013;

/** Rings as text: the first corner in steps, then the steps from each corner to the next; `|` between rings. */
export function packRings(rings: readonly Ring[]): string {
  const largest = Math.max(...rings.map(boxArea));
  return rings
    .filter((ring) => boxArea(ring) >= leastShare * largest)
    .map((ring) => packRing(simplifyRing(ring, strayShare * Math.sqrt(largest))))
    .join('|');
}

function packRing(ring: Ring): string {
  let [x, y] = [0, 0];
  const steps = ring.map(([lng, lat]) => {
    const [nextX, nextY] = [Math.round(lng * stepsPerDegree), Math.round(lat * stepsPerDegree)];
    const step = `${nextX - x} ${nextY - y}`;
    [x, y] = [nextX, nextY];
    return step;
  });
  return steps.filter((step, i) => i === 0 || step !== '0 0').join(' ');
}

function boxArea(ring: Ring): number {
  const [lngs, lats] = [ring.map(([lng]) => lng), ring.map(([, lat]) => lat)];
  return (Math.max(...lngs) - Math.min(...lngs)) * (Math.max(...lats) - Math.min(...lats));
}
