import { describe, expect, test } from '@jest/globals';
import { Campaign } from '../../../cloudfunctions/shared/contract/campaign';
import fever from '../../../campaigns/fever/campaign.json';
import { filterSummary, scopesAround } from '../board/board-filter';
import { catalogueSections, refusalReason } from './catalogue-sections';

const campaign = Campaign.parse(fever);
const found = (typed: string): string[] =>
  catalogueSections(campaign, typed, []).flatMap(({ items }) => items.map(({ code }) => code));

describe('the catalogue to pick from', () => {
  test('shows everything once, by category, while nothing is typed', () => {
    expect(found('').sort()).toEqual(campaign.catalogue.map(({ code }) => code).sort());
  });

  test.each([
    ['美林', 'ibuprofen-suspension'],
    ['芬必得', 'ibuprofen'],
    [' kn95', 'mask-n95'],
    ['抗原', 'antigen-test'],
  ])('typing %p finds %s', (typed, code) => {
    expect(found(typed)).toContain(code);
  });

  test('says why a prescription medicine is not there', () => {
    expect(refusalReason(campaign, '阿莫西林')).toMatch(/处方药/);
    expect(refusalReason(campaign, '布洛芬')).toBeNull();
    expect(refusalReason(campaign, '头')).toBeNull();
  });
});

describe('the filter of a board', () => {
  test('offers the regions around the place, the widest first', () => {
    expect(scopesAround('430104').map(({ name }) => name)).toEqual([
      '不限',
      '只看湖南省',
      '只看长沙市',
      '只看岳麓区',
    ]);
    expect(scopesAround('110108').map(({ name }) => name)).toEqual(['不限', '只看北京市', '只看海淀区']);
  });

  test('is summed up in words', () => {
    const filter = { items: ['antigen-test'], groups: ['elderly' as const], within: '430100' };
    expect(filterSummary(filter, campaign)).toBe('只看长沙市、老人、抗原试剂');
  });
});
