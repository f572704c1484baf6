/** Whether a JSON text, written with escapes or without, holds half of a surrogate pair. */
export function holdsLoneSurrogate(json: string): boolean {
  if (!json.isWellFormed()) return true;
  if (!SURROGATE_ESCAPE.test(json)) return false;
  // Outside an escape every backslash of a JSON text begins one, so reading from the left finds each escape for certain.
  for (const [escape] of json.matchAll(ESCAPES)) if (escape.length === LONE) return true;
  return false;
}

const SURROGATE_ESCAPE = /\\ud[89a-f]/i;
/** A pair, a lone half, or any other escape. */
const ESCAPES = /\\ud[89ab]..\\ud[c-f]..|\\ud[89a-f]..|\\./gi;
const LONE = '\\ud800'.length;
