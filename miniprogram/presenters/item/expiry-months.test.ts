import { expect, test } from '@jest/globals';
import { expiryMonths } from './expiry-months';

test('the first month is the one that China is in, whatever zone the phone is set to', () => {
  const lastEveningInGreenwich = Date.parse('2022-12-31T16:30:00Z');
  expect(expiryMonths(lastEveningInGreenwich)).toEqual({ firstMonth: '2023-01', lastMonth: '2033-01' });
});
