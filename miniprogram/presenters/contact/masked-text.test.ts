import { expect, test } from '@jest/globals';
import { maskedText } from './masked-text';

test('a masked number is grouped as it is read aloud, and says how long it works', () => {
  const masked = { number: '17000000001', extension: null, expiresAtMs: 86_400_000 };
  expect(maskedText(masked, 1000)).toEqual({
    shown: '170 0000 0001',
    extensionText: '',
    hint: '只能用您绑定的手机拨打。双方都只看到这个号码，看不到真实手机号。',
    dialled: '17000000001',
    leftText: '号码还能用 23 小时 59 分钟',
  });
});

test('an extension is dialled after a pause and spelt out for people that dial by hand', () => {
  const masked = { number: '17000010001', extension: '123', expiresAtMs: 1000 };
  expect(maskedText(masked, 1000)).toMatchObject({
    extensionText: '打通后会请您按分机号：按 1 2 3，再按 # 号（井号）',
    hint: expect.stringContaining('自动按好'),
    dialled: '17000010001,123',
    leftText: '号码已经失效',
  });
});
