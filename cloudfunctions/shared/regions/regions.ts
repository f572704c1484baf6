/**
 * Look-ups over every province, city and district of GB/T 2260 (codes of 2023, centres in GCJ-02).
 * The rows are made by scripts/prepare-regions.ts; sources and licences: docs/data-sources.md.
 */
import { isSpoken } from './region-names';
import { childrenByParent, parentCode, regionByAdcode } from './region-tree';
import type { Region } from './region-tree';

export type { Region, RegionLevel } from './region-tree';
export { nearestDistrict } from './nearest-district';
export { regionFromAddress } from './region-from-address';

/** The region of a code, or undefined when there is none. */
export function regionOf(adcode: string): Region | undefined {
  return regionByAdcode.get(adcode);
}

/**
 * The regions directly below a code, ascending; without a code, the provinces. A few places skip a level: Hong Kong's
 * and Macao's districts stand directly below them, and Dongguan, Zhongshan and Danzhou are cities without districts.
 */
export function childrenOf(adcode = ''): readonly Region[] {
  return childrenByParent.get(adcode) ?? [];
}

/** The regions above, nearest first: of a district its city and its province. Empty for an unknown code. */
export function ancestorsOf(adcode: string): Region[] {
  const parent = regionByAdcode.has(adcode) ? regionByAdcode.get(parentCode(adcode)) : undefined;
  return parent === undefined ? [] : [parent, ...ancestorsOf(parent.adcode)];
}

/**
 * The full name as an address begins, 湖南省长沙市岳麓区. A name is said once (北京市朝阳区, 甘肃省嘉峪关市), and levels that
 * exist in the code only (省直辖县, 郊县) are left out above a district (湖北省仙桃市). Empty for an unknown code.
 */
export function regionLabel(adcode: string): string {
  const region = regionByAdcode.get(adcode);
  if (region === undefined) return '';
  const above = ancestorsOf(adcode).reverse();
  const names = above.filter((one) => isSpoken(one, above[0]?.name)).map(({ name }) => name);
  return names.includes(region.name) ? names.join('') : [...names, region.name].join('');
}
