import { chinaClock, chinaDay } from '../china-time';

/** Kinds of keywords, as WeChat names them; a template's keyword is a kind and a number, thing1. */
export type FieldKind = 'thing' | 'phrase' | 'phone_number' | 'time';

/**
 * The subscription messages that the product sends, by the kinds of their keywords in order. WeChat lets a tap ask for three at
 * most. Titles and keywords to choose in the console: docs/deploy.md.
 */
export const messageTemplates = {
  /** Somebody may call: 物品, 来电号码, 时间, 提示. */
  contact: ['thing', 'phone_number', 'time', 'thing'],
  /** Something that fits: 物品, 地点, 提示. */
  match: ['thing', 'thing', 'thing'],
  /** What became of something: 事项, 结果, 提示. */
  result: ['thing', 'phrase', 'thing'],
} as const satisfies Record<string, readonly FieldKind[]>;

export type TemplateName = keyof typeof messageTemplates;

export const templateNames = Object.keys(messageTemplates) as [TemplateName, ...TemplateName[]];

/** A message before its values are cut to their kinds. */
export interface MessageWords {
  template: TemplateName;
  /** One for each keyword of the template. */
  values: readonly string[];
}

/** 2022年12月20日 12:05: the form that the kind `time` takes. */
export function messageTime(atMs: number): string {
  const [year, month, day] = chinaDay(atMs).split('-').map(Number);
  return `${year}年${month}月${day}日 ${chinaClock(atMs)}`;
}

/** A value as its kind takes it. WeChat refuses the whole message for one value that is too long or of another form (47003). */
export const fittingValue = (kind: FieldKind, value: string): string => fit[kind](value);

const fit: Readonly<Record<FieldKind, (value: string) => string>> = {
  thing: (value) => cut(value.replace(/\s+/g, ' ').trim(), 20) || '点开看看',
  phrase: (value) => value.replace(/[^一-龥]/g, '').slice(0, 5) || '有结果了',
  phone_number: (value) => value.replace(/[^\d+-]/g, '').slice(0, 17) || '0',
  time: (value) => value,
};

/** By characters, so that none is torn; what was cut off shows. */
function cut(value: string, longest: number): string {
  const characters = [...value];
  return characters.length <= longest ? value : `${characters.slice(0, longest - 1).join('')}…`;
}
