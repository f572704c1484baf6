import { pinyinTable } from './pinyin-table';

let sounds: ReadonlyMap<string, string> | undefined;

/**
 * The usual reading of a simplified character, without tone: 绿 is lv. Undefined for anything that is not such a
 * character.
 */
export function syllableOf(character: string): string | undefined {
  sounds ??= new Map(
    Object.entries(pinyinTable).flatMap(([syllable, characters]) =>
      [...characters].map((sounded): [string, string] => [sounded, syllable]),
    ),
  );
  return sounds.get(character);
}
