import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataSentences } from '../words/data-sentences';
import { campaignNames } from '../../local/start/chosen-campaign';
import type { Campaign } from '../../cloudfunctions/shared/contract/campaign';
import { newCampaign } from './new-campaign';
import { readCampaign } from './read-campaign';

const root = join(__dirname, '../..');
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'campaigns-'));
  cpSync(join(root, 'campaigns'), join(copy, 'campaigns'), { recursive: true });
});
afterEach(() => rmSync(copy, { recursive: true, force: true }));

/** Writes a file of the flood with one field changed; undefined removes it. */
function change(file: string, field: string, value: unknown): void {
  const path = join(copy, 'campaigns/flood', file);
  const content = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  writeFileSync(path, JSON.stringify({ ...content, [field]: value }));
}

test.each(campaignNames(root))('the folder of %s is right', (name) => {
  expect(readCampaign(root, name).campaign.code).toBe(name);
});

test('a name without a folder is refused with the names that there are', () => {
  expect(() => readCampaign(root, '../fever')).toThrow(
    'there is no campaign "../fever": campaigns/ has fever, flood',
  );
});

test.each([
  ['campaign.json', 'title', 7, /^campaigns\/flood\/campaign\.json: title: .*expected string/],
  ['campaign.json', 'code', 'fever', 'campaigns/flood/campaign.json: code: write "flood"'],
  ['campaign.json', 'wanted', ['tea'], 'campaigns/flood/campaign.json: wanted：没有 tea。'],
  [
    'campaign.json',
    'danger',
    { groups: ['pet'], words: [] },
    'campaigns/flood/campaign.json: danger.groups：没有 pet。',
  ],
  ['campaign.json', 'colour', 'blue', /^campaigns\/flood\/campaign\.json: .*"colour"/],
  ['words.json', 'need', '我需要帮助', 'campaigns/flood/words.json: need: write ["Chinese", "English"]'],
  ['words.json', 'need', undefined, 'campaigns/flood/words.json: need: write ["Chinese", "English"]'],
  [
    'words.json',
    'title',
    ['洪水互助', 'Flood'],
    'words.json: title: write "水灾互助", the title of campaign.json',
  ],
  ['words.json', 'wish', ['愿', 'wish'], /^campaigns\/flood\/words\.json: .*"wish"/],
  ['advice.json', 'sections', [], /^campaigns\/flood\/advice\.json: sections: /],
])(
  'a wrong %s is refused with the file, the field (%s) and what to write',
  (file, field, value, sentence) => {
    change(file, field, value);
    expect(() => readCampaign(copy, 'flood')).toThrow(sentence);
  },
);

/** Campaigns that fit the schema and would show people something wrong. */
test.each<[string, (campaign: Campaign) => void, string | RegExp]>([
  [
    'two items of one name',
    ({ catalogue }) => catalogue.push({ ...catalogue[0]!, code: 'other' }),
    'catalogue：被困救援 出现了两次。',
  ],
  [
    "an alias that is another item's name",
    ({ catalogue }) => catalogue[0]!.aliases.push('饮用水'),
    'catalogue：rescue 的别名“饮用水”是另一样东西的名字。',
  ],
  [
    'two groups of one name',
    ({ groups }) => groups.push({ code: 'old', name: '老人', hint: '' }),
    'groups：老人 出现了两次。',
  ],
  [
    'an item with one unit twice',
    ({ catalogue }) => catalogue[0]!.units.push(catalogue[0]!.units[0]!),
    'catalogue：rescue 有两个一样的单位。',
  ],
  [
    'a unit that has no maximum',
    ({ catalogue }) => (catalogue[0]!.units[0]!.needMaximum = 0),
    'campaign.json: catalogue.rescue.units.0.needMaximum: ',
  ],
  [
    'eleven groups',
    (campaign) =>
      (campaign.groups = Array.from({ length: 11 }, (_, at) => ({
        code: `group-${at}`,
        name: `组${at}`,
        hint: '',
      }))),
    'campaign.json: groups: ',
  ],
  [
    'a category without items',
    ({ categories }) => categories.push({ code: 'pets', name: '宠物' }),
    'categories：pets 里什么都没有',
  ],
  [
    'a sentence that no note may say',
    ({ talk }) => talk.sentences.push({ code: 'call', by: 'both', text: '打13800138000找我' }),
    'campaign.json: talk.sentences: call: no post may say this',
  ],
  ['hours from late to early', ({ talk }) => talk.hours.reverse(), 'talk.hours：late-afternoon 不比上一个晚'],
  ['one number to call twice', ({ care }) => care.push(care[0]!), 'care：fire-119 出现了两次。'],
  [
    'a region that does not exist',
    ({ care }) => (care[0]!.regions = ['999999']),
    'care: fire-119: there is no region 999999',
  ],
  [
    'a thing wanted twice',
    (campaign) => (campaign.wanted = ['water', 'water']),
    'wanted：water 出现了两次。',
  ],
  [
    'a refused name that is part of a listed one',
    ({ refusals }) =>
      refusals.push({
        code: 'milk',
        about: '奶粉',
        names: ['婴儿奶'],
        searchWords: [],
        reason: '不行。',
        instead: [],
        source: '试',
      }),
    'refusals：milk 的“婴儿奶”会拦住清单里的“婴儿奶粉”。',
  ],
  [
    'a renewal that is offered from the beginning',
    ({ limits }) => (limits.needHours = 1),
    'limits.renewalMinutes：180 分钟比 needHours 的 1 小时还长。',
  ],
  [
    'an hour that no clock shows',
    ({ limits }) => (limits.matching.quietFrom = '99:99'),
    'campaign.json: limits.matching.quietFrom: write HH:MM',
  ],
  ['a title of spaces', (campaign) => (campaign.title = '   '), 'campaign.json: title：前后不能有空格'],
  ['a title of two lines', (campaign) => (campaign.title = '水灾\n互助'), 'title：前后不能有空格'],
  ['a name with braces', ({ catalogue }) => (catalogue[0]!.name = '船{0}'), 'catalogue.0.name：'],
])('%s is refused', (_name, spoil, sentence) => {
  const path = join(copy, 'campaigns/flood/campaign.json');
  const campaign = JSON.parse(readFileSync(path, 'utf8')) as Campaign;
  spoil(campaign);
  writeFileSync(path, JSON.stringify(campaign));
  expect(() => readCampaign(copy, 'flood')).toThrow(sentence);
});

test.each([
  ['a number is lost in the Chinese', ['人要帮', '{0} people need help']],
  ['a number is lost in the English', ['{0} 人要帮', 'people need help']],
  ['a place is made up', ['{1} 人要帮', '{1} people need help']],
])('where %s, the word is refused', (_name, word) => {
  change('words.json', 'illCount', word);
  expect(() => readCampaign(copy, 'flood')).toThrow('words.json: illCount: write {0} in ');
});

test('a campaign names groups of its own', () => {
  const groups = [
    { code: 'deaf', name: '听不见的人', hint: '打字联系' },
    { code: 'trapped', name: '被困', hint: '' },
  ];
  change('campaign.json', 'groups', groups);
  expect(readCampaign(copy, 'flood').campaign.groups).toEqual(groups);
});

test.each(campaignNames(root))('no text of %s was garbled by a wrong encoding', (name) => {
  for (const file of readdirSync(join(root, 'campaigns', name)).filter((each) => each.endsWith('.json')))
    expect(
      readFileSync(join(root, 'campaigns', name, file), 'utf8').match(/.{0,9}[\x80-\x9f\ufffd].{0,9}/),
    ).toBeNull();
});

test('a file that is missing, or no JSON, is named', () => {
  writeFileSync(join(copy, 'campaigns/flood/words.json'), '{');
  expect(() => readCampaign(copy, 'flood')).toThrow(/^campaigns\/flood\/words\.json: .*JSON/);
  rmSync(join(copy, 'campaigns/flood/words.json'));
  expect(() => readCampaign(copy, 'flood')).toThrow('campaigns/flood/words.json is missing');
});

test('a new campaign passes the check, in both languages', () => {
  const read = (file: string): unknown =>
    JSON.parse(readFileSync(join(copy, 'campaigns/flood', file), 'utf8'));
  mkdirSync(join(copy, 'campaigns/quake'));
  for (const [file, content] of Object.entries(newCampaign('quake', read)))
    writeFileSync(join(copy, 'campaigns/quake', file), JSON.stringify(content));
  const { english, campaign } = readCampaign(copy, 'quake');
  expect(campaign.catalogue.length).toBe(1);
  const texts = ['campaign.json', 'words.json', 'advice.json', 'invented.json'].map((file) =>
    readFileSync(join(copy, 'campaigns/quake', file), 'utf8'),
  );
  expect(texts.join('').match(/水灾|水来|进水|还在涨|水到|淹|船|艇|落水|溺水|水退|flood/gi)).toBeNull();
  expect(dataSentences(copy, 'quake').filter(({ text }) => !(text in (english ?? {})))).toEqual([]);
});

test('every sentence of a campaign that brings its English has one', () => {
  for (const name of campaignNames(root)) {
    const { english } = readCampaign(root, name);
    if (english === null) continue;
    expect(dataSentences(root, name).filter(({ text }) => !(text in english))).toEqual([]);
  }
});
