import { childrenByParent, regions } from './region-tree';
import type { Region } from './region-tree';

type Vector = readonly [x: number, y: number, z: number];

/**
 * The district (or city without districts) whose centre is nearest to a point, by great circle.
 * @param point `[lng, lat]` in degrees, GCJ-02, both finite
 * @returns always one, however far: whether that is near enough is for the caller to judge
 */
export function nearestDistrict(point: readonly [number, number]): Region {
  const target = unitVector(point);
  let nearest = candidates[0];
  let least = Infinity;
  for (const candidate of candidates) {
    const chord = squaredChord(candidate.vector, target);
    if (chord < least) [nearest, least] = [candidate, chord];
  }
  if (nearest === undefined) throw new Error('no regions');
  return nearest.region;
}

/** Chords order as arcs do, and need no trigonometry for each candidate nor care for poles and the date line. */
const candidates = regions
  .filter(({ adcode }) => !childrenByParent.has(adcode))
  .map((region) => ({ region, vector: unitVector(region.centre) }));

function unitVector([lng, lat]: readonly [number, number]): Vector {
  const [lambda, phi] = [(lng * Math.PI) / 180, (lat * Math.PI) / 180];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

function squaredChord(a: Vector, b: Vector): number {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
}
