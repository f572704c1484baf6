import type { Campaign } from '../../../../cloudfunctions/shared/contract/campaign';
import type { CallOutput } from '../../../../cloudfunctions/shared/contract/contract';
import type { NewsFacts, NewsKind } from '../../../facts/news/news-kinds';
import { newsKinds, newsWords } from '../../../facts/news/news-kinds';
import { chinaClock, chinaDay } from '../../../facts/china-time';
import { counted, listed, say, translated } from '../../../facts/words/say';
import { codeNames, fieldNames, partNames } from './copied-words';
import { sayingText } from './talk-text';

type Copy = CallOutput<'identity', 'copyMyData'>;
type Document = Copy['kept'][number]['documents'][number];
type Value = Document[string];

/** Fields whose texts are codes; all others hold words of people. */
const coded = new Set(['board', 'status', 'state', 'role', 'kind', 'reason', 'outcome']);

/** The copy of a person's data as a text to keep, part by part, a line for each field that has a value. */
export function copiedText({ kept, nowMs }: Copy, campaign: Campaign): string {
  const parts = kept.map(({ of, documents }) => {
    const name = translated(partNames[of] ?? of);
    return [
      say`${name}（${documents.length}）`,
      ...documents.map((each) => documentText(each, { campaign, nowMs })),
    ].join('\n\n');
  });
  return [say`我们存着您的数据，${timeText(nowMs)}`, ...parts].join('\n\n');
}

interface Reading {
  campaign: Campaign;
  nowMs: number;
}

function documentText(document: Document, reading: Reading): string {
  return Object.entries(document)
    .flatMap(([field, value]) => {
      const text = valueText(field, value, document, reading);
      return text === '' ? [] : [say`${translated(fieldNames[field] ?? field)}：${text}`];
    })
    .join('\n');
}

function valueText(field: string, value: Value, document: Document, reading: Reading): string {
  const reader = readers[field];
  if (value === null || value === undefined || value === '') return '';
  if (reader) return reader(value, reading, document);
  if (typeof value === 'number') return /Ms$/.test(field) ? timeText(value) : String(value);
  if (Array.isArray(value)) return listed(value.map((each) => valueText(field, each, document, reading)));
  if (typeof value === 'string') return coded.has(field) ? translated(codeNames[value] ?? value) : value;
  return JSON.stringify(value);
}

type Reader = (value: Value, reading: Reading, document: Document) => string;

/** Values that need more than their own words. */
const readers: Readonly<Record<string, Reader>> = {
  items: (value, { campaign }) =>
    listed(
      (value as { code: string; quantity: number; unit: string }[]).map(
        ({ code, quantity, unit }) => `${itemName(code, campaign)} ${quantity} ${counted(unit, quantity)}`,
      ),
    ),
  itemCodes: (value, { campaign }) => listed((value as string[]).map((code) => itemName(code, campaign))),
  groups: (value, { campaign }) =>
    listed(
      campaign.groups
        .filter(({ code }) => (value as string[]).includes(code))
        .map(({ name }) => translated(name)),
    ),
  said: (value, { campaign, nowMs }) =>
    listed(
      (value as Parameters<typeof sayingText>[0][]).map((each) => sayingText(each, campaign, nowMs)),
      '；',
    ),
  charges: (value) => listed((value as number[]).map(timeText)),
  callBacks: (value) => listed((value as number[]).map(timeText)),
  publicPoint: (value) => (value as { coordinates: number[] }).coordinates.join(', '),
  left: (value) =>
    String(Object.values(value as Record<string, number>).reduce((sum, each) => sum + each, 0)),
  facts: (value, _, { kind }) =>
    typeof kind === 'string' && kind in newsKinds
      ? newsWords(kind as NewsKind).title(value as unknown as NewsFacts)
      : '',
  phone: (value) => (value === true ? say('加密保存') : String(value)),
};

const itemName = (code: string, { catalogue }: Campaign): string =>
  translated(catalogue.find((item) => item.code === code)?.name ?? code);

const timeText = (atMs: number): string => `${chinaDay(atMs)} ${chinaClock(atMs)}`;
