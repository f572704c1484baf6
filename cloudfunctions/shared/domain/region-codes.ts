import type { Adcode } from '../contract/place';

/** The province of a region's code: 430104 → 430000. */
export const provinceCodeOf = (adcode: Adcode): Adcode => `${adcode.slice(0, 2)}0000`;

/** The city of a region's code: 430104 → 430100. Of a province's own code it is the province's. */
export const cityCodeOf = (adcode: Adcode): Adcode => `${adcode.slice(0, 4)}00`;

/** How far down a code goes. */
export function regionLevel(adcode: Adcode): 'province' | 'city' | 'district' {
  if (adcode.endsWith('0000')) return 'province';
  return adcode.endsWith('00') ? 'city' : 'district';
}
