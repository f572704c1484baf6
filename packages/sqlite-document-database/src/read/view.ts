import type { Sql } from '../storage/sqlite';
import type { Collection } from '../storage/catalogue';
import type { Memory } from './memory';
import type { Document } from '../values/value';
import type { Row } from './row';
import type { RowsRead } from './rows-read';
import { storedTexts } from './stored-texts';

export { documentOf, type Row } from './row';

/** The data that a read sees: the newest, or a transaction's snapshot with its own writes over it. */
export interface View {
  sql: Sql;
  /** Present only for the newest data. */
  memory?: Memory;
  /** A transaction's own writes to a collection, by the text of the id's key; null for a removed document. Transactions read by id only. */
  written?(collection: Collection): ReadonlyMap<string, Document | null> | undefined;
  log(line: string): void;
  /** Counts the documents that the operation reads; absent when the caller needs no count. */
  rows?: RowsRead;
}

/** One document by the key of its id, as stored, without a transaction's own writes. */
export function rowById(sql: Sql, collection: Collection, idKey: Uint8Array): Row | undefined {
  const row = sql.prepare(`SELECT rid, doc FROM c_${collection.id} WHERE id = ?`).get(idKey);
  return row && { rid: row.rid as number, text: row.doc as string };
}

const idBatch = 100;

/** Documents by the keys of their ids, in batches. */
export function* idRows(
  view: View,
  collection: Collection,
  idKeys: readonly Uint8Array[],
): Generator<Row[], void, void> {
  const find = view.sql.prepare(`SELECT rid FROM c_${collection.id} WHERE id = ?`);
  for (let from = 0; from < idKeys.length; from += idBatch) {
    const found = idKeys.slice(from, from + idBatch).map((idKey) => find.get(idKey));
    yield rowsByRid(
      view,
      collection,
      found.flatMap((row) => (row ? [row.rid as number] : [])),
    );
  }
}

/** Documents by row number, in the order asked for. */
export function rowsByRid(view: View, collection: Collection, rids: readonly number[]): Row[] {
  return rowsAt(view, collection, rids).filter((row) => row !== undefined);
}

/** How a long walk reads documents of which it will reject most. */
export interface InPassing {
  /** Only documents whose text contains this are wanted, so that SQLite need not copy the others. */
  literal?: string | undefined;
}

/**
 * The document of each row number; undefined for a missing or unwanted one.
 * @param passing the documents are not cached, because they would replace others that later requests need
 */
export function rowsAt(
  { sql, memory }: View,
  collection: Collection,
  rids: readonly number[],
  passing?: InPassing,
): (Row | undefined)[] {
  const cache = memory?.texts;
  const rows: (Row | undefined)[] = [];
  const missing: number[] = [];
  const places: number[] = [];
  for (const rid of rids) {
    const kept = cache?.get(collection.id, rid);
    if (!kept) {
      missing.push(rid);
      places.push(rows.length);
    }
    rows.push(kept && { rid, text: kept.text, meters: undefined, parsed: undefined, kept });
  }
  if (missing.length === 0) return rows;
  const literal = passing?.literal;
  const texts =
    literal === undefined ? storedTexts(sql, collection, missing) : having(sql, collection, missing, literal);
  for (let i = 0; i < missing.length; i++) {
    const text = texts[i];
    if (text === undefined) continue;
    const rid = missing[i] as number;
    const kept = passing ? undefined : cache?.keep(collection.id, rid, text);
    rows[places[i] as number] = { rid, text, meters: undefined, parsed: undefined, kept };
  }
  return rows;
}

/** The texts that contain the literal, each at its number's position in the list. */
function having(sql: Sql, collection: Collection, rids: readonly number[], literal: string): string[] {
  const statement = sql.prepare(
    `SELECT key, doc FROM json_each(?) CROSS JOIN c_${collection.id} ON rid = value WHERE instr(doc, ?)`,
  );
  const texts: string[] = [];
  for (const row of statement.all(`[${rids.join()}]`, literal)) texts[row.key as number] = row.doc as string;
  return texts;
}
