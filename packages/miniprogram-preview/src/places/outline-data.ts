import { readFileSync } from 'node:fs';
import { packageFile } from '../package-files';

export type Ring = [lng: number, lat: number][];
/** The box around the outline: `[west, south, east, north]` in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

export interface Outline {
  adcode: string;
  rings: Ring[];
  box: Box;
  /** Area of the box in square degrees. Smaller outlines are drawn and tested before larger ones. */
  size: number;
}

/**
 * The simplified outlines of scripts/prepare-map.ts. Unpacking takes about 300 ms the first time; the result is kept.
 */
export function outlineData(): { cities: readonly Outline[]; districts: readonly Outline[] } {
  loaded ??= readOutlines();
  return loaded;
}

let loaded: ReturnType<typeof readOutlines> | undefined;

/** Steps per degree, the same as in the script that packs them. */
const stepsPerDegree = 1000;

function readOutlines(): { cities: Outline[]; districts: Outline[] } {
  const text = readFileSync(packageFile('places', 'outlines.json'), 'utf8');
  const packed = JSON.parse(text) as Record<'cities' | 'districts', Record<string, string>>;
  const unpackAll = (regions: Record<string, string>): Outline[] =>
    Object.entries(regions).map(([adcode, rings]) => outlineOf(adcode, rings.split('|').map(unpackRing)));
  return { cities: unpackAll(packed.cities), districts: unpackAll(packed.districts) };
}

function outlineOf(adcode: string, rings: Ring[]): Outline {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lng, lat] of rings.flat()) {
    [west, south] = [Math.min(west, lng), Math.min(south, lat)];
    [east, north] = [Math.max(east, lng), Math.max(north, lat)];
  }
  return { adcode, rings, box: [west, south, east, north], size: (east - west) * (north - south) };
}

/** Text of a ring: the first corner in steps, then the steps from each corner to the next. */
function unpackRing(packed: string): Ring {
  const steps = packed.split(' ').map(Number);
  const ring: Ring = [];
  let [x, y] = [0, 0];
  for (let i = 0; i + 1 < steps.length; i += 2) {
    x += steps[i] ?? 0;
    y += steps[i + 1] ?? 0;
    ring.push([x / stepsPerDegree, y / stepsPerDegree]);
  }
  return ring;
}
