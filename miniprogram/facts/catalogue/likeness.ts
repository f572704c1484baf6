import { syllableOf } from '../characters/pinyin';

/** A character with its sound; a letter or a digit sounds like itself. */
export interface Sounded {
  character: string;
  sound: string;
  /** The sound as many dialects speak it. */
  plain: string;
  /** The first of the characters that look like it; empty for most. */
  look: string;
}

export function soundedOf(folded: string): Sounded[] {
  return [...folded].map((character) => {
    const sound = syllableOf(character) ?? character;
    const look = lookalikes.find((row) => row.includes(character))?.charAt(0) ?? '';
    return { character, sound, plain: plainSound(sound), look };
  });
}

/** Characters that are easily confused by their looks, one group on each row. */
const lookalikes = [
  '芩苓岑',
  '己已巳',
  '孢抱泡',
  '藿霍蕾',
  '氨胺铵',
  '未末',
  '罩照',
  '嗪秦',
  '瘟温',
  '贴帖',
  '酰先酷醋',
  '仪义议',
  '溴澳嗅',
  '痛病',
  '林木',
  '敏致',
  '脱税',
  '乐东',
];

/** The cost of one character in place of another: 0 for the same, 1 for one that neither sounds nor looks alike. */
export function substitutionCost(a: Sounded, b: Sounded): number {
  if (a.character === b.character) return 0;
  if (a.sound === b.sound) return 0.25;
  if (a.look !== '' && a.look === b.look) return 0.3;
  if (a.sound.length < 2 || b.sound.length < 2) return 1;
  if (a.plain === b.plain) return 0.35;
  if (isOneEdit(a.plain, b.plain)) return 0.5;
  return initialOf(a.sound) === initialOf(b.sound) || finalOf(a.sound) === finalOf(b.sound) ? 0.6 : 1;
}

/** All sounds and looks that occur in a text. */
export function featuresOf(text: readonly Sounded[]): ReadonlySet<string> {
  return new Set(text.flatMap(({ plain, look }) => [plain, look]).filter(Boolean));
}

/** Whether a text with these features can hold a name at this cost: a character without a similar one costs a half. */
export function mayHold(features: ReadonlySet<string>, name: readonly Sounded[], most: number): boolean {
  const missing = name.filter(({ plain, look }) => !features.has(plain) && !features.has(look)).length;
  return missing * 0.5 <= most;
}

/** A sound as many dialects speak it: zh is z, ng is n, l is n, f is h. */
function plainSound(pinyin: string): string {
  return pinyin
    .replace(/([zcs])h/g, '$1')
    .replace(/ng/g, 'n')
    .replace(/v/g, 'u')
    .replace(/^[lr]/, 'n')
    .replace(/^f/, 'h');
}

const initialOf = (sound: string): string => /^(?:[zcs]h|[^aeiouv])?/.exec(sound)?.[0] || sound;
const finalOf = (sound: string): string => sound.slice(initialOf(sound).length) || sound;

function isOneEdit(a: string, b: string): boolean {
  return Math.abs(a.length - b.length) <= 1 && Math.min(a.length, b.length) > 1 && editDistance(a, b) === 1;
}

/** Insertions, deletions, substitutions and swaps of neighbours between two words. */
export function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = cell(rows, i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(substitution, cell(rows, i - 1, j) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, cell(rows, i - 2, j - 2) + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return cell(rows, a.length, b.length);
}

/** The position of a name in a text, however it is spelt, and the cost of that spelling. */
export interface Likeness {
  cost: number;
  /** The first character of the name in the text, and the one after the last. */
  from: number;
  to: number;
}

/**
 * The cheapest way to find the whole name in a text: characters of the text before and after it are free, a missing or
 * additional one inside costs 1, a swap of neighbours a half.
 */
export function likenessIn(text: readonly Sounded[], name: readonly Sounded[]): Likeness {
  // costs[i][j]: the first i characters of the name end at character j of the text.
  const costs: number[][] = [Array.from({ length: text.length + 1 }, () => 0)];
  const starts: number[][] = [Array.from({ length: text.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= name.length; i += 1) {
    const row = [i];
    const begun = [0];
    for (let j = 1; j <= text.length; j += 1) {
      const [cost, start] = cheapest(costs, starts, row, begun, name, text, i, j);
      row.push(cost);
      begun.push(start);
    }
    costs.push(row);
    starts.push(begun);
  }
  const last = costs[name.length] ?? [];
  const to = last.indexOf(Math.min(...last));
  return { cost: last[to] ?? name.length, from: cell(starts, name.length, to), to };
}

function cheapest(
  costs: readonly number[][],
  starts: readonly number[][],
  row: readonly number[],
  begun: readonly number[],
  name: readonly Sounded[],
  text: readonly Sounded[],
  i: number,
  j: number,
): [cost: number, start: number] {
  const ways: [number, number][] = [
    [cell(costs, i - 1, j - 1) + costOf(name[i - 1], text[j - 1]), cell(starts, i - 1, j - 1)],
    [cell(costs, i - 1, j) + 1, cell(starts, i - 1, j)],
    [(row[j - 1] ?? 0) + 1, begun[j - 1] ?? 0],
  ];
  if (i > 1 && j > 1) {
    const swapped = costOf(name[i - 1], text[j - 2]) + costOf(name[i - 2], text[j - 1]);
    if (swapped === 0) ways.push([cell(costs, i - 2, j - 2) + 0.5, cell(starts, i - 2, j - 2)]);
  }
  return ways.reduce((best, way) => (way[0] < best[0] ? way : best));
}

const costOf = (a: Sounded | undefined, b: Sounded | undefined): number =>
  a === undefined || b === undefined ? 1 : substitutionCost(a, b);

const cell = (rows: readonly number[][], row: number, column: number): number => rows[row]?.[column] ?? 0;
