import { expect, test } from '@jest/globals';
import { maskedText } from './masked-text';

test('a masked number is grouped as it is read aloud, and says how long it works', () => {
  const masked = { number: '17000000001', extension: null, expiresAtMs: 86_400_000 };
  expect(maskedText(masked, 1000)).toEqual({
    shown: '170 0000 0001',
    extensionText: '',
    dialled: '17000000001',
    leftText: '号码还能用 23 小时 59 分钟',
  });
});

test('an extension is dialled after a pause and told for those who dial by hand', () => {
  const masked = { number: '17000010001', extension: '1234', expiresAtMs: 1000 };
  expect(maskedText(masked, 1000)).toMatchObject({
    extensionText: '接通后按分机号 1234 #',
    dialled: '17000010001,1234',
    leftText: '号码已经失效',
  });
});
