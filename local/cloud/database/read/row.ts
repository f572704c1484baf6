import type { Condition } from '../query/condition';
import { compileFor } from '../query/matcher';
import { parseEjson } from '../values/ejson';
import { readStoredField } from '../values/stored-field';
import type { Document, Value } from '../values/value';

/** A document found, parsed when somebody looks into all of it. */
export interface Row {
  rid: number;
  /** Canonical Extended JSON. */
  text: string;
  /** Distance, from a `$near`. */
  meters?: number;
  parsed?: Document;
  /** Fields read already. */
  fields?: KnownFields;
}

/** Top-level fields of a document that were asked for before: scalars only, undefined for missing ones. */
export type KnownFields = Map<string, Value | undefined>;

export function documentOf(row: Row): Document {
  row.parsed ??= parseEjson(row.text) as Document;
  return row.parsed;
}

/** A top-level field; undefined when it is missing. */
export function fieldOf(row: Row, name: string): Value | undefined {
  const { parsed } = row;
  if (parsed) return Object.hasOwn(parsed, name) ? parsed[name] : undefined;
  const known = (row.fields ??= new Map());
  const value = known.get(name);
  if (value !== undefined || known.has(name)) return value;
  const read = readStoredField(row.text, name);
  if (typeof read !== 'object' || read === null) known.set(name, read);
  return read;
}

export type RowTest = (row: Row) => boolean;

/** A top-level field that is not stored, such as a distance. */
export interface ComputedField {
  name: string;
  of(row: Row): Value | undefined;
  /** The document with it. */
  document(row: Row): Document;
}

/**
 * Compiles a condition to a test that parses no more of a document than the condition looks at.
 * @param computed a field that rows have beside those stored
 */
export function compileRowTest(condition: Condition, computed?: ComputedField): RowTest {
  if (!computed) return compileFor(condition, STORED);
  return compileFor(condition, {
    field: (row, name) => (name === computed.name ? computed.of(row) : fieldOf(row, name)),
    document: (row) => computed.document(row),
  });
}

const STORED = { field: fieldOf, document: documentOf };
