import type { RegionRow } from '../data/regions';
import { regionRows } from '../data/regions';

/** A province, city or district. `point` is its centre, `[lng, lat]`, GCJ-02. */
export interface Region {
  adcode: string;
  name: string;
  point: [number, number];
}

/** undefined for a code that no region has. */
export function regionAt(adcode: string): Region | undefined {
  return byCode.get(adcode);
}

export function provinces(): Region[] {
  return regions.filter(({ adcode }) => levelOf(adcode) === 'province');
}

/**
 * The regions one step further in, none for a district. In a municipality the step between (北京市 in 北京市) is left
 * out, as it is in Macao, which has none. Cities without districts (东莞) have none.
 */
export function childrenOf(adcode: string): Region[] {
  if (levelOf(adcode) === 'district') return [];
  if (levelOf(adcode) === 'city') return inside(adcode, 4);
  const all = inside(adcode, 2);
  const cities = all.filter((region) => levelOf(region.adcode) === 'city');
  const municipality = cities.some(({ name }) => name === byCode.get(adcode)?.name);
  return municipality || cities.length === 0 ? all.filter((region) => !cities.includes(region)) : cities;
}

/** 湖南省长沙市岳麓区; 北京市海淀区 and 湖北省仙桃市 without the step that nobody says. */
export function regionLabel(adcode: string): string {
  const codes = [`${adcode.slice(0, 2)}0000`, `${adcode.slice(0, 4)}00`, adcode];
  const names = codes.map((code) => byCode.get(code)?.name ?? '').filter((name) => !umbrellas.test(name));
  return [...new Set(names)].join('');
}

/** A region that a post or a person can be in: a district, or a city that has none. */
export function isSmallest(adcode: string): boolean {
  return childrenOf(adcode).length === 0;
}

/** 省直辖县 or 郊县: a heading of the code table, which no address names. */
export function isUmbrella({ name }: Region): boolean {
  return umbrellas.test(name);
}

export function levelOf(adcode: string): 'province' | 'city' | 'district' {
  if (adcode.endsWith('0000')) return 'province';
  return adcode.endsWith('00') ? 'city' : 'district';
}

const umbrellas = /直辖县|^郊县$/;
const regions: readonly Region[] = regionRows.map(([adcode, name, longitude, latitude]: RegionRow) => ({
  adcode,
  name,
  point: [longitude, latitude],
}));
const byCode: ReadonlyMap<string, Region> = new Map(regions.map((region) => [region.adcode, region]));

function inside(adcode: string, digits: number): Region[] {
  const prefix = adcode.slice(0, digits);
  return regions.filter((region) => region.adcode !== adcode && region.adcode.startsWith(prefix));
}
