import { contains, overlaps } from './contains';
import { outlineData } from './outline-data';
import type { Box, Ring } from './outline-data';
import { flatMeters } from './flat-meters';
import type { Place } from './known-places';
import type { PlaceRegion, PlaceRegions } from './region-data';

export interface MapOutline {
  name: string;
  level: 'city' | 'district';
  /**
   * Closed, with or without the first corner repeated at the end; a ring within a ring is a hole. `[lng, lat]`, GCJ-02.
   */
  rings: Ring[];
}

/** The offline map: the outlines it draws, and the names of tapped points. */
export interface PlaceMap {
  /**
   * Outlines that overlap a box (`[west, south, east, north]` in degrees): cities, and counties outside every city. A
   * box narrower than about 250 km also gets districts, which come first. All are simplified and from about 2017.
   */
  outlines(bbox: Box): MapOutline[];
  /**
   * A known place within 300 m, otherwise the district. The address begins with province, city and district, as
   * chooseLocation's does.
   */
  nearestAddress(point: readonly [number, number]): { address: string; name: string };
}

export function createMap(regions: PlaceRegions, known: readonly Place[]): PlaceMap {
  const leaves = regions.all.filter(({ isLeaf }) => isLeaf);
  const outlined = new Set(outlineData().districts.map(({ adcode }) => adcode));
  /** Districts that are younger than the outlines. */
  const carvedOut = leaves.filter(({ adcode }) => !outlined.has(adcode));

  /**
   * The district around the point, or a nearer one that was carved out of it later. At sea or abroad: the nearest
   * district.
   */
  const regionAt = (point: readonly [number, number]): PlaceRegion | undefined => {
    const [holder] = outlineData()
      .districts.filter((outline) => contains(outline, point))
      .sort((a, b) => a.size - b.size);
    const holding = holder && regions.at(holder.adcode);
    if (holding === undefined) return nearest(point, leaves);
    const siblings = carvedOut.filter(({ adcode }) => isSameCity(adcode, holding.adcode));
    return nearest(point, [holding, ...siblings]);
  };

  return {
    outlines(bbox) {
      const { cities, districts } = outlineData();
      const drawn = bbox[2] - bbox[0] <= widestWithDistricts ? [...districts, ...cities] : cities;
      return drawn
        .filter(({ box }) => overlaps(box, bbox))
        .map(({ adcode, rings }) => ({
          name: regions.at(adcode)?.name ?? '',
          level: adcode.endsWith('00') ? 'city' : 'district',
          rings,
        }));
    },
    nearestAddress(point) {
      const place = known.find(({ longitude, latitude }) => flatMeters(point, [longitude, latitude]) < 300);
      if (place !== undefined) return { address: place.address, name: place.name };
      const region = regionAt(point);
      return { address: region?.label ?? '', name: `${region?.name ?? ''}(地图选点)` };
    },
  };
}

/** Width in degrees of longitude. */
const widestWithDistricts = 2.6;

function isSameCity(a: string, b: string): boolean {
  return a.slice(0, 4) === b.slice(0, 4);
}

function nearest(
  point: readonly [number, number],
  candidates: readonly PlaceRegion[],
): PlaceRegion | undefined {
  let least = Infinity;
  let best: PlaceRegion | undefined;
  for (const candidate of candidates) {
    const meters = flatMeters(point, candidate.centre);
    if (meters < least) [least, best] = [meters, candidate];
  }
  return best;
}
