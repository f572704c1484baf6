import { excused, type Excuse } from './excuses';
import type { FindingKind, NoteContext } from './finding';
import type { FoldedText } from './normalise';
import { settingOf } from './setting';

/** One pattern of forbidden content. Its examples, refused and accepted, are in the file *-examples.ts next to it. */
export interface Rule {
  name: string;
  kind: FindingKind;
  /** The pattern over folded text, in the words of `vocabulary`; compiled once. */
  pattern: RegExp;
  /** Excuses that make the words acceptable. */
  unless: readonly Excuse[];
  /** The only board on which the words are a dealer's: 七十 among spares is a sum, in a request it is somebody's age. */
  board?: NoteContext['board'];
  /** If the clause matches this, the words mean something else. */
  notIn?: RegExp;
}

/** A passage of folded text that a rule found. */
export interface Match {
  kind: FindingKind;
  from: number;
  to: number;
  reason?: string;
}

const num = String.raw`(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百千几半零\d]{1,5})`;
const vocabulary: Readonly<Record<string, string>> = {
  num,
  unit: '(?:粒|片|颗|盒|板|支|瓶|袋|包|份|套|只|罐|条|箱|个(?![人月小孩星多]))',
  plus: '(?:\\+|加|佳|[家咖架夹甲枷迦茄嫁袈](?=[v薇威徽维卫绿葳巍崴溦微魏])|嘉|伽|珈|jia|add|加莪)',
  wx: '(?:(?:微|薇|徽|威|维|唯|溦|韦|围|魏|巍|崴|溦|卫|喂|葳|wei)(?:信|❤|心|星|芯|新|鑫|x(?![a-z0-9])|xin|讠|言)|w\\.?e\\.?i\\.?x\\.?i\\.?n|[vw](?:信|心|xin|杏|芯|号(?=[:a-z0-9]))|[wv][./-]x|wechat|weix|wx|vx|威❤|绿泡泡|绿色的?(?:聊天)?(?:软件|聊天|图标|app|标)(?:软件)?|绿泡|小绿)',
  sum: '(?:\\d{1,4}|[一二两三四五六七八九]?[十百千][一二两三四五六七八九十零]{0,4})',
  med: '(?:布洛芬|美林|泰诺林?|抗原|退烧药?|连花|莲花|药|口罩|n95|芬必得|对乙酰)',
  mini: '(?:小[程呈成城][序续叙]|公(?:众|重|种|中|z|共)?[号呺]|服务号|视频号|gzh|xcx|gongzhonghao)',
  id: '(?:[a-z][a-z0-9._-]{4,19}|\\d[\\d -]{4,13}\\d)',
};

/** A rule's pattern, from a source in which `{word}` means an entry of the vocabulary. */
export const words = (source: string): RegExp =>
  new RegExp(
    source.replace(/\{([a-z]+)\}/g, (whole, word: string) => vocabulary[word] ?? whole),
    'g',
  );

/** A rule's pattern, from several wordings. */
export const phrases = (alternatives: readonly string[]): RegExp => words(alternatives.join('|'));

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
