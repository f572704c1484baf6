import { parentCode, provinceCodeOf, regionLevel } from './region-codes';
import type { RegionLevel } from './region-codes';
import { currentCode } from './moved-codes';
import { packedRegions } from './packed-regions';

/** A province, city or district. */
export interface Region {
  adcode: string;
  name: string;
  level: RegionLevel;
  /** `[lng, lat]` in degrees, GCJ-02: the centre of its settled part rather than of its surface. */
  centre: readonly [number, number];
}

/** Every region, parents before their children, by ascending code. */
export const regions: readonly Region[] = unpack(packedRegions);

const byCode: ReadonlyMap<string, Region> = new Map(regions.map((region) => [region.adcode, region]));
const childrenByParent: ReadonlyMap<string, readonly Region[]> = groupByParent();

/** The present region of a code, even of a former code; undefined for an unknown code. */
export function regionAt(adcode: string): Region | undefined {
  return byCode.get(currentCode(adcode));
}

/** The regions above, nearest first: of a district its city and its province. Empty for an unknown code. */
export function ancestorsOf(adcode: string): Region[] {
  const region = regionAt(adcode);
  const parent = region && byCode.get(parentCode(region.adcode));
  return parent === undefined ? [] : [parent, ...ancestorsOf(parent.adcode)];
}

/**
 * The next regions inwards, by the steps that people name; without a code, the provinces. Levels that exist in the code
 * only are omitted: Beijing's districts follow Beijing, 仙桃市 follows 湖北省. Empty for a district, for a city without
 * districts (东莞市), and for an unknown code.
 */
export function childrenOf(adcode = ''): readonly Region[] {
  return (childrenByParent.get(adcode) ?? []).flatMap((child) =>
    isSpoken(child) ? [child] : childrenOf(child.adcode),
  );
}

/** A region that a post or a person can be in: a district, or a city that has none. Taiwan is one region, and no post is placed there. */
export function isSmallest({ adcode, level }: Region): boolean {
  return level !== 'province' && !childrenByParent.has(adcode);
}

/** False for levels that the code has and people omit: 北京市 below 北京市, 省直辖县, 郊县. */
export function isSpoken({ adcode, name, level }: Region): boolean {
  return (
    level !== 'city' || (!/直辖县$|^郊县$/.test(name) && name !== byCode.get(provinceCodeOf(adcode))?.name)
  );
}

/** Rows of `packedRegions`: six digits of code, or the last two below a row before it; the name; the centre. */
function unpack(packed: string): Region[] {
  let above = '';
  return (packed.match(/\d+\W+[0-9a-z]{8}/g) ?? []).map((row) => {
    const digits = /^\d+/.exec(row)?.[0] ?? '';
    const adcode = digits.length === 6 ? digits : above.slice(0, 4) + digits;
    above = adcode;
    return {
      adcode,
      name: row.slice(digits.length, -8),
      level: regionLevel(adcode),
      centre: [degrees(row.slice(-8, -4)), degrees(row.slice(-4))],
    };
  });
}

/** Ten-thousandths of a degree in base 36. */
function degrees(packed: string): number {
  return parseInt(packed, 36) / 10_000;
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
