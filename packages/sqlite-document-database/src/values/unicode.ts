/** Whether a JSON text contains half of a surrogate pair, written with escapes or without. */
export function holdsLoneSurrogate(json: string): boolean {
  if (!json.isWellFormed()) return true;
  if (!surrogateEscape.test(json)) return false;
  // Outside an escape every backslash of a JSON text begins one, so reading from the left finds each escape for certain.
  for (const [escape] of json.matchAll(escapes)) if (escape.length === lone) return true;
  return false;
}

const surrogateEscape = /\\ud[89a-f]/i;
/** Matches a pair, a lone half, or any other escape. */
const escapes = /\\ud[89ab]..\\ud[c-f]..|\\ud[89a-f]..|\\./gi;
const lone = '\\ud800'.length;
