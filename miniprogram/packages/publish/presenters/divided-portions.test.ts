import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { dividedPortions } from './divided-portions';

const four = { quantity: 4, unit: '粒' };

test.each([
  ['10', { portions: 2, text: '够分 2 份，余 2 粒。' }],
  ['12', { portions: 3, text: '够分 3 份。' }],
  ['3', { portions: 1, text: '不够 4 粒的一份，请把每份改少一点。' }],
  ['', null],
  ['0', null],
  ['很多', null],
])('%s tablets: %j', (total, expected) => {
  expect(dividedPortions(total, four, 20)).toEqual(expected);
});

test('no division promises more than there is', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.integer({ min: 1, max: 30 }), (total, quantity) => {
      const divided = dividedPortions(String(total), { quantity, unit: '粒' }, 20);
      if (divided !== null && total >= quantity)
        expect(divided.portions * quantity).toBeLessThanOrEqual(total);
    }),
  );
});
