import { bySound } from './character-tables';
import type { NoteContext } from './finding';
import { fold } from './normalise';

export interface RefusedName {
  name: string;
  heardName: string;
  reason: string;
}

const prepared = new WeakMap<NoteContext['refusals'], readonly RefusedName[]>();

/** Every refused name in its compared form; the longest first, so that 头孢克肟 is found before 头孢. */
export function namesOf(refusals: NoteContext['refusals']): readonly RefusedName[] {
  const known = prepared.get(refusals);
  if (known) return known;
  const names = refusals
    .flatMap(({ names, reason }) =>
      names.map((name) => ({ name, heardName: bySound(fold(name, 'dropped').text), reason })),
    )
    .sort((one, other) => other.heardName.length - one.heardName.length);
  prepared.set(refusals, names);
  return names;
}

/** A text without the marks that may split a name, and the original position of each character. */
export interface Heard {
  text: string;
  at: readonly number[];
}

export function spelledTogether(text: string): Heard {
  const at = [...text].flatMap((character, index) => (/[，、/\-:+]/.test(character) ? [] : [index]));
  return { text: at.map((index) => text.charAt(index)).join(''), at };
}

/** The position of a name: the characters of a short one must be adjacent, a longer one may contain a mark. */
export function mentionsOf(name: string, { text, at }: Heard): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const spelling of [name, ...(spellings.get(name) ?? [])])
    for (let index = text.indexOf(spelling); index !== -1; index = text.indexOf(spelling, index + 1)) {
      const from = at[index] ?? 0;
      const to = (at[index + spelling.length - 1] ?? 0) + 1;
      if (spelling.length > 2 || to - from <= 3) found.push({ from, to });
    }
  return found;
}

/** Spellings meant to escape a list, each under the name that it means, both by sound. */
const spellings: ReadonlyMap<string, readonly string[]> = new Map(
  (
    [
      ['头孢', ['toubao', '头bao', 'tou孢', '投孢', '头饱']],
      ['阿莫西林', ['amoxilin', 'amoxicillin', '阿莫']],
      ['奥司他韦', ['aositawei', '奥司他', '奥司', '可威']],
      ['罗红霉素', ['罗红']],
      ['左氧氟沙星', ['左氧']],
      ['地塞米松', ['地米片', '地米针', '激素片']],
      ['地西泮', ['硝安定', '安定片', '安定几片', '安定一']],
      ['佐匹克隆', ['思诺思']],
      ['胰岛素', ['诺和灵', '诺和锐', '优泌乐', '优泌林', '来得时', '甘舒霖', '门冬']],
      ['复方甘草片', ['复方甘草']],
      ['利托那韦', ['primovir', '辉瑞药', '辉瑞口服', '盒辉瑞', '求辉瑞', '辉瑞p', 'paxista', '印度p']],
      ['过期药', ['过期一', '过期两', '过期三', '过期几', '过期半', '过期没']],
      ['开过封的糖浆', ['开了封的糖浆', '开封过的糖浆']],
      ['安宫牛黄丸', ['安宫丸', '安宫、', '安宫一']],
      ['阿奇霉素', ['aqimeisu', '阿奇']],
      ['针剂', ['退烧针']],
      ['阿普唑仑', ['西泮', '专注达', '利他林']],
    ] as const
  ).map(([name, typed]): [string, string[]] => [bySound(name), typed.map(bySound)]),
);
