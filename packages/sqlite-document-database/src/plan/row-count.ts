import type { Collection } from '../storage/catalogue';
import type { Sql } from '../storage/sqlite';
import type { KeyRange } from './key-range';

/** The index in which rows are counted. */
export interface Counted {
  sql: Sql;
  collection: Collection;
}

/** The number of rows in ranges of an index, counted up to `most` without reading documents. */
export function countRows(
  { sql, collection }: Counted,
  indexId: number,
  ranges: readonly KeyRange[],
  most: number,
): number {
  const [table, key] = indexId === 0 ? [`c_${collection.id}`, 'id'] : [`i_${indexId}`, 'key'];
  let total = 0;
  for (const { low, high } of ranges) {
    const within = `FROM ${table} WHERE ${key} >= ?${high ? ` AND ${key} < ?` : ''}`;
    const bounds = high ? [low, high] : [low];
    const left = most - total;
    // Testing for one more entry takes half as long as counting them all.
    if (sql.prepareTuples(`SELECT 1 ${within} LIMIT 1 OFFSET ?`).all(...bounds, left - 1).length) return most;
    total += Number(sql.prepareTuples(`SELECT count(*) ${within}`).all(...bounds)[0]?.[0] ?? 0);
  }
  return total;
}
