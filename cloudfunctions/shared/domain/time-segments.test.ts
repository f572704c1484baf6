import { regionSegment, segmentsOf } from './time-segments';

test('a district is searched by its city, then its province, then the country', () => {
  expect(segmentsOf('430104', undefined)).toEqual([
    { cityCode: '430100' },
    { provinceCode: '430000', notCityCode: '430100' },
    { notProvinceCode: '430000' },
  ]);
});

test('a province is searched before the rest of the country', () => {
  expect(segmentsOf('430000', undefined)).toEqual([
    { provinceCode: '430000' },
    { notProvinceCode: '430000' },
  ]);
});

test.each([
  ['430000', { provinceCode: '430000' }],
  ['430100', { cityCode: '430100' }],
  ['430104', { cityCode: '430100', districtCode: '430104' }],
  // 渝北区, which became part of 两江新区.
  ['500112', { cityCode: '500100', districtCode: '500157' }],
])('within %s only its own posts are searched', (adcode, segment) => {
  expect(regionSegment(adcode)).toEqual(segment);
  expect(segmentsOf('110101', adcode)).toEqual([segment]);
});
