import rows from './regions.json';

export type RegionLevel = 'province' | 'city' | 'district';

export interface Region {
  /** Six digits (GB/T 2260); the first two are the province's, the first four the city's. */
  adcode: string;
  name: string;
  level: RegionLevel;
  /** `[lng, lat]` in degrees, GCJ-02: the centre of its settled part rather than of its surface. */
  centre: readonly [number, number];
}

/** Every region, parents before their children, by ascending code. */
export const regions: readonly Region[] = (rows as [string, string, number, number][]).map(
  ([adcode, name, lng, lat]) => ({ adcode, name, level: levelOf(adcode), centre: [lng, lat] }),
);

export const regionByAdcode: ReadonlyMap<string, Region> = new Map(
  regions.map((region) => [region.adcode, region]),
);

/** Children by their parent's code, ascending; the provinces stand under ''. */
export const childrenByParent: ReadonlyMap<string, readonly Region[]> = groupByParent();

/** The code above by the digits alone: district → city → province → ''. */
export function parentCode(adcode: string): string {
  const city = `${adcode.slice(0, 4)}00`;
  const province = `${adcode.slice(0, 2)}0000`;
  if (adcode === province) return '';
  return adcode === city ? province : city;
}

function levelOf(adcode: string): RegionLevel {
  if (adcode.endsWith('0000')) return 'province';
  return adcode.endsWith('00') ? 'city' : 'district';
}

function groupByParent(): Map<string, Region[]> {
  const children = new Map<string, Region[]>();
  for (const region of regions) {
    const parent = parentCode(region.adcode);
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [region]);
    else siblings.push(region);
  }
  return children;
}
