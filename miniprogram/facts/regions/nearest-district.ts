import { isSmallest, regions } from './region-tree';
import type { Region } from './region-tree';

type Vector = readonly [x: number, y: number, z: number];

/**
 * The district (or city without districts) whose centre is nearest to a point, by great circle.
 * @param point `[lng, lat]` in degrees, GCJ-02, both finite
 * @param isCandidate bounds the choice; where it admits no district, all are candidates
 * @returns always one, however far: whether that is near enough is for the caller to judge
 */
export function nearestDistrict(
  point: readonly [number, number],
  isCandidate: (region: Region) => boolean = () => true,
): Region {
  const target = unitVector(point);
  const bounded = districts().filter(({ region }) => isCandidate(region));
  let nearest: Located | undefined;
  let least = Infinity;
  for (const candidate of bounded.length > 0 ? bounded : districts()) {
    const chord = squaredChord(candidate.vector, target);
    if (chord < least) [nearest, least] = [candidate, chord];
  }
  if (nearest === undefined) throw new Error('no regions');
  return nearest.region;
}

interface Located {
  region: Region;
  vector: Vector;
}

let locatedOnce: readonly Located[] | undefined;

/**
 * Chords have the same order as arcs, and need no trigonometry for each candidate and no care for poles and the date
 * line.
 */
function districts(): readonly Located[] {
  locatedOnce ??= regions.filter(isSmallest).map((region) => ({ region, vector: unitVector(region.centre) }));
  return locatedOnce;
}

function unitVector([lng, lat]: readonly [number, number]): Vector {
  const [lambda, phi] = [(lng * Math.PI) / 180, (lat * Math.PI) / 180];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

function squaredChord(a: Vector, b: Vector): number {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
}
