import { expect, test } from '@jest/globals';
import { residentId } from '../../../../local/people/invented-people';
import { idNumberFault } from './id-number';

const now = Date.parse('2022-12-20T12:00:00+08:00');
const born = (year: number, month: number, day: number): string => residentId({ year, month, day }, 1);
const valid = born(1990, 5, 17);

test('a valid number of an adult has no fault, however it is typed', () => {
  const spaced = `${valid.slice(0, 6)} ${valid.slice(6, 14)}-${valid.slice(14)}`;
  for (const typed of [valid, valid.toLowerCase(), spaced]) expect(idNumberFault(typed, now)).toBe('');
});

test.each([
  ['', '请填写身份证号。'],
  ['1101', '身份证号是 18 位，现在是 4 位。'],
  [`A${valid.slice(1)}`, '身份证号只有数字，最后一位可以是 X。'],
  [born(1990, 2, 31), '身份证号填错了，请逐位核对。'],
  [born(2100, 1, 1), '身份证号填错了，请逐位核对。'],
  [born(2004, 12, 21), '未满 18 周岁不能实名，请让家里的大人来发布或联系。'],
  [born(2004, 12, 20), ''],
  ['H12345678', '这种证件请走下面的“其他证件”。'],
  ['07257456', '这种证件请走下面的“其他证件”。'],
  ['deu1101900 51701', '这种证件请走下面的“其他证件”。'],
])('%s', (typed, fault) => {
  expect(idNumberFault(typed, now)).toBe(fault);
});

test('one wrong digit anywhere is noticed', () => {
  for (let at = 0; at < 17; at += 1) {
    const wrong = `${valid.slice(0, at)}${(Number(valid[at]) + 1) % 10}${valid.slice(at + 1)}`;
    expect(idNumberFault(wrong, now)).not.toBe('');
  }
});
