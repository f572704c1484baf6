import type { Campaign } from '../../cloudfunctions/shared/contract/campaign';

/**
 * The files of a small campaign that passes the check: one of each thing, with the limits, numbers to call and words of the flood that
 * fit any emergency, which its authors then change.
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
    talk: {
      ...flood.talk,
      sentences: flood.talk.sentences.filter(({ code }) => !ofFloods.has(code)),
      places: flood.talk.places.filter(({ code }) => !ofFloods.has(code)),
    },
    care: flood.care
      .filter(({ code }) => !ofFloods.has(code))
      .map((care) => ({ ...care, hint: careHints[care.code] ?? care.hint })),
    wanted: ['water'],
    tips: ['这里只免费互助。谁要钱都别给。'],
  };
  const words = readFlood('words.json') as Record<string, [string, string]>;
  return {
    'campaign.json': campaign,
    'words.json': {
      ...words,
      ...generalWords,
      title: [title, 'Neighbours help'],
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
      ...careEnglish,
    },
    'invented.json': {
      needs: [{ notes: ['家里没有水了,求两瓶'], groups: ['elderly'], items: ['water'] }],
      spares: [{ notes: ['多一箱水,每家两瓶'], groups: [], items: ['water'] }],
      people: {},
    },
  };
}

/** What the flood says of water, boats and upper floors, by its code. */
const ofFloods = new Set([
  'water-rising',
  'on-upper-floor',
  'wave',
  'high-ground',
  'bridge-end',
  'water-12395',
]);

const careHints: Readonly<Record<string, string>> = {
  'fire-119': '被困、起火、房屋倒塌：打这个',
  'ambulance-120': '有人受伤、昏倒',
  'hotline-12345': '问安置点、停电停水、物资发放',
};
const careEnglish = {
  '被困、起火、房屋倒塌：打这个': 'Trapped, a fire, a house collapsed: call this',
  '有人受伤、昏倒': 'Somebody is hurt or has fainted',
  '问安置点、停电停水、物资发放': 'Asks about shelters, power, water and supplies',
};

/** Words in the place of those in which the flood speaks of a flood. */
const generalWords: Readonly<Record<string, [string, string]>> = {
  homeSlogan: ['邻居帮邻居', 'Neighbours help'],
  spareHint: ['一箱水、一双手，都能帮到人', 'A box of water or two hands help'],
  findHint: ['找：饮用水', 'Drinking water'],
  findOther: ['找别的', 'Find another'],
  guideHint: ['现在要做什么', 'What to do now'],
  dangerSummary: ['被困：打119或110；受伤：打120', 'Trapped: 119 or 110. Hurt: 120'],
  noteHint: ['现在怎么样，有几个人，怎么能到', 'How things are, how many you are, how to get there'],
  needExample1: ['家里有老人，出不了门。', '出不了门 = with an elderly person, cannot go out'],
  needExample4: ['停电了，手机快没电了。', '停电 = no power, phone nearly empty'],
  needExample3: ['买不到水，家里三个人。', '买不到水 = no water to buy, three people'],
  helpDangerSigns: [
    '先离开危险的地方，带上老人和孩子，再打电话。',
    'First leave the dangerous place with the old and the children, then call.',
  ],
  helpFind: [
    '在首页选好地方，点“找帮助”，写要什么，比如“饮用水”。',
    'Choose the place on the first page, tap “Find” and write what you need, such as 饮用水 (water).',
  ],
  helpGuide: ['现在要做什么？', 'What should I do now?'],
  helpGuideHow: ['看“避险指南”。', 'See the safety guide.'],
  trial5: ['饮用水换方便面，不换勿扰', ''],
};
