import { lookalikes, pictures, simplified, takenApart } from './character-tables';

/**
 * A note in the form that the rules read: compatibility forms resolved, simplified, lower case, without invisible
 * marks, blanks, emoji and decoration. Every character keeps its position in the typed text.
 */
export interface FoldedText {
  text: string;
  /** For each folded character, its UTF-16 range in the original. */
  starts: readonly number[];
  ends: readonly number[];
  /** Indices of folded characters before which a blank or decoration was omitted. */
  gaps: ReadonlySet<number>;
}

/** `meant`: a picture becomes its word. `dropped`: it is decoration between characters. */
export type Pictures = 'meant' | 'dropped';

/** Whether the two readings of pictures may differ. */
export const hasPictures = (text: string): boolean => /[\u2100-\u2bff\u{1f000}-\u{1faff}]/u.test(text);

export function fold(text: string, pictured: Pictures): FoldedText {
  const pieces = putTogether(joinSpelledOut(withoutDecoration(withFigures(unfolded(text, pictured)))));
  const gaps = new Set<number>();
  const kept = pieces.filter((piece) => piece.character !== '');
  let index = 0;
  for (const piece of pieces)
    if (piece.character === '') gaps.add(index);
    else index++;
  return {
    text: kept.map((piece) => piece.character).join(''),
    starts: kept.map((piece) => piece.start),
    ends: kept.map((piece) => piece.end),
    gaps,
  };
}

/** The comma that every mark at a clause's end becomes. */
export const clauseEnd = '，';

/** One folded UTF-16 unit and the range that it came from; an empty character is a gap. */
interface Piece {
  character: string;
  start: number;
  end: number;
}

const invisible = /^[\p{Cc}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}]$/u;
const clauseMark = /^[,!?;。]$/;
const keptMark = /^[+#@¥$%:、]$/;
/** Kept between characters that they connect: 39.4, 3-2-1201, 0.3g*24, t.cn, a_b. */
const joiningMark = /^[.\-~*_/]$/;
/** Characters that may be next to a slash outside a word: 元/粒. */
const measure = /^[元块圆钱粒片颗盒板支瓶袋包个份套只罐条]$/;
/** A word in a frame, such as 🈳: decoration to some people, a word to others. */
const framed = /^[\u{1f200}-\u{1f251}]$/u;
const wordCharacter = /^[\p{L}\p{N}]$/u;
const figure = /^\d$/;
/** An asterisk separates letters; between figures it multiplies. */
const letter = /[a-z]{2}/;
const asciiWord = /^[a-z0-9]$/;

function unfolded(text: string, pictured: Pictures): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const symbol of text) {
    const end = start + symbol.length;
    const units = unitsOf(symbol, pictured);
    for (const character of units) pieces.push({ character, start, end });
    // An invisible mark belongs to the preceding character, so that both are removed together.
    const last = pieces.at(-1);
    if (units.length === 0 && last) last.end = end;
    start = end;
  }
  return pieces;
}

function unitsOf(symbol: string, pictured: Pictures): string[] {
  if (symbol >= '\u4e00' && symbol <= '\u9fff')
    return [lookalikes.get(symbol) ?? simplified.get(symbol) ?? symbol];
  if (/^[\n\r\u2028\u2029…⋯]$/.test(symbol)) return [clauseEnd];
  const picture = pictures.get(symbol) ?? (framed.test(symbol) ? symbol.normalize('NFKD') : undefined);
  if (picture !== undefined) return pictured === 'meant' ? [...picture] : [''];
  if (invisible.test(symbol) && symbol !== '\t') return [];
  const alike = lookalikes.get(symbol) ?? symbol;
  return [...alike.normalize('NFKD').toLowerCase()].flatMap((character) => {
    if (invisible.test(character) && character !== '\t') return [];
    const plain = lookalikes.get(character) ?? simplified.get(character) ?? character;
    if (clauseMark.test(plain)) return [clauseEnd];
    if (plain === '－' || plain === '—' || plain === '–' || plain === '−' || plain === '‐') return ['-'];
    if (plain === '￥') return ['¥'];
    if (plain === '×' || plain === '✕') return ['*'];
    if (plain.length > 1 || wordCharacter.test(plain) || keptMark.test(plain) || joiningMark.test(plain))
      return plain.length > 1 ? [''] : [plain];
    return [plain === ' ' || plain === '\t' ? ' ' : ''];
  });
}

/** Drops blanks and joining marks that join nothing; a blank between two figures stays, so that they stay two numbers. */
function withoutDecoration(pieces: Piece[]): Piece[] {
  return pieces.map((piece, index) => {
    const { character } = piece;
    if (character !== ' ' && !joiningMark.test(character)) return piece;
    const before = neighbour(pieces, index, -1);
    const after = neighbour(pieces, index, 1);
    const belongs =
      character === ' '
        ? figure.test(before) && figure.test(after) && pieces[index + 1]?.character !== ' '
        : (asciiWord.test(before) &&
            asciiWord.test(after) &&
            !(character === '*' && letter.test(before + after))) ||
          (character === '/' && (asciiWord.test(before) || measure.test(before) || asciiWord.test(after)));
    return belongs ? piece : { ...piece, character: '' };
  });
}

/** The nearest character that is neither blank nor decoration. */
function neighbour(pieces: readonly Piece[], index: number, step: 1 | -1): string {
  let at = index + step;
  while (pieces[at]?.character === ' ' || pieces[at]?.character === '') at += step;
  return pieces[at]?.character ?? '';
}

/** 力口 is 加: the first half becomes both, the second becomes nothing. */
function putTogether(pieces: Piece[]): Piece[] {
  const shown = pieces.filter((piece) => piece.character !== '');
  const whole = new Map<Piece, Piece>();
  const spent = new Set<Piece>();
  for (const [index, piece] of shown.entries()) {
    const second = shown[index + 1];
    const made = second && takenApart.get(piece.character + second.character);
    if (!second || made === undefined || spent.has(piece)) continue;
    whole.set(piece, { character: made, start: piece.start, end: second.end });
    spent.add(second);
  }
  return pieces.filter((piece) => !spent.has(piece)).map((piece) => whole.get(piece) ?? piece);
}

/** Letters that look like figures are figures in a number: 13O, l39, 6O元, 8 O元. */
function withFigures(pieces: Piece[]): Piece[] {
  const line = pieces.map(({ character }) => (character === '' ? ' ' : character)).join('');
  const read = [...pieces];
  for (const { 0: token, index } of line.matchAll(/\d+ +o(?![a-z])|[a-z0-9]+/g)) {
    if (!/^[0-9olis ]+$/.test(token) || !/\d/.test(token) || /^\d+s$/.test(token)) continue;
    for (let at = index; at < index + token.length; at++) {
      const piece = pieces[at];
      if (piece)
        read[at] = {
          ...piece,
          character: piece.character.replace('o', '0').replace(/[li]/, '1').replace('s', '5'),
        };
    }
  }
  return read;
}

/** A word spelled out with commas (加，微，信) is one word: a mark between two single characters joins them. */
function joinSpelledOut(pieces: Piece[]): Piece[] {
  const marks = pieces.flatMap((piece, index) =>
    piece.character === clauseEnd || piece.character === '、' ? [index] : [],
  );
  const lone = (from: number, to: number): boolean =>
    pieces.slice(from, to).filter((piece) => piece.character !== '').length === 1;
  return pieces.map((piece, index) => {
    const which = marks.indexOf(index);
    if (which === -1) return piece;
    const before = lone((marks[which - 1] ?? -1) + 1, index);
    const after = lone(index + 1, marks[which + 1] ?? pieces.length);
    const spelled = before && after && !figure.test(pieces[index - 1]?.character ?? '');
    return spelled ? { ...piece, character: '' } : piece;
  });
}
