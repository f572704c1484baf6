import type { Value } from './value';

/** Most characters of a value that an error message shows. */
const shownCharacters = 80;

/** A value as error messages show it: plain JSON, with what JSON does not know written out. */
export function shown(value: Value | undefined): string {
  if (value === undefined) return 'missing';
  return JSON.stringify(value, writtenOut).slice(0, shownCharacters);
}

function writtenOut(_name: string, part: unknown): unknown {
  const known =
    typeof part !== 'bigint' &&
    !(part instanceof RegExp) &&
    !(typeof part === 'number' && !Number.isFinite(part));
  return known ? part : String(part);
}
