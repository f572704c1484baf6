import { describe, expect, test } from '@jest/globals';
import { regionRows } from '../data/regions';
import { childrenOf, isSmallest, levelOf, provinces, regionAt, regionLabel } from './region-lookup';
import { findRegions, nearestSmallest, regionOfAddress } from './region-search';

const names = (regions: { name: string }[]): string[] => regions.map((region) => region.name);

describe('regions', () => {
  test.each([
    ['430104', '湖南省长沙市岳麓区'],
    ['110108', '北京市海淀区'],
    ['429004', '湖北省仙桃市'],
    ['441900', '广东省东莞市'],
    ['430000', '湖南省'],
  ])('%s is called %s', (adcode, label) => {
    expect(regionLabel(adcode)).toBe(label);
  });

  test('a municipality goes straight to its districts, a province to its cities', () => {
    expect(names(childrenOf('110000'))).toContain('海淀区');
    expect(names(childrenOf('430000'))).toContain('长沙市');
    expect(names(childrenOf('430100'))).toContain('岳麓区');
    expect(childrenOf('430104')).toEqual([]);
  });

  test('every smallest region is reached by going inwards from its province', () => {
    const reached = new Set<string>();
    const visit = (adcode: string): void => {
      reached.add(adcode);
      childrenOf(adcode).forEach((child) => visit(child.adcode));
    };
    provinces().forEach(({ adcode }) => visit(adcode));
    const missed = regionRows.filter(([adcode]) => isSmallest(adcode) && !reached.has(adcode));
    expect(missed.map(([, name]) => name)).toEqual([]);
  });

  test.each([
    ['岳麓', '430104'],
    ['长沙岳麓', '430104'],
    ['湖南省长沙市', '430100'],
    ['北京', '110000'],
    ['仙桃', '429004'],
  ])('typing %s finds %s first', (typed, adcode) => {
    expect(findRegions(typed, 10)[0]?.adcode).toBe(adcode);
  });

  test('typing nothing, or what is nowhere, finds nothing', () => {
    expect(findRegions('  ', 10)).toEqual([]);
    expect(findRegions('亚特兰蒂斯', 10)).toEqual([]);
  });

  test.each([
    ['湖南省长沙市岳麓区麓山南路932号', '430104'],
    ['湖南长沙岳麓区麓山南路', '430104'],
    ['北京市海淀区中关村大街', '110108'],
    ['北京市北京市海淀区中关村大街', '110108'],
    ['湖北省仙桃市沔街', '429004'],
    ['广东省东莞市南城街道', '441900'],
    ['新疆维吾尔自治区乌鲁木齐市天山区', '650102'],
  ])('the address %s lies in %s', (address, adcode) => {
    expect(regionOfAddress(address)?.adcode).toBe(adcode);
  });

  test('an address that names no province lies nowhere', () => {
    expect(regionOfAddress('麓山南路932号')).toBeUndefined();
  });

  test('every smallest region finds itself by its full name and by its own centre', () => {
    const smallest = regionRows.filter(([adcode]) => levelOf(adcode) !== 'province' && isSmallest(adcode));
    const lost = smallest.filter(([adcode]) => {
      const found = regionOfAddress(`${regionLabel(adcode)}某路1号`)?.adcode ?? '';
      return regionLabel(found) !== regionLabel(adcode);
    });
    expect(lost.map(([, name]) => name)).toEqual([]);
    for (const [, , lng, lat] of smallest.slice(0, 200)) {
      expect(nearestSmallest([lng, lat]).point).toEqual([lng, lat]);
    }
    expect(regionAt('000000')).toBeUndefined();
  });
});
