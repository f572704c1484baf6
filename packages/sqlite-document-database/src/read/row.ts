import type { Condition } from '../query/condition';
import { compileFor } from '../query/matcher';
import { parseEjson } from '../values/ejson';
import { readStoredField } from '../values/stored-field';
import type { Document, Value } from '../values/value';
import type { KeptText } from './text-cache';

/** A found document, parsed only when a caller needs all of it. */
export interface Row extends KeptText {
  rid: number;
  /** The distance, when the query has `$near`. */
  meters?: number;
  parsed?: Document;
  /** Keeps the fields that were read from the text; without it the row keeps them. */
  kept?: KeptText;
}

export function documentOf(row: Row): Document {
  row.parsed ??= parseEjson(row.text) as Document;
  return row.parsed;
}

/** A top-level field; undefined when it is missing. */
export function fieldOf(row: Row, name: string): Value | undefined {
  const { parsed } = row;
  if (parsed) return Object.hasOwn(parsed, name) ? parsed[name] : undefined;
  const keeper = row.kept ?? row;
  const known = (keeper.fields ??= new Map<string, Value | undefined>());
  const value = known.get(name);
  if (value !== undefined || known.has(name)) return value;
  const read = readStoredField(row.text, name);
  if (typeof read !== 'object' || read === null) known.set(name, read);
  return read;
}

/** Whether the document has no such top-level field. */
export function lacksField(row: Row, name: string): boolean {
  const keeper = row.kept ?? row;
  if (keeper.lacks === name) return true;
  if (row.parsed ? Object.hasOwn(row.parsed, name) : readStoredField(row.text, name) !== undefined)
    return false;
  keeper.lacks = name;
  return true;
}

export type RowTest = (row: Row) => boolean;

/** A top-level field that is not stored, such as a distance. */
export interface ComputedField {
  name: string;
  of(row: Row): Value | undefined;
  /** The document including that field. */
  document(row: Row): Document;
}

/**
 * Compiles a condition to a test that parses only the fields of a document that the condition reads.
 * @param computed a field that rows have besides the stored ones
 */
export function compileRowTest(condition: Condition, computed?: ComputedField): RowTest {
  if (!computed) return compileFor(condition, stored);
  return compileFor(condition, {
    field: (row, name) => (name === computed.name ? computed.of(row) : fieldOf(row, name)),
    document: (row) => computed.document(row),
  });
}

const stored = { field: fieldOf, document: documentOf };
