import { describe, expect, test } from '@jest/globals';
import type { Care } from '../../../cloudfunctions/shared/contract/campaign';
import type { ChosenPlace } from '../../model/chosen-place';
import { careRows, courierRows } from './care-rows';
import { regionPlace } from './region-place';

const entry = (code: string, regions: string[]): Care => ({
  code,
  kind: 'fever-clinic',
  name: code,
  hint: '发热门诊',
  way: { address: '某路1号' },
  regions,
  source: '名单',
});
const care = [
  entry('everywhere', []),
  entry('hunan', ['430000']),
  entry('yuelu', ['430104']),
  entry('changsha', ['430100']),
  entry('jinan', ['370100']),
];
const at = (adcode: string): ChosenPlace => {
  const place = regionPlace(adcode);
  if (place === undefined) throw new Error(`no region ${adcode}`);
  return place;
};
const codes = (place: ChosenPlace | null) => careRows(care, place).map(({ code }) => code);

describe('where else to turn', () => {
  test.each([
    ['430104', ['yuelu', 'changsha', 'hunan', 'everywhere']],
    ['430100', ['changsha', 'hunan', 'everywhere']],
    ['370102', ['jinan', 'everywhere']],
    ['110108', ['everywhere']],
  ])('around %s: %j, the nearest first', (adcode, expected) => {
    expect(codes(at(adcode))).toEqual(expected);
  });

  test('without a place only services for the whole country', () => {
    expect(codes(null)).toEqual(['everywhere']);
  });

  test('couriers are apart, in the same order', () => {
    const couriers = [entry('country', []), entry('city', ['430100'])].map((each) => ({
      ...each,
      kind: 'courier' as const,
    }));
    const all = [...care, ...couriers];
    expect(courierRows(all, at('430104')).map(({ code }) => code)).toEqual(['city', 'country']);
    expect(careRows(all, null).map(({ code }) => code)).toEqual(['everywhere']);
  });
});
