import type { Index } from '../index/definition';
import { entriesOf, type Entry } from '../index/entries';
import type { LongWriteSizes } from '../limits';
import type { Sql, SqlValue, Statement } from '../storage/sqlite';
import type { Document } from '../values/value';
import type { Pieces } from './long-write';

/**
 * Keeps entries in temporary tables until all are known, and then writes them to each index in that index's own order.
 * A tree that is written from beginning to end touches each of its pages once, where one document after another would
 * touch pages all over it with every commit. The entries are sorted in runs, and the runs are merged in the end.
 */
export interface Staging {
  /**
   * Adds a document's entries.
   * @throws PlatformError for a document that cannot be indexed
   */
  add(rid: number, document: Document): void;
  /** Sorts the added entries, when there are enough for a run. */
  sort(): Pieces;
  /**
   * Writes all entries to their indexes, once all were added.
   * @param refusal the error for a key that is in a unique index twice, the second time of this document
   */
  merge(refusal: (index: Index, rid: number) => Error): Pieces;
}

/** Call every method within `withTemporaryFile`. */
export function stageEntries(
  sql: Sql,
  indexes: readonly Index[],
  { runDocuments, pieceEntries }: LongWriteSizes,
): Staging {
  const columns = ['rid', ...indexes.flatMap(columnsOf)];
  sql.exec(`CREATE TEMP TABLE staged (${columns.join(', ')})`);
  for (const { id, geoAt } of indexes)
    sql.exec(
      `CREATE TEMP TABLE r_${id} (run INTEGER, key BLOB, rid INTEGER, ${geoAt < 0 ? '' : 'lng REAL, lat REAL,'}
        PRIMARY KEY (run, key, rid)) WITHOUT ROWID`,
    );
  const insert = sql.prepare(`INSERT INTO temp.staged VALUES (${columns.map(() => '?').join(', ')})`);
  let added = 0;
  let runs = 0;

  function* sortRun(): Pieces {
    for (const index of indexes) {
      const [key, ...position] = columnsOf(index);
      sql
        .prepare(
          `INSERT INTO temp.r_${index.id} SELECT ?, ${[key, 'rid', ...position].join(', ')}
            FROM temp.staged WHERE ${key} IS NOT NULL ORDER BY ${key}, rid`,
        )
        .run(runs);
      yield 0;
    }
    sql.exec('DELETE FROM temp.staged');
    runs++;
    added = 0;
  }

  return {
    add(rid, document) {
      addRows(
        insert,
        rid,
        indexes.map((index) => entriesOf(index, document)),
        indexes,
      );
      added++;
    },
    *sort() {
      if (added >= runDocuments) yield* sortRun();
    },
    *merge(refusal) {
      if (added) yield* sortRun();
      for (const index of indexes) yield* mergeRuns(sql, index, runs, pieceEntries, refusal);
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

/** An entry's position in the order of its index. */
type Place = [key: Uint8Array, rid: number];

const start: Place = [new Uint8Array(0), -1];
/** The approximate bytes of an entry in addition to its key. */
const entryBytes = 30;

/** Each piece ends at a key up to which every run is read, so that no run falls behind by more than its share. */
function* mergeRuns(
  sql: Sql,
  index: Index,
  runs: number,
  pieceEntries: number,
  refusal: (index: Index, rid: number) => Error,
): Pieces {
  const table = `temp.r_${index.id}`;
  const ahead = sql.prepare(
    `SELECT key, rid FROM ${table} WHERE run = ? AND (key, rid) > (?, ?) ORDER BY key, rid LIMIT 1 OFFSET ?`,
  );
  const share = Math.ceil(pieceEntries / runs);
  const everyRun = JSON.stringify(Array.from({ length: runs }, (_unused, run) => run));
  const position = index.geoAt < 0 ? '' : ', lng, lat';
  for (let from: Place | undefined = start; from;) {
    let to: Place | undefined;
    for (let run = 0; run < runs; run++) {
      const row = ahead.get(run, ...from, share);
      if (row) to = lower(to, [row.key as Uint8Array, row.rid as number]);
    }
    const places: SqlValue[] = to ? [...from, ...to] : from;
    const piece = `FROM ${table} AS r WHERE run IN (SELECT value FROM json_each(?)) AND (key, rid) > (?, ?)
      ${to ? 'AND (key, rid) <= (?, ?)' : ''}`;
    const { changes } = sql
      .prepare(`INSERT INTO i_${index.id} SELECT key, rid ${position} ${piece} ORDER BY key, rid`)
      .run(everyRun, ...places);
    if (index.unique) {
      const earlier = `SELECT 1 FROM i_${index.id} AS i WHERE i.key = r.key AND i.rid < r.rid`;
      const repeated = sql
        .prepare(`SELECT rid ${piece} AND EXISTS (${earlier}) LIMIT 1`)
        .get(everyRun, ...places);
      if (repeated) throw refusal(index, repeated.rid as number);
    }
    yield Number(changes) * ((to?.[0].length ?? 0) + entryBytes);
    from = to;
  }
  sql.exec(`DELETE FROM ${table}`);
}

function lower(a: Place | undefined, b: Place): Place {
  if (!a) return b;
  return (Buffer.compare(a[0], b[0]) || a[1] - b[1]) <= 0 ? a : b;
}
