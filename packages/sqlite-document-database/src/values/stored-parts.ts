import { quotedName, stringifyEjson } from './ejson';
import { readStoredValue, stringEnd, valueEnd } from './stored-field';
import { setField, type Document } from './value';

/** The place of a top-level field in a stored text: its name from `at`, its value from `from` up to `to`. */
export interface StoredPart {
  name: string;
  at: number;
  from: number;
  to: number;
}

/** The places of the given top-level fields that the text has, in its order. */
export function findStoredParts(text: string, names: readonly string[]): StoredPart[] {
  const parts: StoredPart[] = [];
  const nameAt = names.length > fewRows ? amongMany(text, names) : amongFew(text, names);
  // Starts after the brace, and then after each comma.
  for (let at = 1; parts.length < names.length && text.charCodeAt(at) === quote;) {
    const name = nameAt(at);
    const from = (name === undefined ? stringEnd(text, at) : at + quotedName(name).length) + 1;
    const to = valueEnd(text, from);
    if (name !== undefined) parts.push({ name, at, from, to });
    at = to + 1;
  }
  return parts;
}

/** Up to this many names are found faster one by one than with a map. */
const fewRows = 8;

function amongFew(text: string, names: readonly string[]): (at: number) => string | undefined {
  return (at) => names.find((name) => text.startsWith(quotedName(name), at));
}

function amongMany(text: string, names: readonly string[]): (at: number) => string | undefined {
  const byQuoted = new Map(names.map((name) => [JSON.stringify(name), name]));
  return (at) => byQuoted.get(text.slice(at, stringEnd(text, at)));
}

/** Finds the value at a dotted path; undefined when it is missing or when anything but documents lies on the way. */
export function findStoredPath(
  text: string,
  path: readonly string[],
): { from: number; to: number } | undefined {
  let from = 0;
  for (const name of path) {
    if (text.charCodeAt(from) !== brace) return undefined;
    const quoted = quotedName(name);
    let at = from + 1;
    while (text.charCodeAt(at) === quote && !text.startsWith(quoted, at))
      at = valueEnd(text, stringEnd(text, at) + 1) + 1;
    if (text.charCodeAt(at) !== quote) return undefined;
    from = at + quoted.length + 1;
  }
  return { from, to: valueEnd(text, from) };
}

/**
 * The stored values of some top-level fields, each in its slot; a slot stays empty when the text has no such field.
 * @param slots by the names in quotes
 */
export function storedTexts(text: string, slots: ReadonlyMap<string, number>): (string | undefined)[] {
  const found = new Array<string | undefined>(slots.size);
  for (let at = 1, left = slots.size; left > 0 && text.charCodeAt(at) === quote;) {
    const from = stringEnd(text, at) + 1;
    const to = valueEnd(text, from);
    const slot = slots.get(text.slice(at, from - 1));
    if (slot !== undefined) {
      found[slot] = text.slice(from, to);
      left--;
    }
    at = to + 1;
  }
  return found;
}

const quote = 0x22;
const brace = 0x7b;

/** A document of only those fields, freshly parsed. */
export function readStoredParts(text: string, parts: readonly StoredPart[]): Document {
  const document: Document = {};
  for (const { name, from, to } of parts) setField(document, name, readStoredValue(text, from, to));
  return document;
}

/**
 * Replaces fields of the text by those of `fields`: changed ones in place, missing ones removed, new ones added at the
 * end.
 * @param names the fields to look at
 * @param parts the places of those that the text has, in its order
 * @returns also the names of the changed fields; the same text when there are none
 */
export function spliceStored(
  text: string,
  names: readonly string[],
  parts: readonly StoredPart[],
  fields: Document,
): { text: string; changed: string[] } {
  const changed: string[] = [];
  let spliced = '';
  let copied = 0;
  for (const { name, at, from, to } of parts) {
    if (!Object.hasOwn(fields, name)) {
      // Removes the comma before the field. The first field has a brace there instead; the comma after it is removed
      // with `{,` below.
      spliced += text.slice(copied, at === 1 ? at : at - 1);
      copied = to;
      changed.push(name);
      continue;
    }
    const value = stringifyEjson(fields[name] ?? null);
    if (value.length === to - from && text.startsWith(value, from)) continue;
    spliced += text.slice(copied, from) + value;
    copied = to;
    changed.push(name);
  }
  let added = '';
  const present = new Set(parts.map((part) => part.name));
  for (const name of names) {
    if (!Object.hasOwn(fields, name) || present.has(name)) continue;
    added += `,${quotedName(name)}:${stringifyEjson(fields[name] ?? null)}`;
    changed.push(name);
  }
  if (changed.length === 0) return { text, changed };
  spliced += text.slice(copied, text.length - 1) + added + '}';
  return { text: spliced.startsWith('{,') ? `{${spliced.slice(2)}` : spliced, changed };
}
