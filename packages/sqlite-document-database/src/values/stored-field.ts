import { revive } from './ejson';
import type { Value } from './value';

/**
 * One field of a stored document, without parsing the rest: embedded documents, arrays and strings before it are
 * skipped.
 * @param text canonical Extended JSON as `stringifyEjson` writes it: no white space
 * @returns undefined when the document has no such field
 */
export function readStoredField(text: string, name: string): Value | undefined {
  const wanted = `${JSON.stringify(name)}:`;
  // A search for the name finds a missing field faster than a look at each field. The quote is left out, because it is
  // everywhere.
  if (!text.includes(wanted.slice(1))) return undefined;
  // Starts after the brace, and then after each comma.
  for (let at = 1; text.charCodeAt(at) === quote; at++) {
    if (text.startsWith(wanted, at)) {
      const from = at + wanted.length;
      return readStoredValue(text, from, valueEnd(text, from));
    }
    at = valueEnd(text, stringEnd(text, at) + 1);
  }
  return undefined;
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/** The end of the string that begins at `at`, past its closing quote. */
export function stringEnd(text: string, at: number): number {
  let end = at;
  while (true) {
    end = text.indexOf('"', end + 1);
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === backslash) slashes++;
    if (slashes % 2 === 0) return end + 1;
  }
}

/** The end of the value that begins at `from`. */
export function valueEnd(text: string, from: number): number {
  if (text.charCodeAt(from) === quote) return stringEnd(text, from);
  let depth = 0;
  for (let at = from; ; at++) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = stringEnd(text, at) - 1;
        break;
      case openBrace:
      case openBracket:
        depth++;
        break;
      case closeBrace:
      case closeBracket:
        if (depth === 0) return at;
        depth--;
        if (depth === 0) return at + 1;
        break;
      case comma:
        if (depth === 0) return at;
    }
  }
}

/** Parses the value from `from` up to `to`. */
export function readStoredValue(text: string, from: number, to: number): Value {
  // Numbers and plain strings are the most common and need no parser.
  if (text.charCodeAt(from) === quote) {
    const inner = text.slice(from + 1, to - 1);
    if (!inner.includes('\\')) return inner;
  }
  for (const marker of numbers)
    if (text.startsWith(marker, from)) {
      const number = Number(text.slice(from + marker.length, to - 2));
      if (marker !== long || Number.isSafeInteger(number)) return number;
    }
  return revive(JSON.parse(text.slice(from, to)), 0);
}

const long = '{"$numberLong":"';
const numbers = ['{"$numberInt":"', '{"$numberDouble":"', long];
