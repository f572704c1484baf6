import { excused, type Excuse } from './excuses';
import type { FindingKind } from './finding';
import type { FoldedText } from './normalise';
import { settingOf } from './setting';

/** One way of saying what a board must not carry. Its examples, refused and accepted, are in the file *-examples.ts next to it. */
export interface Rule {
  name: string;
  kind: FindingKind;
  /** Over folded text, in the words of `vocabulary`; compiled once. */
  pattern: RegExp;
  /** What lets the words pass. */
  unless: readonly Excuse[];
  /** Where the clause matches, the words mean something else. */
  notIn?: RegExp;
}

/** A passage of folded text that a rule found. */
export interface Match {
  kind: FindingKind;
  from: number;
  to: number;
  reason?: string;
}

const num = String.raw`(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百千几半]{1,5})`;
const vocabulary: Readonly<Record<string, string>> = {
  num,
  unit: '(?:粒|片|颗|盒|板|支|瓶|袋|包|份|套|只|罐|条|箱|个(?![人月小孩星多]))',
  plus: '(?:\\+|加|佳|家(?=[v薇威徽维卫绿葳])|嘉|伽|珈|茄|jia|add)',
  wx: '(?:(?:微|薇|徽|威|维|唯|溦|韦|围|魏|巍|卫|喂|葳|wei)(?:信|❤|心|星|芯|新|鑫|x(?![a-z0-9])|xin|讠|言)|[vw](?:信|心|xin)|w/x|v/x|wechat|weixin|weix|wx|vx|威❤|绿泡泡|绿色的?(?:聊天)?(?:软件|聊天|图标|app)|绿泡|小绿)',
  id: '(?:[a-z][a-z0-9_-]{4,19}|\\d[\\d -]{4,13}\\d)',
};

/** A rule's pattern, from a source in which `{word}` stands for an entry of the vocabulary. */
export const words = (source: string): RegExp =>
  new RegExp(
    source.replace(/\{([a-z]+)\}/g, (whole, word: string) => vocabulary[word] ?? whole),
    'g',
  );

/** Every passage of a text that a rule finds and nothing excuses. */
export function matchesOf(rule: Rule, folded: FoldedText): Match[] {
  const { kind, pattern, unless, notIn } = rule;
  return [...folded.text.matchAll(pattern)].flatMap(({ index, 0: { length } }) => {
    if (length === 0) return [];
    const setting = settingOf(folded, index, index + length);
    if (excused(setting, unless)) return [];
    if (notIn?.test(setting.before + setting.words + setting.after) === true) return [];
    return [{ kind, from: index, to: index + length }];
  });
}
