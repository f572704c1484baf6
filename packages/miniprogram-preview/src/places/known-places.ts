import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeRegionByAdcode } from './region-data';

/** A place as wx.chooseLocation answers it; degrees, GCJ-02. */
export interface Place {
  name: string;
  address: string;
  longitude: number;
  latitude: number;
}

/** Well-known stations, universities and hospitals, to about 1 km: enough to find them on the map. */
export const knownPlaces: readonly Place[] = readPlaces();

function readPlaces(): Place[] {
  const text = readFileSync(join(__dirname, 'places.json'), 'utf8');
  const rows = JSON.parse(text) as [name: string, adcode: string, lng: number, lat: number][];
  return rows.map(([name, adcode, longitude, latitude]) => ({
    name,
    address: `${placeRegionByAdcode.get(adcode)?.label ?? ''}${name}`,
    longitude,
    latitude,
  }));
}
