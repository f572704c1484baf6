import type { Random } from '../../local/seed/random';
import type { Spot } from './towns';

/**
 * The earlier way (decision 4), in the plane: all picks of a person are rounded to a secret grid of 100 m and moved by
 * one secret vector of 480 to 520 m.
 */
export interface Shift {
  shown(picked: Spot): Spot;
}

const gridMeters = 100;

export function drawShift(random: Random): Shift {
  const bearing = random.unit() * 2 * Math.PI;
  const meters = Math.sqrt(480 ** 2 + random.unit() * (520 ** 2 - 480 ** 2));
  const phase = [random.unit() * gridMeters, random.unit() * gridMeters] as const;
  const middle = (at: number, start: number): number =>
    (Math.floor((at - start) / gridMeters) + 0.5) * gridMeters + start;
  return {
    shown: ([east, north]) => [
      middle(east, phase[0]) + meters * Math.sin(bearing),
      middle(north, phase[1]) + meters * Math.cos(bearing),
    ],
  };
}

/**
 * The probability of each distance between two places, from many draws: a weight for each square metre at that
 * distance.
 */
export function weightByDistance(draw: () => Spot): (meters: number) => number {
  const widthMeters = 10;
  const counts = new Map<number, number>();
  for (let i = 0; i < 40_000; i += 1) {
    const ring = Math.floor(Math.hypot(...draw()) / widthMeters);
    counts.set(ring, (counts.get(ring) ?? 0) + 1);
  }
  return (meters) => {
    const ring = Math.floor(meters / widthMeters);
    return (counts.get(ring) ?? 0) / (2 * ring + 1);
  };
}
