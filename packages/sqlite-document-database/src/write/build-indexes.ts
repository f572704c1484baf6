import type { IndexSpec } from '../collection-spec';
import type { Engine } from '../engine';
import type { Index } from '../index/definition';
import { scanRows } from '../read/scan-rows';
import { documentOf, rowsByRid } from '../read/view';
import { createIndexTables, dropIndex, recordIndex, type Collection } from '../storage/catalogue';
import { shown } from '../values/shown';
import { withTemporaryFile, writeInPieces, type Pieces } from './long-write';
import { fieldsOf } from './put-document';
import { stageEntries } from './staging';

/**
 * Builds indexes of a collection from its documents, all or none, in one walk over them; an index of the same name is
 * replaced. Must run alone (`Gate.alone`).
 * @throws Error naming the index when documents break its uniqueness
 */
export async function buildIndexes(
  engine: Engine,
  collection: Collection,
  specs: readonly IndexSpec[],
): Promise<void> {
  const { sql } = engine.target;
  // A group that is being loaded into memory piece by piece may belong to an index that is replaced.
  engine.memory.clear();
  let made: Index[] = [];
  await engine.queue.alone(() => void (made = createIndexTables(sql, specs)));
  const replaced = collection.indexes.filter(({ name }) => made.some((index) => index.name === name));
  try {
    await withTemporaryFile(engine, () =>
      writeInPieces(
        engine,
        building(engine, collection, made, () => {
          for (const index of replaced) dropIndex(sql, index);
          made.forEach((index, at) => recordIndex(sql, collection, index, specs[at] as IndexSpec));
        }),
      ),
    );
  } catch (cause) {
    try {
      await engine.queue.alone(() => made.forEach(({ id }) => sql.exec(`DROP TABLE i_${id}`)));
    } catch {
      // They are dropped when the next indexes are built.
    }
    throw cause;
  } finally {
    engine.memory.clear();
  }
  collection.indexes = [...collection.indexes.filter((index) => !replaced.includes(index)), ...made];
}

function* building(
  engine: Engine,
  collection: Collection,
  indexes: readonly Index[],
  last: () => void,
): Pieces {
  const { sql } = engine.target;
  const staging = stageEntries(sql, indexes, engine.longWrites);
  const names = new Set(indexes.flatMap(({ keys }) => keys.map(({ parts }) => parts[0] as string)));
  for (const rows of scanRows(sql, collection)) {
    for (const { rid, text } of rows) staging.add(rid, fieldsOf(text, names));
    yield 0;
    yield* staging.sort();
  }
  yield* staging.merge((index, rid) => {
    const [row] = rowsByRid(engine.view, collection, [rid]);
    return new Error(
      `Cannot build the unique index ${index.name} of ${collection.name}: several documents have the same key, one of them ${shown(row && documentOf(row)._id)}.`,
    );
  });
  last();
}
