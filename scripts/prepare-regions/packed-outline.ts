import { simplifyRing } from './simplify-ring';
import type { Ring } from './geometry';

/** Steps in one degree in a packed outline, about 110 m each. */
const stepsPerDegree = 1000;
/** Islands and scraps below this share of the largest ring are left out. */
const leastShare = 0.02;
/** How far a border may stray, as a share of the region's size: fine in a city's core, coarse in the desert. */
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
