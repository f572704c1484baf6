/**
 * A table of sounds and their weights in one text: a slot has three characters, two that mark the sound and its weight. A
 * sound is in one of the slots that it may have; the mark tells it from other sounds. Nothing is unpacked at the start.
 */
export const slots = 2 ** 17;

/** The slots that a sound may have, the first first. */
const tries = 6;
const empty = ' ';

/** The weights that a character can say, in steps, are from minus this to this. */
export const mostSteps = 42;

/** Characters from `(` to `~` without the backslash, which a string would have to escape. */
const first = 40;
const backslash = 92;
const signs = 86;

const characterOf = (sign: number): string =>
  String.fromCharCode(sign + first < backslash ? sign + first : sign + first + 1);
const signOf = (code: number): number => (code < backslash ? code - first : code - first - 1);

/** FNV-1a. */
function hashOf(sound: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < sound.length; at++) hash = Math.imul(hash ^ sound.charCodeAt(at), 0x01000193);
  // Mixed, because the slot is the low bits and the mark the high ones.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const markOf = (hash: number): string => {
  const rest = Math.floor(hash / slots);
  return characterOf(rest % signs) + characterOf(Math.floor(rest / signs) % signs);
};

/** The weight of a sound in steps, if the table has it. */
export function stepsIn(table: string, sound: string): number | undefined {
  const hash = hashOf(sound);
  const mark = markOf(hash);
  for (let attempt = 0; attempt < tries; attempt++) {
    const at = ((hash + attempt) % slots) * 3;
    if (table.startsWith(mark, at)) return signOf(table.charCodeAt(at + 2)) - mostSteps;
    if (table.startsWith(empty, at)) return undefined;
  }
  return undefined;
}

/** The table of these sounds, the most important first: a sound whose slots are taken is left out. */
export function tableOf(sounds: Iterable<readonly [sound: string, steps: number]>): string {
  const table = new Array<string>(slots).fill(empty.repeat(3));
  for (const [sound, steps] of sounds) {
    const hash = hashOf(sound);
    const mark = markOf(hash);
    for (let attempt = 0; attempt < tries; attempt++) {
      const at = (hash + attempt) % slots;
      const taken = table[at] ?? '';
      if (taken.startsWith(mark)) break;
      if (!taken.startsWith(empty)) continue;
      const kept = Math.max(-mostSteps, Math.min(mostSteps, steps));
      table[at] = mark + characterOf(kept + mostSteps);
      break;
    }
  }
  return table.join('');
}
