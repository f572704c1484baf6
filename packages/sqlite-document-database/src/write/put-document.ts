import type { Index } from '../index/definition';
import { entriesOf, type Entry } from '../index/entries';
import { encodeKey, keyText } from '../index/key';
import { duplicateKey } from '../refusals';
import { saveMultikey, type Collection } from '../storage/catalogue';
import type { Memory } from '../read/memory';
import type { Sql } from '../storage/sqlite';
import { stringifyEjson } from '../values/ejson';
import type { StoredChange } from '../update/stored-update';
import { getAt } from '../update/target';
import { readStoredField } from '../values/stored-field';
import { findStoredParts, readStoredParts } from '../values/stored-parts';
import type { Document, Value } from '../values/value';
import type { Journal } from './journal';
import { validateDocument, validateSize } from './validate';

/** The targets of a write: the writing connection, the caches of the indexes, and the journal for watches. */
export interface WriteTarget {
  sql: Sql;
  memory: Memory;
  journal: Journal;
}

/** A stored document before a write. */
export interface Previous {
  rid: number;
  document: Document;
}

/** A checked write: every reason to refuse it is found before anything changes. */
export interface PreparedPut {
  collection: Collection;
  idKey: Uint8Array;
  text: string;
  /** The row that is overwritten; undefined for a new document. */
  rid: number | undefined;
  /** Whether it was made by update operators, and not written whole. */
  isUpdate: boolean;
  /** The document, or those of its fields that the indexes of `changes` read. */
  document: Document;
  changes: { index: Index; added: Entry[]; removed: Entry[] }[];
}

/**
 * Prepares writing a document, new or in place of `previous`.
 * @throws PlatformError for an invalid document; unique indexes are checked by `checkUnique`
 */
export function preparePut(
  collection: Collection,
  idKey: Uint8Array,
  document: Document,
  previous: Previous | undefined,
): PreparedPut {
  validateDocument(document);
  const text = stringifyEjson(document);
  validateSize(text);
  const changes = collection.indexes.map((index) => difference(index, document, previous?.document));
  return { collection, idKey, text, rid: previous?.rid, isUpdate: false, document, changes };
}

/** Prepares writing the result of an update to a stored document: only indexes on changed fields are examined. */
export function prepareChange(
  collection: Collection,
  { rid, text: before }: { rid: number; text: string },
  { text, changed }: StoredChange,
): PreparedPut {
  const idKey = encodeKey(readStoredField(text, '_id'));
  const indexes = collection.indexes.filter((index) =>
    index.keys.some(({ parts }) => changed.includes(parts[0] as string)),
  );
  const prepared = { collection, idKey, text, rid, isUpdate: true };
  if (indexes.length === 0) return { ...prepared, document: {}, changes: [] };
  const names = new Set(indexes.flatMap((index) => index.keys.map(({ parts }) => parts[0] as string)));
  const last = fieldsOf(before, names);
  const next = fieldsOf(text, names);
  const changes = indexes.map((index) => difference(index, next, last));
  return { ...prepared, document: next, changes };
}

/** Some of a stored document's top-level fields. */
export function fieldsOf(text: string, names: ReadonlySet<string>): Document {
  return readStoredParts(text, findStoredParts(text, [...names]));
}

/**
 * Refuses a second document with the same key in a unique index.
 * @param released row numbers whose entries do not count, because the same transaction rewrites them
 */
export function checkUnique(
  sql: Sql,
  { collection, rid: own, document, changes }: PreparedPut,
  released?: ReadonlySet<number>,
): void {
  for (const { index, added } of changes) {
    if (!index.unique) continue;
    const others = sql.prepare(`SELECT rid FROM i_${index.id} WHERE key = ?`);
    for (const { key } of added)
      for (const row of others.all(key)) {
        const rid = row.rid as number;
        if (rid !== own && !released?.has(rid)) throw duplicate(collection, index, document);
      }
  }
}

/** E11000 with the key as the platform prints it. */
export function duplicate(collection: Collection, index: Index, document: Document): Error {
  const parts = index.keys.map(({ path }) => `: ${stringifyEjson(getAt(document, path) ?? null)}`);
  return duplicateKey(collection.name, index.name, `{ ${parts.join(', ')} }`);
}

/** E11000 for an `_id` that exists already. */
export function duplicateId(collection: Collection, document: Document): Error {
  return duplicateKey(collection.name, '_id_', `{ : ${stringifyEjson(document._id as Value)} }`);
}

/**
 * Performs a prepared write. Fails only when storage does.
 * @returns the row number
 */
export function put(
  target: WriteTarget,
  { collection, idKey, text, rid: own, isUpdate, changes }: PreparedPut,
): number {
  const { sql, memory, journal } = target;
  let rid = own;
  if (journal.follows(collection))
    journal.note(collection, {
      idText: keyText(idKey),
      kind: own === undefined ? 'add' : isUpdate ? 'update' : 'replace',
      before: own === undefined ? undefined : textAt(sql, collection, own),
      after: text,
    });
  if (rid === undefined)
    rid = Number(
      sql.prepare(`INSERT INTO c_${collection.id} (id, doc) VALUES (?, ?)`).run(idKey, text).lastInsertRowid,
    );
  else {
    sql.prepare(`UPDATE c_${collection.id} SET doc = ? WHERE rid = ?`).run(text, rid);
    memory.texts.drop(collection.id, rid);
  }
  for (const { index, added, removed } of changes) {
    for (const entry of removed) dropEntry(target, index, entry, rid);
    for (const entry of added) addEntry(target, index, entry, rid);
    saveMultikey(sql, index);
  }
  return rid;
}

/** Removes a document and its entries. */
export function remove(target: WriteTarget, collection: Collection, previous: Previous): void {
  const { sql, memory, journal } = target;
  if (journal.follows(collection))
    journal.note(collection, {
      idText: keyText(encodeKey(previous.document._id)),
      kind: 'remove',
      before: textAt(sql, collection, previous.rid),
      after: undefined,
    });
  for (const index of collection.indexes)
    for (const entry of entriesOf(index, previous.document)) dropEntry(target, index, entry, previous.rid);
  memory.texts.drop(collection.id, previous.rid);
  sql.prepare(`DELETE FROM c_${collection.id} WHERE rid = ?`).run(previous.rid);
}

function textAt(sql: Sql, collection: Collection, rid: number): string | undefined {
  return sql.prepare(`SELECT doc FROM c_${collection.id} WHERE rid = ?`).get(rid)?.doc as string | undefined;
}

/** Writes one entry. */
export function addEntry({ sql, memory }: WriteTarget, index: Index, entry: Entry, rid: number): void {
  if (index.geoAt < 0)
    sql.prepare(`INSERT OR IGNORE INTO i_${index.id} (key, rid) VALUES (?, ?)`).run(entry.key, rid);
  else {
    sql
      .prepare(`INSERT OR IGNORE INTO i_${index.id} (key, rid, lng, lat) VALUES (?, ?, ?, ?)`)
      .run(entry.key, rid, entry.lng, entry.lat);
    memory.geo.added(index, entry, rid);
  }
}

function dropEntry({ sql, memory }: WriteTarget, index: Index, entry: Entry, rid: number): void {
  sql.prepare(`DELETE FROM i_${index.id} WHERE key = ? AND rid = ?`).run(entry.key, rid);
  if (index.geoAt >= 0) memory.geo.removed(index, entry, rid);
}

function difference(
  index: Index,
  document: Document,
  before: Document | undefined,
): PreparedPut['changes'][number] {
  const next = entriesOf(index, document);
  if (!before) return { index, added: next, removed: [] };
  const last = entriesOf(index, before);
  return { index, added: without(next, last), removed: without(last, next) };
}

/**
 * Entries of `a` that `b` lacks. A position may move within its cell: the key stays the same, and the stored position
 * changes.
 */
function without(entries: readonly Entry[], others: readonly Entry[]): Entry[] {
  const kept = new Map(others.map((entry) => [keyText(entry.key), entry]));
  return entries.filter((entry) => {
    const other = kept.get(keyText(entry.key));
    return other?.lng !== entry.lng || other.lat !== entry.lat;
  });
}
