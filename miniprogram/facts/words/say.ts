import { worded } from './worded';

/**
 * Sentences by their Chinese. `{0}` is the first parameter, `{0?hour|hours}` the form of a word for a count: the n-th
 * one, or the last. words/say.wxs fills in the same way.
 */
export type Sentences = Readonly<Record<string, string>>;

let spoken: Sentences | null = null;
let patterns: [RegExp, string][] | null = null;

/** Says everything in this language from now on; null for Chinese, which the functions of the cloud always speak. */
export function speak(sentences: Sentences | null): void {
  spoken = sentences;
  patterns = null;
}

/** Whether sentences are said as they are written. */
export const speaksChinese = (): boolean => spoken === null;

/**
 * A sentence in the reader's language. Its Chinese is the key: say`还剩 ${minutes} 分钟` looks for 还剩 {0} 分钟, say('刚刚')
 * for itself. A sentence without a translation is said in Chinese. `{need}` is the campaign's own sentence of that name.
 */
export function say(sentence: TemplateStringsArray | string, ...values: (string | number)[]): string {
  const key =
    typeof sentence === 'string'
      ? sentence
      : sentence.reduce((whole, piece, at) => `${whole}{${at - 1}}${piece}`);
  const chinese = worded(key);
  const text = spoken?.[chinese] ?? chinese;
  return values.length === 0 ? text : filled(text, values);
}

/**
 * Text that came as a whole, from the campaign or from the cloud, in the reader's language: as one sentence, as a filled-in
 * one, or sentence by sentence. What has no translation stays Chinese.
 */
export function translated(text: string): string {
  const chinese = worded(text);
  if (spoken === null || chinese === '') return chinese;
  return whole(chinese, spoken) ?? bySentence(chinese, spoken) ?? chinese;
}

/** Names in a row: 布洛芬、体温计, or ibuprofen, thermometer. */
export const listed = (names: readonly string[], separator: '、' | '，' | '；' = '、'): string =>
  names.join(spoken === null ? separator : ', ');

/** Names that came as one text; a mark within brackets divides none. */
export const translatedList = (names: string): string =>
  spoken === null ? names : listed(names.split(/、(?![^（]*）)/).map(translated));

/** The form of a counting word: 片 is tablet or tablets. */
export const counted = (unit: string, count: number): string => filled(spoken?.[unit] ?? unit, [count]);

function whole(text: string, sentences: Sentences): string | undefined {
  const exact = sentences[text];
  if (exact !== undefined) return exact;
  patterns ??= patternsOf(sentences);
  for (const [pattern, english] of patterns) {
    const found = pattern.exec(text);
    if (found !== null) return filled(english, found.slice(1).map(translated));
  }
  return undefined;
}

function bySentence(text: string, sentences: Sentences): string | undefined {
  const parts = text.match(/[^。！？]+[。！？]?/g) ?? [];
  if (parts.length < 2) return undefined;
  const said = parts.map((part) => whole(part, sentences));
  return said.every((part) => part !== undefined) ? said.join(' ') : undefined;
}

/** Only what ends like a sentence may be a filled-in one: a shorter key would match by chance. */
const patternsOf = (sentences: Sentences): [RegExp, string][] =>
  Object.entries(sentences)
    .filter(([chinese]) => /\{0\}/.test(chinese) && /[。！？]$/.test(chinese))
    .map(([chinese, english]) => [
      new RegExp(`^${chinese.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\d+\}/g, '(.+?)')}$`),
      english,
    ]);

function filled(text: string, values: readonly (string | number)[]): string {
  return text.replace(/\{(\d+)(?:\?([^}]*))?\}/g, (_, at: string, forms: string | undefined) => {
    const value = values[Number(at)] ?? '';
    return forms === undefined ? String(value) : form(forms.split('|'), Number(value));
  });
}

const form = (forms: readonly string[], count: number): string => forms[count - 1] ?? forms.at(-1) ?? '';
