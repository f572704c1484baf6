import { expect, test } from '@jest/globals';
import { regionLabel } from '../../../facts/regions/region-label';
import { isSpoken, regions } from '../../../facts/regions/region-tree';
import { syllableOf } from '../../../facts/characters/pinyin';
import { isInLetters, regionsInLetters } from './places-in-letters';

const first = (typed: string): string => regionLabel(regionsInLetters(typed, 5)[0]?.adcode ?? '');

test.each([
  ['Beijing', '北京市'],
  ['shanghai', '上海市'],
  ['Shenzhen Nanshan', '广东省深圳市南山区'],
  ['guangzhou tianhe', '广东省广州市天河区'],
  ['Yuelu District, Changsha, Hunan Province', '湖南省长沙市岳麓区'],
  ['Chang Sha Shi Yue Lu Qu', '湖南省长沙市岳麓区'],
  ['changs', '湖南省长沙市'],
  ["Xi'an", '陕西省西安市'],
  ['Xi’an Yanta', '陕西省西安市雁塔区'],
  ['Shaanxi', '陕西省'],
  ['Shanxi', '山西省'],
  ['Chongqing', '重庆市'],
  ['Xiamen', '福建省厦门市'],
  ['Harbin', '黑龙江省哈尔滨市'],
  ['Ürümqi', '新疆维吾尔自治区乌鲁木齐市'],
  ['Hohhot', '内蒙古自治区呼和浩特市'],
  ['Lhasa', '西藏自治区拉萨市'],
  ['Inner Mongolia', '内蒙古自治区'],
  ['Hong Kong', '香港特别行政区'],
  ['Macau', '澳门特别行政区'],
  ['Chaoyang Beijing', '北京市朝阳区'],
  ['Beijing, Haidian District', '北京市海淀区'],
  ['pudong', '上海市浦东新区'],
  ['Lujiazui', '上海市浦东新区'],
  ['Zhongguancun', '北京市海淀区'],
  ['Sanlitun, Beijing', '北京市朝阳区'],
  ['Beijing Wudaokou', '北京市海淀区'],
  ['Suzhou Industrial Park', '江苏省苏州市'],
  ['Chengdu High-tech Zone', '四川省成都市'],
  ['No. 5 Yiheyuan Road, Haidian District, Beijing', '北京市海淀区'],
  ['Room 1201, Building 3, 88 Century Avenue, Pudong, Shanghai', '上海市浦东新区'],
  ['kunshan', '江苏省苏州市昆山市'],
])('%s leads to %s', (typed, label) => {
  expect(isInLetters(typed)).toBe(true);
  expect(first(typed)).toBe(label);
});

test('a region is found by its own sounds', () => {
  const some = regions.filter((region, at) => at % 25 === 0 && isSpoken(region));
  const missing = some.filter((region) => {
    const bare = region.name.replace(/(省|市|区|县)$/, '');
    const typed = [...(bare.length >= 2 ? bare : region.name)].map((one) => syllableOf(one)).join('');
    return (
      !typed.includes('undefined') &&
      regionsInLetters(typed, 100).every((one) => one.adcode !== region.adcode)
    );
  });
  expect(
    missing.map(({ name }) => name).filter((name) => !/自治|特别|新区|林区|旗|盟|地区|行政/.test(name)),
  ).toEqual([]);
});

test.each(['qwertz', 'New York', 'x', 'London', '5th Avenue, New York, USA'])('%s leads nowhere', (typed) => {
  expect(regionsInLetters(typed, 5)).toEqual([]);
});
