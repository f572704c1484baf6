import { planQuery, type Plan } from '../plan/planner';
import type { Condition } from '../query/condition';
import { compareSortKeys, sortKeys, type SortField } from '../query/sort';
import type { Collection } from '../storage/catalogue';
import { areaRows, nearRows } from './geo-rows';
import { mergeWritten } from './own-writes';
import { countRanges, rangeRows } from './range-rows';
import { scanRows, warnOfScan } from './scan-rows';
import { documentOf, type Row, type RowTest } from './row';
import { turns } from './turns';
import { idRows, type View } from './view';

export interface SelectOptions {
  sort?: readonly SortField[];
  skip?: number;
  limit?: number;
  /** A further test, of what only rows know (their distance). */
  filter?: RowTest;
  /** Filled with what happened, for `explain`. */
  trace?: Trace;
}

export interface Trace {
  plan?: Plan;
  examined: number;
}

/** The documents that match, in the wanted order (else that of the index, or of insertion). */
export async function select(
  view: View,
  collection: Collection,
  condition: Condition,
  options: SelectOptions = {},
): Promise<Row[]> {
  const { sort = [], skip = 0, limit = Infinity, filter, trace } = options;
  if (limit === 0) return [];
  const written = view.written?.(collection);
  if (written?.size) {
    const snapshot = await select({ ...view, written: undefined }, collection, condition);
    const merged = mergeWritten(snapshot, written, condition);
    return sorted(filter ? merged.filter(filter) : merged, sort).slice(skip, skip + limit);
  }
  const plan = planQuery(collection.indexes, condition, sort);
  const inOrder = sort.length === 0 || (plan.kind === 'ranges' && plan.ordered);
  // Entries alone tell which to skip when nothing is left to check on the documents.
  const skipped = plan.kind === 'near' && inOrder && !plan.residual && !filter ? skip : 0;
  const rows = await collect(
    view,
    collection,
    plan,
    { skip: skipped, wanted: inOrder ? skip + limit - skipped : Infinity },
    filter,
    trace,
  );
  if (inOrder) return skip > skipped ? rows.slice(skip - skipped) : rows;
  return sorted(rows, sort).slice(skip, skip + limit);
}

/** How many documents match. */
export async function count(view: View, collection: Collection, condition: Condition): Promise<number> {
  const plan = planQuery(collection.indexes, condition, []);
  if (plan.kind === 'ranges' && !plan.residual && !plan.repeats) return countRanges(view, plan, collection);
  if (plan.kind === 'scan' && !plan.residual)
    return Number(view.sql.prepare(`SELECT count(*) AS n FROM c_${collection.id}`).get()?.n ?? 0);
  return (await collect(view, collection, plan, { skip: 0, wanted: Infinity })).length;
}

/** Batches of candidates in the plan's order. */
export function candidates(
  view: View,
  collection: Collection,
  plan: Plan,
  skip: number,
  wanted: number,
): Generator<Row[], void, void> {
  switch (plan.kind) {
    case 'ids':
      return idRows(view, collection, plan.idKeys);
    case 'near':
      return nearRows(view, collection, plan, skip, wanted);
    case 'area':
      return areaRows(view, collection, plan);
    case 'ranges':
      return rangeRows(view, collection, plan, wanted);
    case 'scan':
      return scanRows(view.sql, collection);
  }
}

async function collect(
  view: View,
  collection: Collection,
  plan: Plan,
  { skip, wanted }: { skip: number; wanted: number },
  filter?: RowTest,
  trace: Trace = { examined: 0 },
): Promise<Row[]> {
  trace.plan = plan;
  const pause = turns();
  const rows: Row[] = [];
  for (const batch of candidates(view, collection, plan, skip, wanted)) {
    for (const row of batch) {
      trace.examined++;
      if (plan.residual && !plan.residual(row)) continue;
      if (filter && !filter(row)) continue;
      rows.push(row);
      if (rows.length >= wanted) return rows;
    }
    const turn = pause();
    if (turn) await turn;
  }
  if (plan.kind === 'scan') warnOfScan(view, collection, plan.wanted, trace.examined);
  return rows;
}

/** Rows by their sort keys; equal ones stay in the order they came. */
function sorted(rows: Row[], sort: readonly SortField[]): Row[] {
  if (sort.length === 0) return rows;
  return rows
    .map((row) => ({ row, keys: sortKeys(documentOf(row), sort) }))
    .sort((a, b) => compareSortKeys(a.keys, b.keys, sort))
    .map(({ row }) => row);
}
