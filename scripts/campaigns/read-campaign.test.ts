import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataSentences } from '../words/data-sentences';
import { campaignNames } from '../../local/start/chosen-campaign';
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
  ['words.json', 'wish', ['愿', 'wish'], /^campaigns\/flood\/words\.json: .*"wish"/],
  ['advice.json', 'sections', [], /^campaigns\/flood\/advice\.json: sections: /],
])(
  'a wrong %s is refused with the file, the field (%s) and what to write',
  (file, field, value, sentence) => {
    change(file, field, value);
    expect(() => readCampaign(copy, 'flood')).toThrow(sentence);
  },
);

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
  expect(dataSentences(copy, 'quake').filter(({ text }) => !(text in (english ?? {})))).toEqual([]);
});

test('every sentence of a campaign that brings its English has one', () => {
  for (const name of campaignNames(root)) {
    const { english } = readCampaign(root, name);
    if (english === null) continue;
    expect(dataSentences(root, name).filter(({ text }) => !(text in english))).toEqual([]);
  }
});
