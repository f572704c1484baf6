import { withoutBoxWords } from './box-words';
import { editDistance, featuresOf, likenessIn, mayHold, soundedOf } from './likeness';
import type { Sounded } from './likeness';
import type { KnownName, NameIndex } from './name-index';
import { typedSound } from './name-index';

/** Names that a text in letters spells: the whole pinyin, its beginning, or initials; then also with a typing error. */
export function namesSoundingLike(text: string, index: NameIndex): KnownName[] {
  const typed = typedSound(text);
  const ranked = index.byLength.flatMap((name) => {
    const rank = spellingRank(typed, name);
    return rank === undefined ? [] : [{ name, rank }];
  });
  return best(ranked);
}

/** 0 is the name itself, more is farther; undefined for letters that do not spell the name. */
function spellingRank(typed: string, { pinyin, initials, meanings }: KnownName): number | undefined {
  if (pinyin === typed) return 0;
  if (initials === typed && typed.length > 1) return 1;
  if (pinyin.startsWith(typed) && typed.length > 2) return 2;
  if (pinyin.length > 5 && typed.startsWith(pinyin)) return 2;
  // Half the initials of a refused name are not enough to refuse anything.
  const isItem = meanings.some(({ kind }) => kind === 'item');
  if (isItem && typed.length > 2 && initials.startsWith(typed)) return 3;
  const slips = typed.length < 5 ? 0 : typed.length < 7 ? 1 : 2;
  if (slips === 0 || Math.abs(pinyin.length - typed.length) > slips) return undefined;
  const distance = editDistance(typed, pinyin);
  return distance <= slips ? 3 + distance : undefined;
}

/**
 * Names that a text holds misspelt: by sound (布落分), by looks (地喹氯胺), by a character more or less. `loosely` for what
 * is merely near.
 */
export function namesLike(text: string, index: NameIndex, loosely = false): KnownName[] {
  const sounded = soundedOf(text);
  const features = featuresOf(sounded);
  const bare = soundedOf(withoutBoxWords(text));
  if (sounded.length > longestMisspelt) return [];
  const ranked = index.byLength.flatMap((name) => {
    const { length } = name.sounded;
    const most = loosely && length > 3 ? length * 0.34 : mostCost(length);
    if (length < 2 || !mayHold(features, name.sounded, most)) return [];
    const { cost, from, to } = likenessIn(sounded, name.sounded);
    // Of two characters, a different one that only sounds similar makes another word: 安宁 is not 安定.
    if (length === 2 && cost === 0.5 && !sameSounds(sounded, name.sounded)) return [];
    const additional = cost > most ? 0 : wordsBeside(text, from, to);
    if (cost <= most && additional <= (length > 2 && cost <= 0.5 ? 2 : 0))
      return [{ name, rank: cost / length + additional * 0.1 }];
    // 布洛粉的 and a name without its form: the requested thing without the words of boxes.
    if (bare.length < 3 || bare.length !== length) return [];
    const bareCost = likenessIn(bare, name.sounded).cost;
    return bareCost <= most ? [{ name, rank: bareCost / length + 0.1 }] : [];
  });
  return best(ranked);
}

const sameSounds = (a: readonly Sounded[], b: readonly Sounded[]): boolean =>
  a.map(({ sound }) => sound).join(' ') === b.map(({ sound }) => sound).join(' ');

/** Longer texts are sentences, and misspelt names in sentences are not searched. */
const longestMisspelt = 24;

/** Characters before and after a part of the text that belong to no word of a box. */
function wordsBeside(text: string, from: number, to: number): number {
  return withoutBoxWords(text.slice(0, from)).length + withoutBoxWords(text.slice(to)).length;
}

/** The number of misspelt characters that a name of this length may have before it is another name. */
function mostCost(length: number): number {
  if (length === 2) return 0.5;
  if (length === 3) return 0.75;
  if (length === 4) return 1;
  return length < 7 ? 1.25 : 2;
}

/** Only the names with the lowest rank, which are the most alike. */
function best(ranked: readonly { name: KnownName; rank: number }[]): KnownName[] {
  const lowest = Math.min(...ranked.map(({ rank }) => rank));
  return ranked.filter(({ rank }) => rank <= lowest + 1e-9).map(({ name }) => name);
}
