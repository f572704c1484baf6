import { describe, expect, test } from '@jest/globals';
import { cityCodeOf, parentCode, provinceCodeOf, regionLevel } from './region-codes';

describe('a region’s code', () => {
  test.each([
    ['430104', 'district', '430100', '430000', '430100'],
    ['430100', 'city', '430100', '430000', '430000'],
    ['430000', 'province', '430000', '430000', ''],
    ['110101', 'district', '110100', '110000', '110100'],
  ])('%s is a %s in the city %s and the province %s, below %s', (adcode, level, city, province, parent) => {
    expect(regionLevel(adcode)).toBe(level);
    expect(cityCodeOf(adcode)).toBe(city);
    expect(provinceCodeOf(adcode)).toBe(province);
    expect(parentCode(adcode)).toBe(parent);
  });
});
