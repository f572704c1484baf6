import { describe, expect, test } from '@jest/globals';
import { distanceBandsMeters } from '../../../cloudfunctions/shared/contract/place';
import { bandText, farNotice } from './distance-text';

describe('distance bands', () => {
  test('every band of the contract has its own text', () => {
    const texts = [...distanceBandsMeters, Infinity].map((_, band) => bandText(band));
    distanceBandsMeters.forEach((meters, band) => expect(texts[band]).toBe(`${meters / 1000} 公里内`));
    expect(texts.at(-1)).toBe('100 公里以外');
  });

  test.each([
    [undefined, null],
    [0, null],
    [5, null],
    [6, '50 公里内没有，下面是最近的。'],
    [7, '100 公里内没有，下面是最近的。'],
  ])('nearest band %p says %p', (band, notice) => {
    expect(farNotice(band)).toBe(notice);
  });
});
