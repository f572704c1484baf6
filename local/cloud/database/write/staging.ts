import type { Index } from '../index/definition';
import { entriesOf, type Entry } from '../index/entries';
import type { Sql, SqlValue, Statement } from '../storage/sqlite';
import type { Document } from '../values/value';

/**
 * Entries that wait in a temporary table, to be written to each index in that index's own order: a sorted load appends to its tree,
 * where one document after another would touch pages all over all of them.
 */
export interface Staging {
  /** Keeps a document's entries. @throws PlatformError for what cannot be indexed */
  add(rid: number, document: Document): void;
  /** A row number of two that would share a key of the unique index, if there are such. */
  repeated(index: Index): number | undefined;
  /** Writes all that waits and forgets it. */
  flush(): void;
}

/** @param indexes of the collection. Call within a transaction that `flush` or an undoing ends. */
export function stageEntries(sql: Sql, indexes: readonly Index[]): Staging {
  const columns = ['rid', ...indexes.flatMap(columnsOf)];
  sql.exec(`DROP TABLE IF EXISTS temp.staged; CREATE TEMP TABLE staged (${columns.join(', ')})`);
  const insert = sql.prepare(`INSERT INTO temp.staged VALUES (${columns.map(() => '?').join(', ')})`);
  return {
    add(rid, document) {
      addRows(
        insert,
        rid,
        indexes.map((index) => entriesOf(index, document)),
        indexes,
      );
    },
    repeated(index) {
      const key = `k${index.id}`;
      const row = sql
        .prepare(
          `SELECT rid FROM temp.staged WHERE ${key} IN (SELECT key FROM i_${index.id}) UNION ALL
            SELECT max(rid) FROM temp.staged WHERE ${key} IS NOT NULL GROUP BY ${key} HAVING count(*) > 1 LIMIT 1`,
        )
        .get();
      return row && Number(row.rid);
    },
    flush() {
      for (const index of indexes) {
        const [key, ...position] = columnsOf(index);
        const values = [key, 'rid', ...position].join(', ');
        sql.exec(
          `INSERT INTO i_${index.id} SELECT ${values} FROM temp.staged WHERE ${key} IS NOT NULL ORDER BY ${key}, rid`,
        );
      }
      sql.exec('DROP TABLE temp.staged');
    },
  };
}

function columnsOf({ id, geoAt }: Index): string[] {
  return geoAt < 0 ? [`k${id}`] : [`k${id}`, `lng${id}`, `lat${id}`];
}

/** A row holds one entry of each index; a document with several entries in one takes more rows. */
function addRows(
  insert: Statement,
  rid: number,
  entries: readonly Entry[][],
  indexes: readonly Index[],
): void {
  for (let turn = 0; ; turn++) {
    let any = false;
    const row: SqlValue[] = [rid];
    for (let at = 0; at < indexes.length; at++) {
      const entry = entries[at]?.[turn];
      if (entry) any = true;
      row.push(entry ? entry.key : null);
      if ((indexes[at] as Index).geoAt >= 0) row.push(entry ? entry.lng : null, entry ? entry.lat : null);
    }
    if (!any) return;
    insert.run(...row);
  }
}
