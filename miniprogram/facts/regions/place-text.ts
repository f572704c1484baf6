import { packedSimplified } from './packed-simplified';

/**
 * Typed or pasted text in the form in which names are compared: simplified, half width, lower case, without blanks and
 * marks.
 */
export interface PlaceText {
  text: string;
  /** Indices in `text` after a blank, a mark or the end of a number, where a place's name may begin. */
  starts: readonly number[];
}

export function foldPlace(typed: string): PlaceText {
  let text = '';
  const starts = new Set([0]);
  for (const character of typed.normalize('NFKC').slice(0, longestText).toLowerCase()) {
    if (!/[\p{L}\p{N}]/u.test(character)) starts.add(text.length);
    else {
      if (/[a-z\d]$/.test(text) && !/[a-z\d]/.test(character)) starts.add(text.length);
      text += simplified().get(character) ?? character;
    }
  }
  return { text, starts: [...starts].filter((start) => start < text.length) };
}

/** No address names its district later than this, while a pasted text may have any length. */
const longestText = 300;

let simplifiedOnce: ReadonlyMap<string, string> | undefined;

function simplified(): ReadonlyMap<string, string> {
  simplifiedOnce ??= new Map(
    (packedSimplified.match(/../g) ?? []).map((pair) => [pair.charAt(0), pair.charAt(1)]),
  );
  return simplifiedOnce;
}
