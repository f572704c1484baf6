import type { IndexSpec } from '../collection-spec';
import { indexFromSpec, type Index } from '../index/definition';
import type { Sql } from './sqlite';

/** A collection: its documents are in the table `c_<id>`. */
export interface Collection {
  id: number;
  name: string;
  indexes: Index[];
  /** Whether a load into it is unfinished; no operation may read the collection until it ends or is undone. */
  unfinished: boolean;
}

/** Reads which collections and indexes exist. */
export function loadCollections(sql: Sql): Map<string, Collection> {
  const collections = new Map<string, Collection>();
  const byId = new Map<number, Collection>();
  const stored = sql.prepare(
    'SELECT id, name, EXISTS (SELECT 1 FROM loads WHERE collection = id) AS unfinished FROM collections',
  );
  for (const row of stored.all()) {
    const collection = {
      id: Number(row.id),
      name: String(row.name),
      indexes: [],
      unfinished: row.unfinished === 1,
    };
    collections.set(collection.name, collection);
    byId.set(collection.id, collection);
  }
  for (const row of sql
    .prepare('SELECT id, collection, name, is_unique, keys, multikey FROM indexes ORDER BY id')
    .all()) {
    const index = indexFromSpec(Number(row.id), {
      indexName: String(row.name),
      unique: row.is_unique === 1,
      keys: JSON.parse(String(row.keys)) as IndexSpec['keys'],
    });
    index.multikey = new Set(JSON.parse(String(row.multikey)) as number[]);
    index.multikeySaved = index.multikey.size;
    byId.get(Number(row.collection))?.indexes.push(index);
  }
  return collections;
}

/** Reads the catalogue again after a rollback. What still exists keeps its object, because running operations hold it. */
export function reloadCollections(sql: Sql, known: Map<string, Collection>): void {
  const stored = loadCollections(sql);
  for (const name of known.keys()) if (!stored.has(name)) known.delete(name);
  for (const [name, fresh] of stored) {
    const collection = known.get(name);
    if (collection?.id !== fresh.id) {
      known.set(name, fresh);
      continue;
    }
    collection.unfinished = fresh.unfinished;
    collection.indexes = fresh.indexes.map((index) => {
      const same = collection.indexes.find(({ id }) => id === index.id);
      if (!same) return index;
      // After a rollback an index may stay marked as holding arrays, which does no harm. The mark must not count as saved,
      // though.
      same.multikeySaved = index.multikeySaved;
      return same;
    });
  }
}

/** Makes the tables of a new collection. Call inside a transaction. */
export function createCollection(sql: Sql, name: string): Collection {
  const id = Number(sql.prepare('INSERT INTO collections (name) VALUES (?)').run(name).lastInsertRowid);
  // The id is the order-preserving key of `_id`; the document is its canonical Extended JSON, answered unchanged.
  sql.exec(`CREATE TABLE c_${id} (rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, doc TEXT NOT NULL)`);
  return { id, name, indexes: [], unfinished: false };
}

/**
 * Creates the empty tables of new indexes. An index exists only once it is recorded, so an unrecorded table that a
 * killed process left behind is created again. Call inside a transaction.
 */
export function createIndexTables(sql: Sql, specs: readonly IndexSpec[]): Index[] {
  const last = Number(sql.prepare('SELECT max(id) AS id FROM indexes').get()?.id ?? 0);
  return specs.map((spec, at) => {
    const index = indexFromSpec(last + 1 + at, spec);
    const position = index.geoAt >= 0 ? 'lng REAL, lat REAL,' : '';
    sql.exec(
      `DROP TABLE IF EXISTS i_${index.id};
       CREATE TABLE i_${index.id} (key BLOB NOT NULL, rid INTEGER NOT NULL, ${position} PRIMARY KEY (key, rid)) WITHOUT ROWID`,
    );
    return index;
  });
}

/** Records that a collection has an index, when all its entries are in the table. Call inside a transaction. */
export function recordIndex(sql: Sql, collection: Collection, index: Index, spec: IndexSpec): void {
  sql
    .prepare(
      'INSERT INTO indexes (id, collection, name, is_unique, keys, multikey) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(index.id, collection.id, index.name, index.unique ? 1 : 0, JSON.stringify(spec.keys), '[]');
  saveMultikey(sql, index);
}

/** Saves under which keys arrays occurred, if there are new ones. Call inside a transaction. */
export function saveMultikey(sql: Sql, index: Index): void {
  if (index.multikey.size === index.multikeySaved) return;
  sql
    .prepare('UPDATE indexes SET multikey = ? WHERE id = ?')
    .run(JSON.stringify([...index.multikey]), index.id);
  index.multikeySaved = index.multikey.size;
}

/** Drops an index and its entries. Call inside a transaction. */
export function dropIndex(sql: Sql, index: Index): void {
  sql.prepare('DELETE FROM indexes WHERE id = ?').run(index.id);
  sql.exec(`DROP TABLE i_${index.id}`);
}
