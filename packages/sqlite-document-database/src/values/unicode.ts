/** Whether a JSON text, written with escapes or without, holds half of a surrogate pair. */
export function holdsLoneSurrogate(json: string): boolean {
  if (!json.isWellFormed()) return true;
  if (!surrogateEscape.test(json)) return false;
  // Outside an escape every backslash of a JSON text begins one, so reading from the left finds each escape for certain.
  for (const [escape] of json.matchAll(escapes)) if (escape.length === lone) return true;
  return false;
}

const surrogateEscape = /\\ud[89a-f]/i;
/** A pair, a lone half, or any other escape. */
const escapes = /\\ud[89ab]..\\ud[c-f]..|\\ud[89a-f]..|\\./gi;
const lone = '\\ud800'.length;
