import { join } from 'node:path';
import { parseQuery } from '../../src/query/condition';
import { newMemory } from '../../src/read/memory';
import { select } from '../../src/read/select';
import { documentOf, type Row, type View } from '../../src/read/view';
import { loadCollections } from '../../src/storage/catalogue';
import { databaseFile } from '../../src/storage/folder';
import { openSql } from '../../src/storage/sqlite';
import type { Value } from '../../src/values/value';
import { rareGroupName } from '../fixtures/posts';
import { pageSize, type NearbyQuery } from '../queries/query-kinds';
import { prepared, type NearbyContestant } from './contestant';

/** The engine below the wire protocol: planner, indexes and storage, with a separate connection to the same file. */
export async function databaseCore(dir: string): Promise<NearbyContestant & { close(): void }> {
  const sql = await openSql(join(dir, databaseFile), { readOnly: true });
  sql.exec('PRAGMA mmap_size = 4294967296; PRAGMA cache_size = -65536');
  const collection = loadCollections(sql).get('posts');
  if (collection === undefined) throw new Error(`${dir} has no posts`);
  const memory = newMemory();
  const view: View = { sql, memory, log: () => undefined };
  return {
    name: 'core',
    toleranceMeters: 0.01,
    prepare(query) {
      const condition = parseQuery(conditionOf(query));
      return prepared<Row[]>({
        ask: () => select(view, collection, condition, { skip: query.skip, limit: pageSize }),
        read: (rows) => rows.map((row) => ({ id: String(documentOf(row)._id), meters: row.meters ?? NaN })),
      });
    },
    close() {
      memory.clear();
      sql.close();
    },
  };
}

function conditionOf({ centre, items, radiusMeters, rareGroup }: NearbyQuery): Value {
  return {
    publicPoint: {
      $nearSphere: {
        $geometry: { type: 'Point', coordinates: [...centre] },
        ...(radiusMeters !== undefined && { $maxDistance: radiusMeters }),
      },
    },
    board: 'need',
    status: 'published',
    itemCodes: items.length === 1 ? (items[0] ?? '') : { $in: [...items] },
    ...(rareGroup && { groups: rareGroupName }),
  };
}
