import type { Memory } from './read/memory';
import type { View } from './read/view';
import { collectionMissing, invalidParam } from './refusals';
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
  now(): number;
  log(line: string): void;
}

/** @param name as the request has it. @throws PlatformError when there is no such collection */
export function collectionNamed(engine: Engine, name: unknown): Collection {
  if (typeof name !== 'string') throw invalidParam('collectionName must be a string');
  const collection = engine.collections.get(name);
  if (!collection) throw collectionMissing(name);
  return collection;
}
