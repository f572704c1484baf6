import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A province, city or district: its code, its name, its address prefix (湖南省长沙市岳麓区), its centre. */
export interface PlaceRegion {
  adcode: string;
  name: string;
  label: string;
  centre: readonly [lng: number, lat: number];
  /** Nothing stands below it: a district, or a city without districts. */
  isLeaf: boolean;
}

/**
 * Every region that WeChat's own pickers know. Points are GCJ-02, as everywhere.
 */
export const placeRegions: readonly PlaceRegion[] = readRegions();
export const placeRegionByAdcode: ReadonlyMap<string, PlaceRegion> = new Map(
  placeRegions.map((region) => [region.adcode, region]),
);

function readRegions(): PlaceRegion[] {
  const rows = JSON.parse(readFileSync(join(__dirname, 'regions.json'), 'utf8')) as [
    string,
    string,
    number,
    number,
  ][];
  const names = new Map(rows.map(([adcode, name]) => [adcode, name]));
  const parents = new Set(rows.flatMap(([adcode]) => codesAbove(adcode)));
  return rows.map(([adcode, name, lng, lat]) => ({
    adcode,
    name,
    label: labelOf(adcode, names),
    centre: [lng, lat],
    isLeaf: !parents.has(adcode),
  }));
}

/** Municipalities are said once; 省直辖县 and 郊县 exist in the code only. */
function labelOf(adcode: string, names: ReadonlyMap<string, string>): string {
  const above = codesAbove(adcode).map((code) => names.get(code) ?? '');
  const said = above.filter((name) => !/^(省直辖县|自治区直辖县|郊县)$/.test(name));
  return [...new Set([...said, names.get(adcode) ?? ''])].join('');
}

/** Province first. */
function codesAbove(adcode: string): string[] {
  return [...new Set([`${adcode.slice(0, 2)}0000`, `${adcode.slice(0, 4)}00`])].filter(
    (code) => code !== adcode,
  );
}
