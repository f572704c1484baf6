import { isNone, refuse, undecided, wholeOf, type Maybe, type OfValues } from './naive-kinds';
import { naiveText } from './naive-conversions';

/** `$concat` and the other operators on text. Positions count characters (names with CP) or bytes of UTF-8. */
export const naiveStrings: Record<string, OfValues> = {
  $concat(values) {
    let text = '';
    for (const value of values) {
      if (isNone(value)) return null;
      text += textOnly(value);
    }
    return text;
  },
  $toUpper: ([value]) => ascii(coerced(value), (letters) => letters.toUpperCase()),
  $toLower: ([value]) => ascii(coerced(value), (letters) => letters.toLowerCase()),
  $strcasecmp([a, b]) {
    const [x, y] = [a, b].map((value) => Buffer.from(ascii(coerced(value), (text) => text.toUpperCase())));
    return Buffer.compare(x as Buffer, y as Buffer);
  },
  $strLenCP: ([value]) => [...textOnly(value)].length,
  $strLenBytes: ([value]) => Buffer.byteLength(textOnly(value)),
  $substrCP([value, start, length]) {
    const [from, count] = [wholeOf(start), wholeOf(length)];
    const text = coerced(value);
    if (from < 0 || count < 0) refuse('negative');
    return [...text].slice(from, from + count).join('');
  },
  $substr: (values) => naiveStrings.$substrBytes?.(values, {}),
  $substrBytes([value, start, length]) {
    const [from, count] = [wholeOf(start), wholeOf(length)];
    const bytes = Buffer.from(coerced(value));
    if (from < 0) undecided('the versions differ');
    const part = bytes.subarray(from, count < 0 ? undefined : from + count);
    return Buffer.from(part.toString()).equals(part) ? part.toString() : refuse('within a character');
  },
  $indexOfCP: indexIn((text) => [...text]),
  $indexOfBytes: indexIn((text) => [...Buffer.from(text)].map(String)),
  $split([text, separator]) {
    if (isNone(text) || isNone(separator)) return null;
    const [whole, at] = [textOnly(text), textOnly(separator)];
    return at === '' ? refuse('empty') : whole.split(at);
  },
  $trim: trimmed(true, true),
  $ltrim: trimmed(true, false),
  $rtrim: trimmed(false, true),
  $replaceOne: replaced((text, find, by) => {
    const at = text.indexOf(find);
    return at < 0 ? text : text.slice(0, at) + by + text.slice(at + find.length);
  }),
  $replaceAll: replaced((text, find, by) => text.split(find).join(by)),
};

function textOnly(value: Maybe): string {
  return typeof value === 'string' ? value : refuse('not a string');
}

/** A value as text: numbers and dates are written out, null and missing become the empty string. */
function coerced(value: Maybe): string {
  if (isNone(value)) return '';
  return typeof value === 'boolean' ? refuse('no string') : naiveText(value);
}

function ascii(text: string, change: (letters: string) => string): string {
  return text.replace(/[a-zA-Z]+/g, change);
}

function indexIn(unitsOf: (text: string) => string[]): OfValues {
  return ([text, part, start, end]) => {
    if (isNone(text)) return null;
    const [units, wanted] = [unitsOf(textOnly(text)), unitsOf(textOnly(part))];
    const from = start === undefined ? 0 : wholeOf(start);
    const to = end === undefined ? units.length : wholeOf(end);
    if (from < 0 || to < 0) refuse('negative');
    for (let at = from; at + wanted.length <= Math.min(to, units.length); at++)
      if (wanted.every((unit, i) => units[at + i] === unit)) return at;
    return -1;
  };
}

/** The characters that the manual lists as white space. */
const space = [
  ...'\0 \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a',
];

function trimmed(left: boolean, right: boolean): OfValues {
  return (values, options) => {
    const { input, chars } = options;
    if (isNone(input)) return null;
    const units = [...textOnly(input)];
    if ('chars' in options && isNone(chars)) return null;
    const away = chars === undefined ? space : [...textOnly(chars)];
    while (left && units.length > 0 && away.includes(units[0] as string)) units.shift();
    while (right && units.length > 0 && away.includes(units.at(-1) as string)) units.pop();
    return units.join('');
  };
}

function replaced(replace: (text: string, find: string, by: string) => string): OfValues {
  return (values, { input, find, replacement }) => {
    const parts = [input, find, replacement];
    for (const part of parts) if (!isNone(part)) textOnly(part);
    if (parts.some(isNone)) return null;
    if (find === '') undecided('an empty find');
    return replace(input as string, find as string, replacement as string);
  };
}
