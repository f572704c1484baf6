import { regionLabel } from '@facts/regions/region-label';
import { isSmallest, regions } from '@facts/regions/region-tree';
import type { Coordinates } from '../../contract/place';
import { districtAt } from './district-at';

test.each([
  ['回龙观, far from its district’s centre', [116.336, 40.071], '北京市昌平区'],
  ['燕郊, nearer to Beijing’s centre than to its own', [116.82, 39.95], '河北省廊坊市三河市'],
  ['橘子洲, an island between two districts', [112.9617, 28.1766], '湖南省长沙市岳麓区'],
  ['光明, younger than the outlines', [113.94, 22.75], '广东省深圳市光明区'],
  ['宝安, out of which 光明 was carved', [113.88, 22.56], '广东省深圳市宝安区'],
  ['罗湖', [114.123, 22.555], '广东省深圳市罗湖区'],
  ['且末, the second largest county', [85.9, 37.5], '新疆维吾尔自治区巴音郭楞蒙古自治州且末县'],
] as [string, Coordinates, string][])('%s', (_, point, label) => {
  expect(regionLabel(districtAt(point).adcode)).toBe(label);
});

test('nearly every district’s centre is in its own outline', () => {
  const sample = regions.filter(isSmallest).filter((_, index) => index % 5 === 0);
  const astray = sample.filter(({ adcode, centre }) => districtAt([centre[0], centre[1]]).adcode !== adcode);
  expect(astray.length).toBeLessThan(0.03 * sample.length);
});

test('a point at sea has the nearest district', () => {
  expect(districtAt([122.5, 36])).toBeDefined();
});
