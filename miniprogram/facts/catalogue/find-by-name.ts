import { namesForm, wishOf, withoutBoxWords } from './box-words';
import { foldName, withoutAmounts } from './fold-name';
import { soundedOf } from './likeness';
import { namesInWords, namesInside } from './names-inside';
import type { KnownName, NameIndex } from './name-index';
import { nameIndexOf } from './name-index';
import type { Meaning, NameLists } from './name-lists';
import { namesLike, namesSoundingLike } from './names-like';
import { itemsOf, itemsOfSymptoms } from './ranked-items';

/** The meaning of a typed name. Codes are the catalogue's, the best first. */
export type Finding =
  | { kind: 'item'; by: 'name' | 'symptom'; items: string[] }
  | { kind: 'refused'; about: string; reason: string; instead: string[] }
  /** `reason` says why a known thing is not listed; undefined for a name that we do not know. */
  | { kind: 'not-listed'; reason: string | undefined; nearest: string[] };

/**
 * What people mean by a typed name: a listed item, a thing that may not be given away, or neither. Generic names, brands,
 * pinyin and initials, Latin and traditional writing, box names, symptoms and common misspellings are understood; letters
 * that are merely scattered over a name are not. Undefined while nothing is typed.
 */
export function findByName(typed: string, lists: NameLists): Finding | undefined {
  const index = nameIndexOf(lists);
  const whole = foldName(typed.slice(0, longestTyped));
  if (whole === '') return undefined;
  const text = foldName(withoutAmounts(typed.slice(0, longestTyped)));
  const exact = index.names.get(whole) ?? index.names.get(text);
  const longer = namesAround(text, index);
  if (exact !== undefined) return findingOf([exact], longer, '', lists);
  return (
    spoken(typed, text, index) ??
    inside(text, index) ??
    (longer.length > 0 ? findingOf(longer, [], text, lists) : undefined) ??
    plainly(text, lists) ??
    spelt(text, index) ??
    nothing(text, index)
  );
}

/** Text beyond this is not read, because a pasted leaflet names its medicine in the first line. */
const longestTyped = 60;

/**
 * Names that contain the text: those that begin with it, otherwise those that hold it; the shorter first. One character
 * counts only as the beginning of a listed name. Half a name that may be a listed one does not count as a refused one
 * yet.
 */
function namesAround(text: string, index: NameIndex): KnownName[] {
  const longer = [...index.names.values()].filter(
    ({ text: name }) => name.length > text.length && name.includes(text),
  );
  const heads = longer.filter(({ text: name }) => name.startsWith(text));
  // Letters inside an English name may match by chance: "ors" in "drops or spray".
  if (heads.length === 0 && (text.length === 1 || /^[a-z]+$/.test(text))) return [];
  const names = heads.length > 0 ? heads : longer;
  const listed = names.filter(({ meanings }) => meanings.some(({ kind }) => kind === 'item'));
  return (listed.length > 0 || text.length === 1 ? listed : names).sort(
    (a, b) => a.text.length - b.text.length,
  );
}

/** Names among the words of a text in letters: rapid antigen test, children's Motrin. */
function spoken(typed: string, text: string, index: NameIndex): Finding | undefined {
  if (!/^[\da-z]+$/.test(text)) return undefined;
  const names = namesInWords(withoutAmounts(typed.slice(0, longestTyped)), index);
  if (names.length === 0) return undefined;
  const finding = findingOf(names, [], text, index.lists);
  return mixture.test(typed) ? asOther(finding) : finding;
}

/** Tylenol Cold and Nurofen Plus hold more than the plain brand does, often codeine or pseudoephedrine. */
const mixture =
  /(?:^|[^a-z])(?!(?:for|and|or|a)\W)[a-z]+\W+(?:cold|flu|sinus|pm|plus|extra|night|day|nighttime|daytime|complete)(?![a-z])/i;

/** An unknown product that shares a name with listed ones. */
function asOther(finding: Finding, suits: (code: string) => boolean = () => true): Finding {
  if (finding.kind !== 'item' || finding.by !== 'name') return finding;
  return { kind: 'not-listed', reason: undefined, nearest: finding.items.filter(suits).slice(0, 5) };
}

/** Names inside the text: 磷酸奥司他韦颗粒, 求布洛芬两粒. */
function inside(text: string, index: NameIndex): Finding | undefined {
  const { names, rest } = namesInside(text, index);
  if (names.length === 0) return undefined;
  const longer = rest === '' ? [] : misspeltAround(text, names, index);
  if (longer.length > 0) return findingOf(longer, [], text, index.lists);
  const kinds = new Set(names.flatMap(({ meanings }) => meanings.map(({ kind }) => kind)));
  const onlySymptoms = kinds.size === 1 && kinds.has('symptom');
  // 四季感冒胶囊 is an unknown product, not a cold; 复方布洛芬 is not ibuprofen.
  const isOther = (onlySymptoms && rest.length > 0 && namesForm(text)) || rest.includes('复方');
  const finding = findingOf(names, [], text, index.lists);
  if (isOther && finding.kind === 'item')
    return { kind: 'not-listed', reason: undefined, nearest: finding.items.slice(0, 5) };
  return wishOf(text).ages === 'child' ? forChild(finding, index.lists) : finding;
}

/** 小儿感冒灵 is not the 感冒灵 of adults. */
function forChild(finding: Finding, { catalogue }: NameLists): Finding {
  const isAdults = (code: string): boolean => catalogue.find((item) => item.code === code)?.ages === 'adult';
  if (finding.kind !== 'item' || !isAdults(finding.items[0] ?? '')) return finding;
  return asOther(finding, (code) => !isAdults(code));
}

/** Longer names that the text misspells: 泰诺琳 is 泰诺林 rather than 泰诺 and a remainder. */
function misspeltAround(text: string, names: readonly KnownName[], index: NameIndex): KnownName[] {
  const longest = Math.max(...names.map((name) => name.text.length));
  return namesLike(text, index).filter((name) => name.text.length > longest);
}

/** A complaint without its degree: 头好痛 is 头痛, 嗓子一直很干 is 嗓子干. */
function plainly(text: string, lists: NameLists): Finding | undefined {
  const plain = text.replace(degrees, '');
  if (plain === text) return undefined;
  const found = findByName(plain, lists);
  return found?.kind === 'item' && found.by === 'symptom' ? found : undefined;
}

const degrees =
  /(?:有一?点儿?|有些|好|很|特别|非常|超级?|太|真|老是?|一直|总是?|挺|又)+(?=[疼痛酸胀晕干痒哑塞堵烧烫吐咳拉])/gu;

/** Pinyin, initials and misspellings. */
function spelt(text: string, index: NameIndex): Finding | undefined {
  const isLetters = /^[\da-z]+$/.test(text);
  // 布洛fen: the user switched the keyboard too late.
  const isMixed = !isLetters && /[a-z]{2}/.test(text);
  const sound = isMixed
    ? soundedOf(text)
        .map(({ sound: heard }) => heard)
        .join('')
    : text;
  const names = isLetters || isMixed ? namesSoundingLike(sound, index) : namesLike(text, index);
  return names.length === 0 ? undefined : findingOf(names, [], text, index.lists);
}

function nothing(text: string, index: NameIndex): Finding {
  const core = withoutBoxWords(text);
  const near = namesLike(core === '' ? text : core, index, true);
  const finding = near.length === 0 ? undefined : findingOf(near, [], text, index.lists);
  return {
    kind: 'not-listed',
    reason: undefined,
    nearest: finding?.kind === 'item' ? finding.items.slice(0, 5) : [],
  };
}

/**
 * The meaning of all names together. A refusal comes first; a symptom counts when no item is named. `wish` is the text
 * that may ask for a form or an age; empty when the name says all.
 */
function findingOf(
  names: readonly KnownName[],
  longer: readonly KnownName[],
  wish: string,
  lists: NameLists,
): Finding {
  const meanings = names.flatMap((name) => name.meanings);
  const around = longer.flatMap((name) => name.meanings);
  const firstItem = meanings.findIndex(({ kind }) => kind === 'item');
  const refusal = meanings.find((meaning) => meaning.kind === 'refusal');
  if (refusal?.kind === 'refusal') {
    const { about, reason, instead } = refusal.refusal;
    const meant = itemsOf(codesOf([...around, ...meanings], 'item'), wish, lists);
    return { kind: 'refused', about, reason, instead: [...new Set([...meant, ...instead])].slice(0, 6) };
  }
  const absence = meanings.find((meaning) => meaning.kind === 'absence');
  if (absence?.kind === 'absence' && firstItem === -1)
    return { kind: 'not-listed', reason: absence.absence.reason, nearest: [...absence.absence.nearest] };
  if (firstItem !== -1)
    return {
      kind: 'item',
      by: 'name',
      items: itemsOf(codesOf([...meanings, ...around], 'item'), wish, lists),
    };
  return { kind: 'item', by: 'symptom', items: itemsOfSymptoms(codesOf(meanings, 'symptom'), wish, lists) };
}

function codesOf(meanings: readonly Meaning[], kind: 'item' | 'symptom'): string[] {
  return [...new Set(meanings.flatMap((meaning) => (meaning.kind === kind ? [meaning.code] : [])))];
}
