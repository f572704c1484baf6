import { describe, expect, test } from '@jest/globals';
import { Campaign } from '../../../cloudfunctions/shared/contract/campaign';
import fever from '../../../campaigns/fever/campaign.json';
import { filterSummary, scopesAround } from '../board/board-filter';
import { catalogueView } from './catalogue-sections';

const campaign = Campaign.parse(fever);
const view = (typed: string) => {
  const { sections, refusal, absence } = catalogueView(campaign, typed, ['ibuprofen']);
  return {
    names: sections.map(({ name }) => name),
    items: sections.flatMap(({ items }) => items),
    refusal,
    absence,
  };
};

describe('the catalogue to pick from', () => {
  test('shows everything once, by category, while nothing is typed', () => {
    const { names, items } = view(' ');
    expect(items.map(({ code }) => code).sort()).toEqual(campaign.catalogue.map(({ code }) => code).sort());
    expect(names).toEqual(campaign.categories.map(({ name }) => name));
  });

  test('shows the meanings of a name, the best first, with the matching name', () => {
    const { names, items } = view('美林');
    expect(names).toEqual(['找到的']);
    expect(items[0]).toMatchObject({ code: 'ibuprofen-suspension', picked: false });
    expect(items[0]?.aliasText).toMatch(/^美林/);
    expect(items.find(({ code }) => code === 'ibuprofen')?.label).toBe('布洛芬（胶囊、片）,已选');
  });

  test('shows medicines against a symptom by category', () => {
    expect(view('退烧药').names).toEqual(['退烧止痛', '检测和用品', '中成药']);
  });

  test('says why a prescription medicine is missing, and suggests others', () => {
    const { names, items, refusal, absence } = view('磷酸奥司他韦颗粒');
    expect(refusal).toMatch(/处方药/);
    expect(absence).toBe('');
    expect(names).toEqual(['可以看看']);
    expect(items.map(({ code }) => code)).toEqual(['ibuprofen', 'paracetamol']);
  });

  test('says that a thing is not listed, with the reason when it is known, and the nearest items', () => {
    expect(view('板蓝根').absence).toMatch(/^没有登记板蓝根/);
    expect(view('板蓝根').names).toEqual(['最接近的']);
    expect(view(' asdf ')).toEqual({ names: [], items: [], refusal: '', absence: '清单里没有“asdf”。' });
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
