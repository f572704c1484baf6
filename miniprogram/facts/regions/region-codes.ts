/**
 * The meaning of the digits of a region's code. Six digits (GB/T 2260): two for the province, two for the city, two for
 * the district.
 */
export type RegionLevel = 'province' | 'city' | 'district';

/** The province of a region's code: 430104 → 430000. */
export const provinceCodeOf = (adcode: string): string => `${adcode.slice(0, 2)}0000`;

/** The city of a region's code: 430104 → 430100. Of a province's own code it is the province's. */
export const cityCodeOf = (adcode: string): string => `${adcode.slice(0, 4)}00`;

/** The level of a code. */
export function regionLevel(adcode: string): RegionLevel {
  if (adcode.endsWith('0000')) return 'province';
  return adcode.endsWith('00') ? 'city' : 'district';
}

/** The code above by the digits alone: district → city → province → ''. */
export function parentCode(adcode: string): string {
  const level = regionLevel(adcode);
  if (level === 'province') return '';
  return level === 'city' ? provinceCodeOf(adcode) : cityCodeOf(adcode);
}
