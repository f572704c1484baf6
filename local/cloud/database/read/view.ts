import type { Sql } from '../storage/sqlite';
import type { Collection } from '../storage/catalogue';
import type { Memory } from './memory';
import { parseEjson } from '../values/ejson';
import type { Document } from '../values/value';

/** What a read sees: the newest data, or a transaction's snapshot with its own writes over it. */
export interface View {
  sql: Sql;
  /** Only with the newest data. */
  memory?: Memory;
  /** A transaction's own writes to a collection, by the text of the id's key; null for removed. */
  written?: (collection: Collection) => ReadonlyMap<string, Document | null> | undefined;
  log: (line: string) => void;
}

/** A document found, parsed when somebody looks into it. */
export interface Row {
  rid: number;
  /** Canonical Extended JSON. */
  text: string;
  /** Distance, from a `$near`. */
  meters?: number;
  parsed?: Document;
}

export function documentOf(row: Row): Document {
  row.parsed ??= parseEjson(row.text) as Document;
  return row.parsed;
}

/** One document by the key of its id, as stored; a transaction's own writes are not looked at. */
export function rowById(sql: Sql, collection: Collection, idKey: Uint8Array): Row | undefined {
  const row = sql.prepare(`SELECT rid, doc FROM c_${collection.id} WHERE id = ?`).get(idKey);
  return row && { rid: row.rid as number, text: row.doc as string };
}

/** Documents by row number, in the order asked for. */
export function rowsByRid({ sql, memory }: View, collection: Collection, rids: readonly number[]): Row[] {
  const texts = memory?.texts;
  const found = new Map<number, string>();
  const missing: number[] = [];
  for (const rid of rids) {
    const text = texts?.get(collection.id, rid);
    if (text === undefined) missing.push(rid);
    else found.set(rid, text);
  }
  if (missing.length) {
    const statement = sql.prepare(
      `SELECT rid, doc FROM c_${collection.id} WHERE rid IN (SELECT value FROM json_each(?))`,
    );
    for (const row of statement.all(JSON.stringify(missing))) {
      found.set(row.rid as number, row.doc as string);
      texts?.keep(collection.id, row.rid as number, row.doc as string);
    }
  }
  const rows: Row[] = [];
  for (const rid of rids) {
    const text = found.get(rid);
    if (text !== undefined) rows.push({ rid, text });
  }
  return rows;
}
