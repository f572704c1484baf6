import type { Value } from './value';

/** The most characters of a value in an error message. */
const shownCharacters = 80;

/** A value for error messages: plain JSON, with types that JSON lacks written out. */
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
