import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  bandEndMeters,
  bandStartMeters,
  bandText,
  distanceBand,
  distanceBandsMeters,
  farNotice,
} from './distance-bands';

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
    [6, '50 公里内没有。'],
    [7, '100 公里内没有。'],
  ])('nearest band %p says %p', (band, notice) => {
    expect(farNotice(band)).toBe(notice);
  });
});

test.each([
  [0, 0],
  [1_000, 0],
  [1_000.5, 1],
  [2_000, 1],
  [50_000, 5],
  [100_000, 6],
  [100_001, 7],
  [9_000_000, 7],
])('%d m lies in band %d', (meters, band) => {
  expect(distanceBand(meters)).toBe(band);
});

test('every distance lies between the ends of its band', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 2e7, noNaN: true }), (meters) => {
      const band = distanceBand(meters);
      expect(meters).toBeLessThanOrEqual(bandEndMeters(band));
      if (band > 0) expect(meters).toBeGreaterThan(bandStartMeters(band));
    }),
  );
});
