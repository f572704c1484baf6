import type { Engine } from './engine';
import { collectionNamed } from './engine';
import { encodeKey } from './index/key';
import { documentOf, type Row } from './read/view';
import { invalidParam } from './refusals';
import { saveMultikey, type Collection } from './storage/catalogue';
import type { Sql } from './storage/sqlite';
import { stringifyEjson } from './values/ejson';
import { holdsLoneSurrogate } from './values/unicode';
import type { Document } from './values/value';
import { duplicate, duplicateId } from './write/put-document';
import { stageEntries } from './write/staging';
import { validateDocument, validateSize } from './write/validate';

/** How many documents share a commit: many, because every commit writes pages of every index. */
const COMMIT_DOCUMENTS = 100_000;
/** How often progress is told, in documents. */
const PROGRESS_DOCUMENTS = 5000;

/**
 * Inserts plain documents (each with an `_id`) in large commits. Others wait meanwhile.
 * @returns how many
 * @throws PlatformError when one breaks a rule; the commits before it stand
 */
export async function bulkLoad(
  engine: Engine,
  name: string,
  documents: Iterable<Record<string, unknown>>,
  progress: (done: number) => void = () => undefined,
): Promise<number> {
  const collection = collectionNamed(engine, name);
  const source = documents[Symbol.iterator]();
  let done = 0;
  for (let more = true; more;) {
    const before = done;
    await engine.queue.alone(() => {
      const load = loading(engine.target.sql, collection);
      for (let item = source.next(); ; item = source.next()) {
        more = !item.done;
        if (item.done) break;
        load.add(item.value as Document);
        done++;
        if (done % PROGRESS_DOCUMENTS === 0) progress(done);
        if (done - before === COMMIT_DOCUMENTS) break;
      }
      load.finish();
    });
    // What memory holds of the indexes is left far behind: it is read again when asked for.
    engine.memory.clear();
    engine.target.journal.lost(collection);
  }
  if (done % PROGRESS_DOCUMENTS) progress(done);
  return done;
}

interface Loading {
  add(document: Document): void;
  finish(): void;
}

function loading(sql: Sql, collection: Collection): Loading {
  const { id, indexes } = collection;
  const insert = sql.prepare(`INSERT OR IGNORE INTO c_${id} (rid, id, doc) VALUES (?, ?, ?)`);
  const staging = stageEntries(sql, indexes);
  let rid = Number(sql.prepare(`SELECT max(rid) AS rid FROM c_${id}`).get()?.rid ?? 0);
  return {
    add(document) {
      validateDocument(document);
      const text = stringifyEjson(document);
      validateSize(text);
      if (holdsLoneSurrogate(text)) throw invalidParam('a document holds half of a surrogate pair');
      rid++;
      if (Number(insert.run(rid, encodeKey(document._id), text).changes) === 0)
        throw duplicateId(collection, document);
      staging.add(rid, document);
    },
    finish() {
      for (const index of indexes) {
        const repeated = index.unique ? staging.repeated(index) : undefined;
        if (repeated === undefined) continue;
        const row = sql.prepare(`SELECT rid, doc AS text FROM c_${id} WHERE rid = ?`).get(repeated);
        throw duplicate(collection, index, documentOf(row as unknown as Row));
      }
      staging.flush();
      for (const index of indexes) saveMultikey(sql, index);
    },
  };
}
