import { maxDocumentBytes } from '../../limits';
import { badValue, valueTooLarge } from '../../refusals';
import type { Value } from '../../values/value';
import { toText } from './conversion';
import { isNumeric, toNumber } from './number';
import {
  countOf,
  integerOf,
  positionsOf,
  isGivenNone,
  isNone,
  nullFirst,
  shown,
  stringOf,
  taking,
  takingAll,
  type Maybe,
  type NamedOperator,
  type ValueOperator,
} from './operator';
import { regularExpressions } from './regular-expressions';

/**
 * Operators on text.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/#string-expression-operators
 */
export const strings: Record<string, ValueOperator> = {
  $concat: takingAll((values) => {
    let text = '';
    for (const value of values) {
      if (isNone(value)) return null;
      if (typeof value !== 'string') throw badValue(`$concat only supports strings, not ${shown(value)}`);
      text += value;
      if (text.length > maxDocumentBytes) throw valueTooLarge();
    }
    return text;
  }),
  $toUpper: taking((value) => changeLetters(coerced('$toUpper', value), (text) => text.toUpperCase()), 1),
  $toLower: taking((value) => changeLetters(coerced('$toLower', value), (text) => text.toLowerCase()), 1),
  $strcasecmp: taking((a, b) => {
    const [x, y] = [a, b].map((value) =>
      Buffer.from(changeLetters(coerced('$strcasecmp', value), (text) => text.toUpperCase())),
    ) as [Buffer, Buffer];
    return Buffer.compare(x, y);
  }, 2),
  $strLenCP: taking((value) => characters(stringOf('$strLenCP', value)).length, 1),
  $strLenBytes: taking((value) => Buffer.byteLength(stringOf('$strLenBytes', value)), 1),
  $substrCP: taking((value, start, length) => {
    const [from, count] = [countOf('$substrCP', start), countOf('$substrCP', length)];
    return characters(coerced('$substrCP', value))
      .slice(from, from + count)
      .join('');
  }, 3),
  $substrBytes: taking(substrBytes, 3),
  $substr: taking(substrBytes, 3),
  $indexOfCP: indexIn('$indexOfCP', characters),
  $indexOfBytes: indexIn('$indexOfBytes', (text) => [...Buffer.from(text)]),
  $split: taking((text, separator) => {
    if (isNone(text) || isNone(separator)) return null;
    const at = stringOf('$split', separator);
    if (at === '') throw badValue('$split requires a non-empty separator');
    return stringOf('$split', text).split(at);
  }, 2),
};

/** Operators on text that take their arguments by name. */
export const namedStrings: Record<string, NamedOperator> = {
  ...regularExpressions,
  $trim: trimming('$trim', true, true),
  $ltrim: trimming('$ltrim', true, false),
  $rtrim: trimming('$rtrim', false, true),
  $replaceOne: replacing('$replaceOne', (text, find, by) => {
    const at = text.indexOf(find);
    return at < 0 ? text : text.slice(0, at) + by + text.slice(at + find.length);
  }),
  $replaceAll: replacing('$replaceAll', (text, find, by) => text.split(find).join(by)),
};

/** The code points of a text, which MongoDB counts as its characters. */
function characters(text: string): string[] {
  return [...text];
}

/** A value as text: numbers and dates are written out, null and missing become the empty string. */
function coerced(operator: string, value: Maybe): string {
  if (isNone(value)) return '';
  if (typeof value === 'boolean') throw badValue(`${operator} cannot convert from bool to string`);
  return toText(value);
}

/** Changes the case of ASCII letters only; MongoDB does not define it for others. */
function changeLetters(text: string, change: (letters: string) => string): string {
  return text.replace(/[a-zA-Z]+/g, change);
}

/** A negative length means the rest of the text. */
function substrBytes(value: Maybe, start: Maybe, length: Maybe): string {
  const from = cut('$substrBytes', start);
  const count = cut('$substrBytes', length);
  const bytes = Buffer.from(coerced('$substrBytes', value));
  if (from < 0) return '';
  const part = bytes.subarray(from, count < 0 ? undefined : from + count);
  const text = part.toString();
  if (Buffer.byteLength(text) !== part.length || (text.includes('\ufffd') && !Buffer.from(text).equals(part)))
    throw badValue('$substrBytes: Invalid range, starting or ending in the middle of a UTF-8 character');
  return text;
}

/** A number without its fraction. @throws PlatformError for values that are no numbers */
function cut(operator: string, value: Maybe): number {
  if (!isNumeric(value)) throw badValue(`${operator} requires numbers, found: ${shown(value)}`);
  return integerOf(operator, Math.trunc(toNumber(value)));
}

function indexIn<Unit>(operator: string, unitsOf: (text: string) => Unit[]): ValueOperator {
  return taking(
    nullFirst((text, part, ...range) => {
      const [start = 0, end] = positionsOf(operator, range);
      const [units, wanted] = [unitsOf(stringOf(operator, text)), unitsOf(stringOf(operator, part))];
      const from = start;
      const to = Math.min(units.length, end ?? Infinity);
      for (let at = from; at + wanted.length <= to; at++)
        if (wanted.every((unit, i) => units[at + i] === unit)) return at;
      return -1;
    }),
    2,
    4,
  );
}

/**
 * The characters that MongoDB trims as white space.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/trim/
 */
const space = new Set(
  '\0 \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a',
);

function trimming(operator: string, left: boolean, right: boolean): NamedOperator {
  return {
    required: ['input'],
    optional: ['chars'],
    compute(options) {
      const { input, chars } = options;
      if (isNone(input)) return null;
      const units = characters(stringOf(operator, input));
      if (isGivenNone(options, 'chars')) return null;
      const away = chars === undefined ? space : new Set(characters(stringOf(operator, chars)));
      let [from, to] = [0, units.length];
      while (left && from < to && away.has(units[from] as string)) from++;
      while (right && from < to && away.has(units[to - 1] as string)) to--;
      return units.slice(from, to).join('');
    },
  };
}

function replacing(
  operator: string,
  replace: (text: string, find: string, by: string) => string,
): NamedOperator {
  return {
    required: ['input', 'find', 'replacement'],
    optional: [],
    compute({ input, find, replacement }): Value {
      const parts = [input, find, replacement].map((part) =>
        isNone(part) ? null : stringOf(operator, part),
      );
      const [text, wanted, by] = parts;
      if (typeof text !== 'string' || typeof wanted !== 'string' || typeof by !== 'string') return null;
      return replace(text, wanted, by);
    },
  };
}
