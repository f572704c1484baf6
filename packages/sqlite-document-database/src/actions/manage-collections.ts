import type { CollectionSpec, IndexSpec } from '../collection-spec';
import { collectionNamed, type Engine } from '../engine';
import { indexFromSpec, sameIndex, type Index } from '../index/definition';
import { collectionExists, invalidParam } from '../refusals';
import { createCollection } from '../storage/catalogue';
import { buildIndexes } from '../write/build-indexes';
import type { Body } from './request';

/** `database.addCollection` */
export async function addCollection(engine: Engine, body: Body): Promise<Body> {
  const name = collectionNameOf(body);
  await engine.queue.write(() => {
    if (engine.collections.has(name)) throw collectionExists(name);
    engine.collections.set(name, createCollection(engine.target.sql, name));
  });
  return {};
}

/** @throws PlatformError when the name breaks the rules for collection names */
function collectionNameOf({ collectionName: name }: Body): string {
  if (typeof name !== 'string' || !/^[A-Za-z0-9_][\w.-]{0,127}$/.test(name))
    throw invalidParam('a collection name is at most 128 letters, digits, _, . and -');
  return name;
}

/**
 * Creates missing collections and indexes and fills the indexes from the existing documents. An index whose keys
 * changed is rebuilt. An invalid declaration is refused before anything is created.
 * @throws Error naming the index when existing documents break its uniqueness
 */
export async function applyCollections(engine: Engine, specs: readonly CollectionSpec[]): Promise<void> {
  for (const { collectionName, indexes } of specs) {
    collectionNameOf({ collectionName });
    for (const declared of indexes) indexFromSpec(0, declared);
  }
  for (const spec of specs) {
    if (!engine.collections.has(spec.collectionName))
      await addCollection(engine, { collectionName: spec.collectionName });
    const collection = collectionNamed(engine, spec.collectionName);
    const missing = spec.indexes.filter((declared) => !isMade(collection.indexes, declared));
    if (missing.length) await buildIndexes(engine, collection, missing);
  }
}

/** Whether everything declared exists already. */
export function areApplied(engine: Engine, specs: readonly CollectionSpec[]): boolean {
  return specs.every((spec) => {
    const indexes = engine.collections.get(spec.collectionName)?.indexes;
    return indexes !== undefined && (spec.indexes ?? []).every((declared) => isMade(indexes, declared));
  });
}

function isMade(indexes: readonly Index[], declared: IndexSpec): boolean {
  const existing = indexes.find((index) => index.name === declared.indexName);
  return existing !== undefined && sameIndex(existing, indexFromSpec(0, declared));
}
