import { distanceTo } from '../geo/predicates';
import { Nearest, type CellSource, type Near } from '../geo/nearest';
import type { GroupTable } from '../geo/geo-memory';
import type { Index } from '../index/definition';
import { pointMark, shapeMark } from '../index/entries';
import { afterPrefix, partEnd } from '../index/key';
import { conditionValues } from './geo-values';
import { cellKey } from '../plan/cell-ranges';
import { concat } from '../plan/key-range';
import type { AreaPlan, GeoPlan, NearPlan } from '../plan/geo-plan';
import type { Collection } from '../storage/catalogue';
import type { Sql } from '../storage/sqlite';
import { compareValues } from '../values/compare';
import { documentOf, fieldOf, type Row } from './row';
import { rowsAt, rowsByRid, type InPassing, type View } from './view';

/** Rows in order of distance, ties by `_id`, each document once, in batches. */
export function* nearRows(
  view: View,
  collection: Collection,
  plan: NearPlan,
  skip: number,
  wanted: number,
): Generator<Row[], void, void> {
  let size = Math.max(16, Math.min(wanted, largestBatch));
  let toSkip = skip;
  let given = 0;
  // Rows from `tied` on have the same distance, and the next batch may hold more of them.
  let batch: Near[] = [];
  let tied = 0;
  const seen = new Set<number>();
  const walk = nearEntries(view, collection, plan);
  for (let near = walk.next(); ; near = walk.next()) {
    if (near && seen.has(near.rid)) continue;
    if (near) seen.add(near.rid);
    if (near && near.meters === batch[tied]?.meters) {
      batch.push(near);
      continue;
    }
    if (batch.length - tied >= manyTies)
      batch = [...batch.slice(0, tied), ...inIdOrder(view.sql, collection, batch.slice(tied))];
    // The order among equal distances only matters in the group where the skipping ends.
    if (batch.length <= toSkip) {
      toSkip -= batch.length;
      batch = [];
    }
    while (batch.length >= size + toSkip || (batch.length && !near)) {
      const enough = batch.length - tied >= manyTies ? size + toSkip : batch.length;
      const rows = withMeters(view, collection, batch.slice(0, enough), given < passedBy ? undefined : plan);
      yield toSkip ? rows.slice(toSkip) : rows;
      batch = batch.slice(enough);
      given += enough;
      toSkip = 0;
      size = Math.min(largestBatch, size * 2);
    }
    if (!near) return;
    tied = batch.length;
    batch.push(near);
  }
}

const largestBatch = 1000;
/** Up to this many rows at one distance are read and ordered by the id in their text. */
const manyTies = 100;
/** After this many rejected documents most of the following will be rejected too. */
const passedBy = 500;

/** Rows whose cells touch the area, in batches; the area itself is still to be checked. */
export function* areaRows(view: View, collection: Collection, plan: AreaPlan): Generator<Row[], void, void> {
  const seen = new Set<number>();
  for (const prefix of groupPrefixes(view.sql, plan)) {
    const { source, shapes: rids } = groupOf(view, plan.index, prefix);
    for (const [low, high] of plan.cells) source.visit(low, high, (rid) => rids.push(rid));
    const fresh = rids.filter((rid) => !seen.has(rid) && seen.add(rid));
    for (let i = 0; i < fresh.length; i += 500) yield rowsByRid(view, collection, fresh.slice(i, i + 500));
  }
}

/** The documents, those at the same distance by `_id`. */
function withMeters(view: View, collection: Collection, batch: Near[], passing?: InPassing): Row[] {
  let anyTie = false;
  const rids: number[] = [];
  for (let i = 0; i < batch.length; i++) {
    const near = batch[i] as Near;
    if (near.meters === batch[i - 1]?.meters) anyTie = true;
    rids.push(near.rid);
  }
  const found = rowsAt(view, collection, rids, passing);
  const rows: Row[] = [];
  for (let i = 0; i < batch.length; i++) {
    const row = found[i];
    if (!row) continue;
    row.meters = batch[i]?.meters;
    rows.push(row);
  }
  if (!anyTie) return rows;
  return rows.sort(
    (a, b) => (a.meters ?? 0) - (b.meters ?? 0) || compareValues(fieldOf(a, '_id'), fieldOf(b, '_id')),
  );
}

function nearEntries(view: View, collection: Collection, plan: NearPlan): Nearest {
  const sources: CellSource[] = [];
  const others: Near[] = [];
  for (const prefix of groupPrefixes(view.sql, plan)) {
    const { source, shapes } = groupOf(view, plan.index, prefix);
    sources.push(source);
    for (const row of rowsByRid(view, collection, shapes)) {
      const meters = distanceTo(conditionValues(documentOf(row), plan.path), plan.centre);
      if (meters !== undefined) others.push({ rid: row.rid, meters });
    }
  }
  return new Nearest(sources, plan, others);
}

function inIdOrder(sql: Sql, collection: Collection, ties: Near[]): Near[] {
  const byRid = new Map(ties.map((near) => [near.rid, near]));
  const statement = sql.prepare(
    `SELECT rid FROM c_${collection.id} WHERE rid IN (SELECT value FROM json_each(?)) ORDER BY id`,
  );
  return statement
    .all(JSON.stringify([...byRid.keys()]))
    .flatMap((row) => byRid.get(row.rid as number) ?? []);
}

/** The groups to read. If a key before the 2dsphere key is not fixed, the existing groups are found by seeking from one to the next. */
function groupPrefixes(sql: Sql, plan: GeoPlan): Uint8Array[] {
  const { index, prefixes, fixedKeys } = plan;
  if (fixedKeys === index.geoAt) return prefixes;
  const next = sql.prepare(`SELECT key FROM i_${index.id} WHERE key >= ? AND key < ? ORDER BY key LIMIT 1`);
  const groups: Uint8Array[] = [];
  for (const prefix of prefixes) {
    const end = (prefix.length && afterPrefix(prefix)) || Uint8Array.of(0xff, 0xff);
    let low: Uint8Array | undefined = prefix;
    while (low) {
      const key = next.get(low, end)?.key as Uint8Array | undefined;
      if (!key) break;
      let length = prefix.length;
      for (let at = fixedKeys; at < index.geoAt; at++)
        length = partEnd(key, length, index.keys[at]?.descending ?? false);
      const group = key.slice(0, length);
      groups.push(group);
      low = afterPrefix(group);
    }
  }
  return groups;
}

/** A group's entries: from memory, or straight from the table for a snapshot and while memory is still reading. */
function groupOf(view: View, index: Index, prefix: Uint8Array): { source: CellSource; shapes: number[] } {
  const { memory, sql } = view;
  const list = memory?.geo.group(index, prefix, () => groupTable(sql, index, prefix));
  if (list) return { source: list, shapes: [...list.shapes] };
  return { source: tableSource(sql, index, prefix), shapes: readShapes(sql, index, prefix) };
}

function groupTable(sql: Sql, index: Index, prefix: Uint8Array): GroupTable {
  return {
    readPoints(after, most, into) {
      const low = concat(prefix, Uint8Array.of(pointMark));
      const from = [after?.key ?? low, after?.rid ?? -1, afterPrefix(low) ?? low] as const;
      const next = `FROM i_${index.id} WHERE (key, rid) > (?, ?) AND key < ? ORDER BY key, rid LIMIT`;
      const points = sql.prepareTuples(`SELECT rid, lng, lat ${next} ?`).all(...from, most);
      for (const [rid, lng, lat] of points as Point[]) into.append(rid, lng, lat);
      if (points.length < most) return undefined;
      // Only the last key is needed, and reading keys is half of the cost.
      const last = sql.prepare(`SELECT key, rid ${next} 1 OFFSET ?`).get(...from, most - 1);
      return last && { key: last.key as Uint8Array, rid: last.rid as number };
    },
    readShapes: () => readShapes(sql, index, prefix),
  };
}

type Point = [rid: number, lng: number, lat: number];

function readShapes(sql: Sql, index: Index, prefix: Uint8Array): number[] {
  const low = concat(prefix, Uint8Array.of(shapeMark));
  const statement = sql.prepare(`SELECT rid FROM i_${index.id} WHERE key >= ? AND key < ?`);
  return statement.all(low, afterPrefix(low) ?? low).map((row) => row.rid as number);
}

/** Entries straight from the index table: for snapshots. */
function tableSource(sql: Sql, index: Index, prefix: Uint8Array): CellSource {
  const cells = `FROM i_${index.id} WHERE key >= ? AND key < ?`;
  const points = sql.prepareTuples(`SELECT rid, lng, lat ${cells}`);
  const oneMore = sql.prepareTuples(`SELECT 1 ${cells} LIMIT 1 OFFSET ?`);
  const at = (cell: number): Uint8Array => cellKey(prefix, cell);
  return {
    fits: (low, high, max) => oneMore.all(at(low), at(high + 1), max).length === 0,
    visit(low, high, visitor) {
      for (const [rid, lng, lat] of points.all(at(low), at(high + 1)) as Point[]) visitor(rid, lng, lat);
    },
  };
}
