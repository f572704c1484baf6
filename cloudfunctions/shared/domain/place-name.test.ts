import { placeName } from './place-name';

test.each([
  '湘江一号小区',
  '万科城二期',
  '长沙市第四医院',
  'SOHO 现代城',
  '一心堂（麓谷店）',
  '八一路小学',
  '公安局家属院',
  '武汉市红十字会医院',
  '市政府小区',
])('%s is a name', (name) => {
  expect(placeName(name)).toEqual({ name });
});

test('blanks and hidden characters do not make another name', () => {
  expect(placeName(' 湘江一号\u200b小区 ')).toEqual({ name: '湘江一号小区' });
});

test.each([
  '1',
  '　',
  '12345',
  '湘江一号3栋2单元501',
  '加微信 yao888 买药',
  '13800138000',
  '退烧药 50 元一盒',
  'www.yao.example.com',
  '中国疾控中心',
  '湘雅医院发热门诊官方',
  '岳麓区政府',
  '市卫健委发药点',
])('%s is no name of a place', (text) => {
  expect(placeName(text)).toHaveProperty('fault');
});
