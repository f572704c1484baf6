import type { Engine } from './engine';
import { collectionNamed } from './engine';
import { encodeKey } from './index/key';
import type { Document } from './values/value';
import { checkUnique, preparePut, put } from './write/put-document';

/** How many documents share a commit. */
const BATCH = 5000;

/**
 * Inserts plain documents (each with an `_id`) in large commits.
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
  const { target, queue } = engine;
  // Large loads leave the groups in memory far behind: they are read again when asked for.
  engine.memory.clear();
  let done = 0;
  let batch: Document[] = [];
  const flush = async (): Promise<void> => {
    const load = batch;
    batch = [];
    await queue.write(() => {
      const prepared = load.map((document) => ({
        document,
        prepared: preparePut(collection, encodeKey(document._id), document, undefined),
      }));
      for (const { document, prepared: one } of prepared) {
        checkUnique(target.sql, one, document);
        put(target, one);
      }
    });
    done += load.length;
    progress(done);
  };
  for (const document of documents) {
    batch.push(document as Document);
    if (batch.length >= BATCH) await flush();
  }
  if (batch.length) await flush();
  return done;
}
