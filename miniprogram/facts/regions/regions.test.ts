import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nearestDistrict } from './nearest-district';
import { regionFromAddress } from './region-from-address';
import { regionLabel } from './region-label';
import { findRegions } from './region-search';
import { ancestorsOf, childrenOf, isSmallest, regionAt, regions } from './region-tree';

const anyRegion = fc.constantFrom(...regions);
const anyPoint = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
);

test('34 provinces, and every other region has a parent that exists', () => {
  expect(childrenOf()).toHaveLength(34);
  for (const region of regions) {
    if (region.level !== 'province') expect(ancestorsOf(region.adcode).length).toBeGreaterThan(0);
  }
});

test('codes are unique six-digit strings and centres lie in or around China', () => {
  expect(new Set(regions.map(({ adcode }) => adcode)).size).toBe(regions.length);
  for (const { adcode, centre } of regions) {
    expect(adcode).toMatch(/^[1-9]\d{5}$/);
    expect(centre[0]).toBeGreaterThan(73);
    expect(centre[0]).toBeLessThan(136);
    expect(centre[1]).toBeGreaterThan(3);
    expect(centre[1]).toBeLessThan(54);
  }
});

test.each([
  ['430104', '湖南省长沙市岳麓区'],
  ['430100', '湖南省长沙市'],
  ['430000', '湖南省'],
  ['110105', '北京市朝阳区'],
  ['110100', '北京市'],
  ['110000', '北京市'],
  ['500235', '重庆市云阳县'],
  ['500200', '重庆市'],
  ['429004', '湖北省仙桃市'],
  ['659001', '新疆维吾尔自治区石河子市'],
  ['441900', '广东省东莞市'],
  ['620201', '甘肃省嘉峪关市'],
  ['220201', ''],
  ['220202', '吉林省吉林市昌邑区'],
  ['810001', '香港特别行政区中西区'],
  ['710000', '台湾省'],
  ['', ''],
  ['constructor', ''],
])('%s reads %s', (adcode, label) => {
  expect(regionLabel(adcode)).toBe(label);
});

const names = (adcode: string): string[] => childrenOf(adcode).map(({ name }) => name);

test('a municipality goes straight to its districts, a province to its cities', () => {
  expect(names('110000')).toContain('海淀区');
  expect(names('500000')).toContain('云阳县');
  expect(names('430000')).toContain('长沙市');
  expect(names('430100')).toContain('岳麓区');
  expect(names('429000')).toContain('仙桃市');
  expect(names('420000')).toContain('仙桃市');
  expect(names('430104')).toEqual([]);
});

test('every region that a post may be in is reached by going inwards from its province', () => {
  const reached = (adcode: string): string[] => [
    adcode,
    ...childrenOf(adcode).flatMap((child) => reached(child.adcode)),
  ];
  const all = new Set(childrenOf().flatMap(({ adcode }) => reached(adcode)));
  expect(regions.filter((region) => isSmallest(region) && !all.has(region.adcode))).toEqual([]);
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
  ['长沙市岳麓区', '430104'],
  ['岳麓区', '430104'],
  ['湖南 长沙 岳麓', '430104'],
  ['中国湖南省长沙市', '430100'],
  ['湖南省', '430000'],
  ['北京市朝阳区望京街10号', '110105'],
  ['北京市北京市朝阳区', '110105'],
  ['北京朝阳', '110105'],
  ['重庆市云阳县', '500235'],
  ['重庆市重庆市云阳县', '500235'],
  ['湖北省仙桃市沔州大道', '429004'],
  ['吉林市昌邑区', '220202'],
  ['吉林省吉林市昌邑区', '220202'],
  ['海南藏族自治州共和县', '632521'],
  ['青海海南共和县', '632521'],
  ['海南省海口市', '460100'],
  ['广东省东莞市莞城街道', '441900'],
  ['河北省石家庄市新华路5号', '130100'],
  ['香港特别行政区油尖旺区', '810005'],
  ['恩施土家族苗族自治州恩施市', '422801'],
  ['内蒙古锡林郭勒盟锡林浩特市', '152502'],
])('the address %s begins with %s', (address, adcode) => {
  expect(regionFromAddress(address)?.adcode).toBe(adcode);
});

test.each(['', '朝阳区', '某处', 'Room 5', '路'])('the address %j names no region', (address) => {
  expect(regionFromAddress(address)).toBeUndefined();
});

test('an address that begins with a region’s full name is read as that region', () => {
  fc.assert(
    fc.property(anyRegion, fc.constantFrom('', '人民路1号', ' 5栋', '#'), (region, rest) => {
      const found = regionFromAddress(regionLabel(region.adcode) + rest);
      const same = found?.adcode === region.adcode;
      expect(same || regionLabel(found?.adcode ?? '') === regionLabel(region.adcode)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('any text at all is answered, with a region or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const found = regionFromAddress(text);
      expect(found === undefined || regionAt(found.adcode) === found).toBe(true);
    }),
  );
});

test('the nearest district is as near as an exhaustive search by haversine finds', () => {
  const leaves = regions.filter(isSmallest);
  fc.assert(
    fc.property(anyPoint, (point) => {
      const least = Math.min(...leaves.map(({ centre }) => haversine(point, centre)));
      expect(haversine(point, nearestDistrict(point).centre)).toBeCloseTo(least, 9);
    }),
    { numRuns: 50 },
  );
});

test('a district’s own centre is nearest to it', () => {
  const leaves = regions.filter(isSmallest);
  fc.assert(
    fc.property(fc.constantFrom(...leaves), ({ centre }) => {
      expect(nearestDistrict(centre).centre).toEqual(centre);
    }),
  );
});

/** Great-circle distance in earth radii. */
function haversine([lng1, lat1]: readonly [number, number], [lng2, lat2]: readonly [number, number]): number {
  const radians = Math.PI / 180;
  const h =
    Math.sin(((lat2 - lat1) * radians) / 2) ** 2 +
    Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * Math.sin(((lng2 - lng1) * radians) / 2) ** 2;
  return 2 * Math.asin(Math.min(1, Math.sqrt(h)));
}
