import type { Adcode } from '../contract/place';
import { currentCode } from '@facts/regions/moved-codes';
import { cityCodeOf, provinceCodeOf, regionLevel } from '@facts/regions/region-codes';

/** The posts of a segment, by their region codes. */
export interface Segment {
  cityCode?: Adcode;
  provinceCode?: Adcode;
  districtCode?: Adcode;
  notCityCode?: Adcode;
  notProvinceCode?: Adcode;
}

/** The one segment of a region. */
export function regionSegment(adcode: Adcode): Segment {
  const code = currentCode(adcode);
  const level = regionLevel(code);
  if (level === 'province') return { provinceCode: code };
  const cityCode = cityCodeOf(code);
  return level === 'city' ? { cityCode } : { cityCode, districtCode: code };
}

/**
 * The segments of a search by time, outwards: the place's city, the rest of its province, the rest of the country.
 * Together they hold every post once. With `within`, only that region.
 */
export function segmentsOf(adcode: Adcode, within: Adcode | undefined): Segment[] {
  if (within) return [regionSegment(within)];
  const provinceCode = provinceCodeOf(adcode);
  const elsewhere: Segment = { notProvinceCode: provinceCode };
  if (regionLevel(adcode) === 'province') return [{ provinceCode }, elsewhere];
  const cityCode = cityCodeOf(adcode);
  return [{ cityCode }, { provinceCode, notCityCode: cityCode }, elsewhere];
}
