import { foldName } from './fold-name';
import type { Sounded } from './likeness';
import { soundedOf } from './likeness';
import type { Meaning, NameLists } from './name-lists';

/** A name of the lists, prepared for comparison. */
export interface KnownName {
  /** The name in its folded form (fold-name.ts). */
  text: string;
  meanings: Meaning[];
  sounded: readonly Sounded[];
  /** The pinyin as typed; a name in letters is its own pinyin. */
  pinyin: string;
  /** First letters of the pinyin; empty for a name in letters. */
  initials: string;
}

export interface NameIndex {
  lists: NameLists;
  /** Names by folded text. */
  names: ReadonlyMap<string, KnownName>;
  /** All names, the longest first. */
  byLength: readonly KnownName[];
}

const built = new WeakMap<NameLists, NameIndex>();

/** The index of these lists; the same lists are indexed once. */
export function nameIndexOf(lists: NameLists): NameIndex {
  const known = built.get(lists) ?? buildIndex(lists);
  built.set(lists, known);
  return known;
}

function buildIndex(lists: NameLists): NameIndex {
  const names = new Map<string, KnownName>();
  const add = (name: string, meaning: Meaning): void => {
    const text = foldName(name);
    const known = names.get(text);
    if (known === undefined) names.set(text, knownName(text, meaning));
    else if (!known.meanings.some((other) => isSame(other, meaning))) known.meanings.push(meaning);
  };
  for (const { code, name, english, aliases } of lists.catalogue)
    for (const text of [name.replace(/（.*）/, ''), name, english.replace(/\(.*\)/, ''), ...aliases])
      add(text, { kind: 'item', code });
  for (const refusal of lists.refusals)
    for (const text of [...refusal.names, ...refusal.searchWords]) add(text, { kind: 'refusal', refusal });
  for (const absence of lists.unlisted)
    for (const text of absence.names) add(text, { kind: 'absence', absence });
  for (const { code, names: texts } of lists.symptoms)
    for (const text of texts) add(text, { kind: 'symptom', code });
  const byLength = [...names.values()].sort((a, b) => b.text.length - a.text.length);
  return { lists, names, byLength };
}

function knownName(text: string, meaning: Meaning): KnownName {
  const sounded = soundedOf(text);
  const isSpoken = sounded.some(({ character, sound }) => character !== sound);
  return {
    text,
    meanings: [meaning],
    sounded,
    pinyin: typedSound(sounded.map(({ sound }) => sound).join('')),
    initials: isSpoken ? sounded.map(({ sound }) => sound.charAt(0)).join('') : '',
  };
}

/** Pinyin as people type it, whose keyboards have no ü: lv is often lu. */
export const typedSound = (pinyin: string): string => pinyin.replace(/v/g, 'u');

function isSame(a: Meaning, b: Meaning): boolean {
  if (a.kind === 'item' || a.kind === 'symptom') return b.kind === a.kind && b.code === a.code;
  return a.kind === 'refusal'
    ? b.kind === 'refusal' && b.refusal === a.refusal
    : b.kind === 'absence' && b.absence === a.absence;
}
