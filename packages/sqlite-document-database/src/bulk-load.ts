import type { Engine } from './engine';
import { collectionNamed } from './engine';
import { encodeKey } from './index/key';
import { documentOf, type Row } from './read/view';
import { invalidParam } from './refusals';
import { saveMultikey, type Collection } from './storage/catalogue';
import { beginLoad, endLoad, undoLoads } from './unfinished-loads';
import { stringifyEjson } from './values/ejson';
import { holdsLoneSurrogate } from './values/unicode';
import type { Document } from './values/value';
import { withTemporaryFile, writeInPieces, type Pieces } from './write/long-write';
import { duplicate, duplicateId } from './write/put-document';
import { stageEntries } from './write/staging';
import { validateDocument, validateSize } from './write/validate';

/** The number of documents between two progress reports. */
const progressDocuments = 5000;

/**
 * Inserts plain documents (each with an `_id`), all or none: first the documents, then their index entries. The load
 * must run alone (`Gate.alone`).
 * @param progress how many documents are in
 * @returns how many
 * @throws PlatformError when one breaks a rule, or when the database is closed meanwhile
 */
export async function bulkLoad(
  engine: Engine,
  name: string,
  documents: Iterable<Record<string, unknown>>,
  progress: (done: number) => void = () => undefined,
): Promise<number> {
  const collection = collectionNamed(engine, name);
  let done = 0;
  const counted = (): void => {
    done++;
    if (done % progressDocuments === 0) progress(done);
  };
  // Clears the memory, because a group that is still being read into it would mix entries from before and after the load.
  engine.memory.clear();
  try {
    await withTemporaryFile(engine, () =>
      writeInPieces(engine, loading(engine, collection, documents as Iterable<Document>, counted)),
    );
  } catch (cause) {
    // The next opening undoes the load, because closing must not take long.
    if (!engine.closing()) await undone(engine, name);
    throw cause;
  } finally {
    engine.memory.clear();
  }
  engine.target.journal.lost(collection);
  if (done % progressDocuments) progress(done);
  return done;
}

async function undone(engine: Engine, name: string): Promise<void> {
  try {
    await undoLoads(engine);
  } catch (cause) {
    engine.log(`database: what a load left in ${name} cannot be removed now: ${(cause as Error).message}`);
  }
}

function* loading(
  engine: Engine,
  collection: Collection,
  documents: Iterable<Document>,
  counted: () => void,
): Pieces {
  const { sql } = engine.target;
  const { id, indexes } = collection;
  const insert = sql.prepare(`INSERT OR IGNORE INTO c_${id} (rid, id, doc) VALUES (?, ?, ?)`);
  let rid = Number(sql.prepare(`SELECT max(rid) AS rid FROM c_${id}`).get()?.rid ?? 0);
  beginLoad(sql, collection, rid + 1);
  const staging = stageEntries(sql, indexes, engine.longWrites);
  for (const document of documents) {
    rid++;
    const text = checkedText(document);
    if (Number(insert.run(rid, encodeKey(document._id), text).changes) === 0)
      throw duplicateId(collection, document);
    staging.add(rid, document);
    counted();
    yield text.length;
    yield* staging.sort();
  }
  yield* staging.merge((index, repeated) => {
    const row = sql.prepare(`SELECT rid, doc AS text FROM c_${id} WHERE rid = ?`).get(repeated);
    // The statement selects a row's two fields, which SQLite's types cannot say.
    return duplicate(collection, index, documentOf(row as unknown as Row));
  });
  for (const index of indexes) saveMultikey(sql, index);
  endLoad(sql, collection);
}

/**
 * A document in its stored form.
 * @throws PlatformError
 */
function checkedText(document: Document): string {
  validateDocument(document);
  const text = stringifyEjson(document);
  validateSize(text);
  if (holdsLoneSurrogate(text)) throw invalidParam('a document holds half of a surrogate pair');
  return text;
}
