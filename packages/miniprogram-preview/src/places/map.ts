import { contains, overlaps } from './contains';
import { outlineData } from './outline-data';
import type { Box, Ring } from './outline-data';
import { flatMeters } from './flat-meters';
import { knownPlaces } from './known-places';
import { placeRegionByAdcode, placeRegions } from './region-data';
import type { PlaceRegion } from './region-data';

export interface MapOutline {
  name: string;
  level: 'city' | 'district';
  /** Closed without repeating the first corner; a ring within a ring is a hole. `[lng, lat]`, GCJ-02. */
  rings: Ring[];
}

/**
 * What the offline map draws within a box: cities (and counties that are in none); once the box is narrower than about
 * 250 km districts too, and before them. Outlines are of about 2017 and simplified (docs/data-sources.md).
 * @param bbox `[west, south, east, north]` in degrees
 */
export function outlines(bbox: Box): MapOutline[] {
  const { cities, districts } = outlineData();
  const drawn = bbox[2] - bbox[0] <= widestWithDistricts ? [...districts, ...cities] : cities;
  return drawn
    .filter(({ box }) => overlaps(box, bbox))
    .map(({ adcode, rings }) => ({
      name: placeRegionByAdcode.get(adcode)?.name ?? '',
      level: adcode.endsWith('00') ? 'city' : 'district',
      rings,
    }));
}

/**
 * What a tapped point is called: a known place within 300 m, else its district. The address begins with the names of
 * province, city and district, as chooseLocation's does.
 */
export function nearestAddress(point: readonly [number, number]): { address: string; name: string } {
  const region = regionAt(point);
  const place = knownPlaces.find((known) => flatMeters(point, [known.longitude, known.latitude]) < 300);
  if (place !== undefined) return { address: place.address, name: place.name };
  return { address: region.label, name: `${region.name}(地图选点)` };
}

/** Degrees of longitude. */
const widestWithDistricts = 2.6;

/**
 * The district that holds the point, or one that was since carved out of it and is nearer; in the sea or abroad, the
 * nearest of all.
 */
function regionAt(point: readonly [number, number]): PlaceRegion {
  const [holder] = outlineData()
    .districts.filter((outline) => contains(outline, point))
    .sort((a, b) => a.size - b.size);
  const holding = holder && placeRegionByAdcode.get(holder.adcode);
  if (holding === undefined) return nearest(point, leaves);
  return nearest(point, [holding, ...carvedOut.filter(({ adcode }) => isSameCity(adcode, holding.adcode))]);
}

const leaves = placeRegions.filter(({ isLeaf }) => isLeaf);
const outlined = new Set(outlineData().districts.map(({ adcode }) => adcode));
const carvedOut = leaves.filter(({ adcode }) => !outlined.has(adcode));

function isSameCity(a: string, b: string): boolean {
  return a.slice(0, 4) === b.slice(0, 4);
}

function nearest(point: readonly [number, number], candidates: readonly PlaceRegion[]): PlaceRegion {
  const [first, ...others] = candidates;
  if (first === undefined) throw new Error('no regions');
  return others.reduce(
    (best, region) => (flatMeters(point, region.centre) < flatMeters(point, best.centre) ? region : best),
    first,
  );
}
