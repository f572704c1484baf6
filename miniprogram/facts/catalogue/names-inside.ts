import { withoutBoxWords } from './box-words';
import { foldName } from './fold-name';
import type { KnownName, NameIndex } from './name-index';

/** Names inside a text, and the rest of the text without them and without the words of boxes and of requests. */
export interface NamesInside {
  names: KnownName[];
  rest: string;
}

/**
 * Covers a text with names, the longest first, so that 泰诺林 is not taken for 泰诺. A short name in a long unknown word
 * does not count (六神 in 六神花露水), and a name in letters or figures ends where the letters or figures do.
 */
export function namesInside(text: string, index: NameIndex): NamesInside {
  const taken = new Array<boolean>(text.length).fill(false);
  const found: { name: KnownName; from: number }[] = [];
  for (const name of index.byLength)
    for (let from = text.indexOf(name.text); from !== -1; from = text.indexOf(name.text, from + 1)) {
      const to = from + name.text.length;
      if (name.text.length < 2 || taken.slice(from, to).some(Boolean) || !endsAtBounds(text, from, to))
        continue;
      taken.fill(true, from, to);
      found.push({ name, from });
    }
  const rest = withoutBoxWords(
    [...text].map((character, at) => (taken[at] === true ? ' ' : character)).join(''),
  );
  const isSentence = text.length > longestName;
  const names = found
    .filter(({ name }) => isSentence || name.text.length > 2 || rest.length <= 2 || isRefused(name))
    .sort((a, b) => a.from - b.from)
    .map(({ name }) => name);
  return { names, rest };
}

/** 沙星 at the end of any name shows the medicine's kind. */
const isRefused = ({ meanings }: KnownName): boolean => meanings.some(({ kind }) => kind === 'refusal');

/** Names that the words of a text in letters spell, the most words first; a word belongs to one name. */
export function namesInWords(typed: string, index: NameIndex): KnownName[] {
  const words = typed.split(/[^\da-z]+/i).filter(Boolean);
  const found: KnownName[] = [];
  for (let from = 0; from < words.length;) {
    let count = words.length - from;
    let name: KnownName | undefined;
    for (; count > 0; count -= 1) {
      name = index.names.get(foldName(words.slice(from, from + count).join('')));
      if (name !== undefined) break;
    }
    if (name !== undefined) found.push(name);
    from += Math.max(1, count);
  }
  return found;
}

/** Longer texts are sentences. */
const longestName = 9;

/** Whether the characters around a part of the text are of another script than the part's own ends. */
function endsAtBounds(text: string, from: number, to: number): boolean {
  return !runsOn(text.charAt(from - 1), text.charAt(from)) && !runsOn(text.charAt(to - 1), text.charAt(to));
}

const runsOn = (left: string, right: string): boolean =>
  (/[a-z]/.test(left) && /[a-z]/.test(right)) || (/\d/.test(left) && /\d/.test(right));
