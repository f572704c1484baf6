import type { KeyRange } from '../plan/key-range';
import type { RangePlan } from '../plan/range-plan';
import type { UnionPlan } from '../plan/union-plan';
import type { Collection } from '../storage/catalogue';
import type { SqlValue } from '../storage/sqlite';
import type { Row, View } from './view';

/** Rows of an index's ranges in batches: the first has the wanted number, the next ones grow. */
export function* rangeRows(
  view: View,
  collection: Collection,
  plan: RangePlan,
  wanted: number,
): Generator<Row[], void, void> {
  const seen = plan.repeats || plan.ranges.length > 1 ? new Set<number>() : undefined;
  const ranges = plan.reverse ? [...plan.ranges].reverse() : plan.ranges;
  for (const range of ranges)
    for (const batch of oneRange(view, collection, plan, range, wanted))
      yield seen ? batch.filter((row) => !seen.has(row.rid) && seen.add(row.rid)) : batch;
}

/** Rows of several indexes in batches, each document once. */
export function* unionRows(
  view: View,
  collection: Collection,
  { branches }: UnionPlan,
): Generator<Row[], void, void> {
  const seen = new Set<number>();
  for (const branch of branches)
    for (const batch of rangeRows(view, collection, branch, Infinity))
      yield batch.filter((row) => !seen.has(row.rid) && seen.add(row.rid));
}

const largestBatch = 2000;

function* oneRange(
  view: View,
  collection: Collection,
  plan: RangePlan,
  range: KeyRange,
  wanted: number,
): Generator<Row[], void, void> {
  let size = Math.max(16, Math.min(wanted + 1, largestBatch));
  let from: [key: SqlValue, rid: SqlValue] | undefined;
  while (true) {
    const rows = readBatch(view, collection, plan, range, from, size);
    if (rows.length) yield rows.map((row) => ({ rid: row.rid as number, text: row.doc as string }));
    const last = rows[rows.length - 1];
    if (!last || rows.length < size) return;
    from = [last.key as SqlValue, last.rid as SqlValue];
    size = Math.min(largestBatch, size * 4);
  }
}

function readBatch(
  view: View,
  collection: Collection,
  plan: RangePlan,
  range: KeyRange,
  from: [SqlValue, SqlValue] | undefined,
  size: number,
): Record<string, SqlValue>[] {
  const byId = plan.index.id === 0;
  const table = byId
    ? `c_${collection.id} i`
    : `i_${plan.index.id} i JOIN c_${collection.id} c ON c.rid = i.rid`;
  const key = byId ? 'i.id' : 'i.key';
  const doc = byId ? 'i.doc' : 'c.doc';
  const direction = plan.reverse ? 'DESC' : 'ASC';
  const conditions: string[] = [];
  const parameters: SqlValue[] = [];
  const add = (condition: string, ...values: SqlValue[]): void => {
    conditions.push(condition);
    parameters.push(...values);
  };
  const after = byId
    ? `${key} ${plan.reverse ? '<' : '>'} ?`
    : `(${key}, i.rid) ${plan.reverse ? '<' : '>'} (?, ?)`;
  if (from) add(after, ...(byId ? [from[0]] : from));
  if (!from || plan.reverse) add(`${key} >= ?`, range.low);
  if (range.high && (!from || !plan.reverse)) add(`${key} < ?`, range.high);
  // Without a hint SQLite puts the index into the outer loop, because the range bounds it.
  const sql = `SELECT i.rid AS rid, ${key} AS key, ${doc} AS doc FROM ${table} WHERE ${conditions.join(' AND ')}
    ORDER BY ${key} ${direction}${byId ? '' : `, i.rid ${direction}`} LIMIT ?`;
  return view.sql.prepare(sql).all(...parameters, size);
}

/** The number of documents in exact ranges, counted without reading any. */
export function countRanges(view: View, plan: RangePlan, collection: Collection): number {
  const byId = plan.index.id === 0;
  const table = byId ? `c_${collection.id}` : `i_${plan.index.id}`;
  const key = byId ? 'id' : 'key';
  let total = 0;
  for (const { low, high } of plan.ranges) {
    const statement = view.sql.prepare(
      `SELECT count(*) AS n FROM ${table} WHERE ${key} >= ?${high ? ` AND ${key} < ?` : ''}`,
    );
    total += Number(statement.get(...(high ? [low, high] : [low]))?.n ?? 0);
  }
  return total;
}
