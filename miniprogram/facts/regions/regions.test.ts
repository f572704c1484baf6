import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { currentCode, storedCodes } from './moved-codes';
import { packedFormerNames } from './packed-former-names';
import { quarters } from './quarters';
import { regionFromAddress } from './region-from-address';
import { regionLabel } from './region-label';
import { regionOfSpot } from './region-of-spot';
import { findRegions } from './region-search';
import { ancestorsOf, childrenOf, isSmallest, isSpoken, regionAt, regions } from './region-tree';

const anyRegion = fc.constantFrom(...regions);

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

const found = (typed: string): string[] => findRegions(typed, 5).map(({ adcode }) => adcode);

test.each([
  ['岳麓', '430104'],
  ['长沙岳麓', '430104'],
  ['长沙岳', '430104'],
  ['湖南省长沙市', '430100'],
  ['北京', '110000'],
  ['仙桃', '429004'],
  ['庆阳宁县', '621026'],
  ['和安县', '653229'],
  ['和康县', '653228'],
  ['西沙区', '460302'],
  ['三沙南沙区', '460303'],
  ['恩施州', '422800'],
  ['张家川县', '620525'],
  ['浦东区', '310115'],
  ['乌市', '650100'],
  ['内蒙', '150000'],
])('typing %s finds %s first', (typed, adcode) => {
  expect(found(typed)[0]).toBe(adcode);
});

test.each([
  ['祁阳县', '431181'],
  ['凤翔县', '610305'],
  ['旬阳县', '610981'],
  ['华亭县', '620881'],
  ['崇文区', '110101'],
  ['宣武', '110102'],
  ['下城区', '330105'],
  ['襄樊', '420600'],
  ['渝北区', '500157'],
  ['重庆江北区', '500157'],
  ['广州东山区', '440104'],
])('the former name %s leads to %s', (typed, adcode) => {
  expect(found(typed)[0]).toBe(adcode);
});

test('a name that exists today comes before the same name of a dissolved district', () => {
  expect(found('江北区').slice(0, 2)).toEqual(['330205', '500157']);
});

test.each([
  ['雄安', ['130629', '130632', '130638']],
  ['雄安新区', ['130629', '130632', '130638']],
  ['燕郊', ['131082']],
  ['光谷', ['420111', '420115']],
  ['成都高新区', ['510107', '510116', '510117']],
])('%s is in %j', (typed, adcodes) => {
  expect(found(typed)).toEqual(adcodes);
});

test.each([
  ['臺灣', '710000'],
  ['廣州', '440100'],
  ['嶽麓區', '430104'],
  ['中環', '810001'],
  ['沪', '310000'],
  ['粤', '440000'],
  ['蓉', '510100'],
  ['ＢＪ，朝阳区', '110105'],
  ['深圳市南山区科技园', '440305'],
  ['张三 13800000000 湖南省长沙市岳麓区麓山南路932号', '430104'],
])('traditional characters, abbreviations and pasted addresses are understood: %s', (typed, adcode) => {
  expect(found(typed)[0]).toBe(adcode);
});

test('of districts that share a name, that of the larger city comes first', () => {
  expect(found('南山')[0]).toBe('440305');
  expect(found('鼓楼区').slice(0, 4)).toEqual(['320106', '350102', '320302', '410204']);
});

test.each(['姚雄安', '沙长', '南海边', '东西南北'])(
  'letters scattered over a name do not find it: %s',
  (typed) => {
    const held = regions.filter(({ name }) => [...typed].every((letter) => name.includes(letter)));
    expect(findRegions(typed, 50).filter((region) => held.includes(region))).toEqual([]);
  },
);

test.each([
  ['新市区', '650104'],
  ['长沙市区', '430100'],
  ['我家在岳麓区附近', '430104'],
])('%s leads to %s', (typed, adcode) => {
  expect(findRegions(typed, 40).map((region) => region.adcode)).toContain(adcode);
});

test('a region is found by its full label, and by its name among those that share it', () => {
  const spoken = regions.filter(isSpoken);
  fc.assert(
    fc.property(fc.constantFrom(...spoken), (region) => {
      expect(findRegions(regionLabel(region.adcode), 1)).toEqual([region]);
      expect(findRegions(region.name, 40)).toContain(region);
    }),
    { numRuns: 400 },
  );
});

test('an empty text and unknown places find nothing', () => {
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
  ['湖北省省直辖县级行政区划仙桃市', '429004'],
  ['河北省三河市燕郊镇', '131082'],
  ['河北省廊坊市燕郊开发区', '131082'],
  ['杭州市下城区体育场路', '330105'],
  ['襄樊市樊城区', '420606'],
  ['重庆市渝北区龙溪街道', '500157'],
  ['重庆市渝北区大湾镇', '500109'],
  ['石家庄桥东区中山路', '130100'],
  ['吉林省朝阳区', '220104'],
  ['江苏省鼓楼区', '320000'],
  ['乌市天山区', '650102'],
  ['北京门头沟区大峪街', '110109'],
  ['上海市上海市徐汇区虹桥路1号', '310104'],
  ['长沙市第三医院天心区劳动西路176号', '430103'],
  ['收货人：张三，电话13800138000，地址：湖南省长沙市岳麓区麓山南路', '430104'],
  ['新疆维吾尔自治区乌鲁木齐市天山区', '650102'],
  ['广东省东莞市南城街道', '441900'],
  ['香港特别行政区油尖旺区', '810005'],
  ['恩施土家族苗族自治州恩施市', '422801'],
  ['内蒙古锡林郭勒盟锡林浩特市', '152502'],
])('the address %s begins with %s', (address, adcode) => {
  expect(regionFromAddress(address)?.adcode).toBe(adcode);
});

test.each(['', '朝阳区', '某处', 'Room 5', '路', '红山东路351号', '新华路', '普陀铜川路'])(
  'the address %j names no region',
  (address) => {
    expect(regionFromAddress(address)).toBeUndefined();
  },
);

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

test('any text gets an answer, with a region or without', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const found = regionFromAddress(text);
      expect(found === undefined || regionAt(found.adcode) === found).toBe(true);
    }),
  );
});

test.each<[string, [number, number], string]>([
  // The nearest centre to this point is that of 北京市通州区.
  ['河北省三河市燕郊镇', [116.8, 39.95], '131082'],
  ['河北省廊坊市', [116.8, 39.95], '131028'],
  ['重庆市渝中区', [106.5, 29.6], '500103'],
  ['', [116.8, 39.95], '110112'],
])('the address %j bounds which region %j is in', (address, point, adcode) => {
  expect(regionOfSpot(address, point).adcode).toBe(adcode);
});

test('former codes lead to present regions', () => {
  for (const old of ['500105', '500112', '460321', '460322', '460323', '620201']) {
    expect(regions.some(({ adcode }) => adcode === old)).toBe(false);
    expect(regionAt(old)?.adcode).toBe(currentCode(old));
    expect(storedCodes(currentCode(old))).toContain(old);
  }
  expect(regionLabel('500112')).toBe('重庆市两江新区');
});

test('every former name and quarter leads to a present region', () => {
  const codes = `${packedFormerNames} ${quarters}`.match(/\d{6}/g) ?? [];
  expect(codes.length).toBeGreaterThan(500);
  expect(codes.filter((code) => regionAt(code)?.adcode !== code)).toEqual([]);
});
