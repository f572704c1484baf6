import type { Memory } from './read/memory';
import type { View } from './read/view';
import type { LongWriteSizes } from './limits';
import { collectionMissing, invalidParam, storageFailed } from './refusals';
import type { Collection } from './storage/catalogue';
import type { CommitQueue } from './storage/commit-queue';
import type { Folder } from './storage/folder';
import type { Transactions } from './transaction/transactions';
import type { WriteTarget } from './write/put-document';

/** The parts of an open database, as its actions use them. */
export interface Engine {
  folder: Folder;
  queue: CommitQueue;
  memory: Memory;
  target: WriteTarget;
  transactions: Transactions;
  collections: Map<string, Collection>;
  /** The newest data. */
  view: View;
  longWrites: LongWriteSizes;
  /** Checkpoints the log into the file, in a separate thread. */
  emptyLog(): Promise<void>;
  /** Whether the database is closing, so that long work ends early. */
  closing(): boolean;
  now(): number;
  log(line: string): void;
}

/**
 * @param name from the request.
 * @throws PlatformError when the collection does not exist
 */
export function collectionNamed(engine: Engine, name: unknown): Collection {
  if (typeof name !== 'string') throw invalidParam('collectionName must be a string');
  const collection = engine.collections.get(name);
  if (!collection) throw collectionMissing(name);
  if (collection.unfinished)
    throw storageFailed(
      `what an unfinished load left in ${name} is removed when the database is opened again`,
    );
  return collection;
}
