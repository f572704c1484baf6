import { describe, expect, test } from '@jest/globals';
import { Campaign } from '../../../cloudfunctions/shared/contract/campaign';
import fever from '../../../campaigns/fever/campaign.json';
import { groupWarnings, itemCautions, itemClashes } from './item-warnings';

const campaign = Campaign.parse(fever);
const without: Campaign = { ...campaign, modules: [] };

describe('warnings about an item for a group', () => {
  test('name the item, who must avoid it, and what may be taken instead', () => {
    expect(groupWarnings(['ibuprofen'], ['pregnant'], campaign)[0]).toEqual({
      code: 'ibuprofen-pregnant-ibuprofen',
      title: '布洛芬，怀孕',
      text: '怀孕时不要吃布洛芬（20周以后更不能吃），可换成对乙酰氨基酚，先问医生。',
      isStrict: true,
    });
  });

  test('are at most three lines for an item, the strictest first', () => {
    const lines = groupWarnings(['ibuprofen', 'antigen-test'], ['chronic', 'pregnant'], campaign);
    expect(lines).toHaveLength(3);
    expect(lines.every(({ isStrict }) => isStrict)).toBe(true);
  });

  test('are empty without a group, for an unknown item, and in a campaign without such a module', () => {
    expect(groupWarnings(['ibuprofen'], [], campaign)).toEqual([]);
    expect(groupWarnings(['gone'], ['pregnant'], campaign)).toEqual([]);
    expect(groupWarnings(['ibuprofen'], ['pregnant'], without)).toEqual([]);
  });
});

test('two chosen items of one substance are named together, once', () => {
  const lines = itemClashes(['paracetamol', 'antigen-test', 'ganmaoling'], campaign);
  expect(lines.map(({ title, isStrict }) => [title, isStrict])).toEqual([
    ['对乙酰氨基酚片和感冒灵颗粒', true],
  ]);
  expect(itemClashes(['paracetamol', 'ganmaoling'], without)).toEqual([]);
});

test('a compound names its substances', () => {
  expect(itemCautions(['weic-yinqiao', 'ibuprofen'], campaign)).toMatchObject([{ title: '维C银翘片' }]);
});
