import fc from 'fast-check';
import { regionRows } from '../../../miniprogram/data/regions';
import rows from './regions.json';
import { regions } from './region-tree';
import {
  ancestorsOf,
  childrenOf,
  nearestDistrict,
  regionFromAddress,
  regionLabel,
  regionOf,
} from './regions';

const anyRegion = fc.constantFrom(...regions);
const anyPoint = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
);

test('the mini-program has the same rows as the functions', () => {
  expect(regionRows).toEqual(rows);
});

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
  ['500200', '重庆市郊县'],
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
      expect(found === undefined || regionOf(found.adcode) === found).toBe(true);
    }),
  );
});

test('the nearest district is as near as an exhaustive search by haversine finds', () => {
  const leaves = regions.filter(({ adcode }) => childrenOf(adcode).length === 0);
  fc.assert(
    fc.property(anyPoint, (point) => {
      const least = Math.min(...leaves.map(({ centre }) => haversine(point, centre)));
      expect(haversine(point, nearestDistrict(point).centre)).toBeCloseTo(least, 9);
    }),
    { numRuns: 50 },
  );
});

test('a district’s own centre is nearest to it', () => {
  const leaves = regions.filter(({ adcode }) => childrenOf(adcode).length === 0);
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
