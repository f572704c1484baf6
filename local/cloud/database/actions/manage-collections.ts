import type { CollectionSpec } from '../../collection-spec';
import type { Engine } from '../engine';
import { indexFromSpec, sameIndex, type Index } from '../index/definition';
import { entriesOf } from '../index/entries';
import { documentOf } from '../read/view';
import { scanRows } from '../read/scan-rows';
import { collectionExists, invalidParam } from '../refusals';
import {
  createCollection,
  createIndexTable,
  dropIndex,
  saveMultikey,
  type Collection,
} from '../storage/catalogue';
import { addEntry } from '../write/put-document';
import { shown } from '../values/shown';
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

/** @throws PlatformError when it is none */
function collectionNameOf({ collectionName: name }: Body): string {
  if (typeof name !== 'string' || !/^[A-Za-z0-9_][\w.-]{0,127}$/.test(name))
    throw invalidParam('a collection name is at most 128 letters, digits, _, . and -');
  return name;
}

/**
 * Makes missing collections and indexes and fills the indexes from the documents there are; an index whose keys changed is made anew.
 * @throws Error naming the index when existing documents break its uniqueness. What makes no sense is refused before anything is made.
 */
export async function applyCollections(engine: Engine, specs: readonly CollectionSpec[]): Promise<void> {
  for (const { collectionName, indexes } of specs) {
    collectionNameOf({ collectionName });
    for (const declared of indexes) indexFromSpec(0, declared);
  }
  for (const spec of specs) {
    if (!engine.collections.has(spec.collectionName))
      await addCollection(engine, { collectionName: spec.collectionName });
    const collection = engine.collections.get(spec.collectionName) as Collection;
    for (const declared of spec.indexes) {
      const existing = collection.indexes.find((index) => index.name === declared.indexName);
      if (existing && sameIndex(existing, indexFromSpec(0, declared))) continue;
      await engine.queue.alone(() => {
        if (existing) dropIndex(engine.target.sql, existing);
        const index = createIndexTable(engine.target.sql, collection, declared);
        fillIndex(engine, collection, index);
        collection.indexes = [...collection.indexes.filter((other) => other !== existing), index];
      });
      engine.memory.clear();
    }
  }
}

/** Whether there is nothing to make. */
export function areApplied(engine: Engine, specs: readonly CollectionSpec[]): boolean {
  return specs.every((spec) => {
    const indexes = engine.collections.get(spec.collectionName)?.indexes;
    return (
      indexes !== undefined &&
      (spec.indexes ?? []).every((declared) => {
        const existing = indexes.find((index) => index.name === declared.indexName);
        return existing !== undefined && sameIndex(existing, indexFromSpec(0, declared));
      })
    );
  });
}

function fillIndex(engine: Engine, collection: Collection, index: Index): void {
  const taken = engine.target.sql.prepare(`SELECT 1 FROM i_${index.id} WHERE key = ?`);
  for (const rows of scanRows(engine.target.sql, collection))
    for (const row of rows)
      for (const entry of entriesOf(index, documentOf(row))) {
        if (index.unique && taken.get(entry.key))
          throw new Error(
            `Cannot build the unique index ${index.name} of ${collection.name}: several documents have the same key, one of them ${shown(documentOf(row)._id)}.`,
          );
        addEntry(engine.target, index, entry, row.rid);
      }
  saveMultikey(engine.target.sql, index);
}
