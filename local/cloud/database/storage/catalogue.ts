import type { IndexSpec } from '../../collection-spec';
import { indexFromSpec, type Index } from '../index/definition';
import type { Sql } from './sqlite';

/** A collection: its documents are in the table `c_<id>`. */
export interface Collection {
  id: number;
  name: string;
  indexes: Index[];
}

/** Reads which collections and indexes there are. */
export function loadCollections(sql: Sql): Map<string, Collection> {
  const collections = new Map<string, Collection>();
  const byId = new Map<number, Collection>();
  for (const row of sql.prepare('SELECT id, name FROM collections').all()) {
    const collection = { id: Number(row.id), name: String(row.name), indexes: [] };
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

/** Brings what is known up to date after an undoing. What is still there keeps its object, because operations under way hold it. */
export function reloadCollections(sql: Sql, known: Map<string, Collection>): void {
  const stored = loadCollections(sql);
  for (const name of known.keys()) if (!stored.has(name)) known.delete(name);
  for (const [name, fresh] of stored) {
    const collection = known.get(name);
    if (collection?.id !== fresh.id) {
      known.set(name, fresh);
      continue;
    }
    collection.indexes = fresh.indexes.map((index) => {
      const same = collection.indexes.find(({ id }) => id === index.id);
      if (!same) return index;
      // Arrays met and undone do no harm; that they are on disk must not be believed.
      same.multikeySaved = index.multikeySaved;
      return same;
    });
  }
}

/** Makes the tables of a new collection. Call inside a transaction. */
export function createCollection(sql: Sql, name: string): Collection {
  const id = Number(sql.prepare('INSERT INTO collections (name) VALUES (?)').run(name).lastInsertRowid);
  // The id is the order-preserving key of `_id`; the document is its canonical Extended JSON, answered as it stands.
  sql.exec(`CREATE TABLE c_${id} (rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, doc TEXT NOT NULL)`);
  return { id, name, indexes: [] };
}

/** Makes the table of a new index, empty. Call inside a transaction. */
export function createIndexTable(sql: Sql, collection: Collection, spec: IndexSpec): Index {
  const { lastInsertRowid } = sql
    .prepare('INSERT INTO indexes (collection, name, is_unique, keys, multikey) VALUES (?, ?, ?, ?, ?)')
    .run(collection.id, spec.indexName, spec.unique ? 1 : 0, JSON.stringify(spec.keys), '[]');
  const index = indexFromSpec(Number(lastInsertRowid), spec);
  const position = index.geoAt >= 0 ? 'lng REAL, lat REAL,' : '';
  sql.exec(
    `CREATE TABLE i_${index.id} (key BLOB NOT NULL, rid INTEGER NOT NULL, ${position} PRIMARY KEY (key, rid)) WITHOUT ROWID`,
  );
  return index;
}

/** Remembers under which keys arrays were met, if there are new ones. Call inside a transaction. */
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
