import { readFileSync } from 'node:fs';
import { packageFile } from '../package-files';

/** A province, city or district, in the form that the caller of `createPreview` may give. */
export interface PreviewRegion {
  /** Six digits (GB/T 2260): two for the province, two for the city, two for the district. */
  adcode: string;
  name: string;
  /** Degrees, GCJ-02. */
  centre: readonly [lng: number, lat: number];
}

/** A region, with everything that can be derived from its neighbours. */
export interface PlaceRegion extends PreviewRegion {
  /** The beginning of an address here: 湖南省长沙市岳麓区. */
  label: string;
  /** True without a region below it: a district, or a city without districts. */
  isLeaf: boolean;
}

export interface PlaceRegions {
  all: readonly PlaceRegion[];
  at(adcode: string): PlaceRegion | undefined;
}

/** Labels the regions and marks those that have none below them. */
export function placeRegions(given: readonly PreviewRegion[]): PlaceRegions {
  const names = new Map(given.map(({ adcode, name }) => [adcode, name]));
  const parents = new Set(given.flatMap(({ adcode }) => codesAbove(adcode)));
  const all = given.map(({ adcode, name, centre }) => ({
    adcode,
    name,
    centre,
    label: labelOf(adcode, names),
    isLeaf: !parents.has(adcode),
  }));
  const byAdcode = new Map(all.map((region) => [region.adcode, region]));
  return { all, at: (adcode) => byAdcode.get(adcode) };
}

/** The built-in regions, for callers that give none. */
export function carriedRegions(): PreviewRegion[] {
  const text = readFileSync(packageFile('places', 'regions.json'), 'utf8');
  const rows = JSON.parse(text) as [adcode: string, name: string, lng: number, lat: number][];
  return rows.map(([adcode, name, lng, lat]) => ({ adcode, name, centre: [lng, lat] }));
}

/** The label names a municipality once and omits levels that exist in codes only: 省直辖县, 郊县. */
function labelOf(adcode: string, names: ReadonlyMap<string, string>): string {
  const above = codesAbove(adcode).map((code) => names.get(code) ?? '');
  const said = above.filter((name) => !/^(省直辖县|自治区直辖县|郊县)$/.test(name));
  return [...new Set([...said, names.get(adcode) ?? ''])].join('');
}

/** Begins with the province. */
function codesAbove(adcode: string): string[] {
  return [...new Set([`${adcode.slice(0, 2)}0000`, `${adcode.slice(0, 4)}00`])].filter(
    (code) => code !== adcode,
  );
}
