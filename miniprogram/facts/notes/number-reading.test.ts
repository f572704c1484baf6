import { expect, test } from '@jest/globals';
import { readNote } from './read-note';

const kinds = (text: string) =>
  readNote(text, { board: 'need', refusals: [] }).findings.map(({ kind }) => kind);

test.each([
  ['电话13812345678', 'mobile'],
  ['tel13812345678', 'mobile'],
  ['+86 138-1234-5678', 'mobile'],
  ['前三位138，中间四位0013，后四位8000', 'mobile'],
  ['yi san ba ling ling yi san ba ling ling ling', 'mobile'],
  ['依叁捌零零依叁捌零零零', 'mobile'],
  ['010-62345678', 'landline'],
  ['0731 8888 1234', 'landline'],
  ['400-888-1234', 'landline'],
  ['扣扣八八七七六六五五', 'qq'],
  ['yaofan_888', 'number'],
  ['123456789', 'number'],
])('%s holds a %s', (text, kind) => {
  expect(kinds(text)).toEqual([kind]);
});

test.each([
  '国药准字H20013062',
  '批号2203118，有效期20241130',
  '20221224 18:30',
  '8:00-12:00、14:00-18:00',
  '2022-12-24',
  '烧到38.5 39 39.4 40',
  'D1 38.1 D2 39.0 D3 39.4',
  '血压150/95，心率110',
  'ibuprofen 200mg',
  '打过120，12345也占线',
])('%s holds no usable number', (text) => {
  expect(kinds(text)).toEqual([]);
});
