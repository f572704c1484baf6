import type { Coordinates } from '../contract/place';
import { distanceMeters, pointAt } from './distance';

/** A public point is never nearer to the picked point than this, and never farther than the other, in metres. */
export const blurMeters = { least: 300, most: 700 } as const;

/**
 * A new point is drawn from the middle of the allowed ring. The margin on both sides (100 m) is what "about the
 * same spot" means: picking again within it always finds the earlier point still allowed, so it is used again.
 */
const drawnMeters = { least: 400, most: 600 } as const;

/**
 * Chooses the public point of a picked point: an earlier one of the same person that is still 300 to 700 m away, so
 * that posting again from about the same spot shows nothing new; else a fresh one in a direction nobody can compute.
 *
 * @param earlier public points of the same person, and of nobody else
 * @param draw two numbers in [0, 1) from a secret or random source: direction and distance
 */
export function choosePublicPoint(
  picked: Coordinates,
  earlier: readonly Coordinates[],
  draw: readonly [number, number],
): Coordinates {
  const reusable = earlier.find((point) => {
    const meters = distanceMeters(picked, point);
    return meters >= blurMeters.least && meters <= blurMeters.most;
  });
  if (reusable) return reusable;
  // Uniform over the ring's area: the squared radius is uniform.
  const { least, most } = drawnMeters;
  const meters = Math.sqrt(least ** 2 + draw[1] * (most ** 2 - least ** 2));
  return pointAt(picked, meters, draw[0] * 2 * Math.PI);
}
