import type { Campaign } from '../../cloudfunctions/shared/contract/campaign';

/**
 * The files of a small campaign that passes the check: one of each thing, with the limits, numbers to call and words of the flood, which
 * its authors then change.
 */
export function newCampaign(name: string, readFlood: (file: string) => unknown): Record<string, unknown> {
  const flood = readFlood('campaign.json') as Campaign;
  const [item] = flood.catalogue.filter(({ code }) => code === 'water');
  const title = '邻里互助';
  const campaign = {
    ...flood,
    code: name,
    title,
    slogan: '邻居帮邻居。',
    categories: flood.categories.filter(({ code }) => code === item?.category),
    catalogue: [item],
    refusals: [],
    unlisted: [],
    groups: flood.groups.filter(({ code }) => code === 'elderly'),
    redFlags: ['情况危急，马上打119、110或120。'],
    danger: { groups: [], words: ['救命'] },
    plainWords: [],
    wanted: ['water'],
    tips: ['这里只免费互助。谁要钱都别给。'],
  };
  const words = readFlood('words.json') as Record<string, [string, string]>;
  return {
    'campaign.json': campaign,
    'words.json': {
      ...words,
      title: [title, 'Neighbours help'],
      homeSlogan: ['邻居帮邻居', 'Neighbours help'],
    },
    'advice.json': {
      sections: [{ code: 'call', title: '情况危急', lines: ['马上打119、110或120，说清地点和人数。'] }],
      sources: ['119、110、120是全国统一的号码'],
    },
    'english.json': {
      [title]: 'Neighbours help',
      '邻居帮邻居。': 'Neighbours help neighbours.',
      情况危急: 'In an emergency',
      '马上打119、110或120，说清地点和人数。':
        'Call 119, 110 or 120 at once. Say where you are and how many.',
      '情况危急，马上打119、110或120。': 'In an emergency call 119, 110 or 120 at once.',
      ...(readFlood('english.json') as Record<string, string>),
    },
    'invented.json': {
      needs: [{ notes: ['家里没有水了,求两瓶'], groups: ['elderly'], items: ['water'] }],
      spares: [{ notes: ['多一箱水,每家两瓶'], groups: [], items: ['water'] }],
      people: {},
    },
  };
}
