import { readFileSync } from 'node:fs';
import { packageFile } from '../package-files';
import type { PlaceRegions } from './region-data';

/** A place in the form of wx.chooseLocation's answer; degrees, GCJ-02. */
export interface Place {
  name: string;
  address: string;
  longitude: number;
  latitude: number;
}

/** Well-known stations, universities and hospitals, to about 1 km: enough to find them on the map. */
export function knownPlaces(regions: PlaceRegions): Place[] {
  const text = readFileSync(packageFile('places', 'places.json'), 'utf8');
  const rows = JSON.parse(text) as [name: string, adcode: string, lng: number, lat: number][];
  return rows.map(([name, adcode, longitude, latitude]) => ({
    name,
    address: `${regions.at(adcode)?.label ?? ''}${name}`,
    longitude,
    latitude,
  }));
}
