import { planQuery, type Beginning, type Plan } from '../plan/planner';
import type { Condition } from '../query/condition';
import { compareSortKeys, sortKeys, type SortField } from '../query/sort';
import type { Collection } from '../storage/catalogue';
import { areaRows, nearRows } from './geo-rows';
import { countRanges, rangeRows, unionRows } from './range-rows';
import { scanRows, warnOfScan } from './scan-rows';
import { noteRows } from './rows-read';
import { documentOf, type Row, type RowTest } from './row';
import { turns } from './turns';
import { idRows, type View } from './view';

export interface SelectOptions {
  sort?: readonly SortField[];
  skip?: number;
  limit?: number;
  /** A further test of what only the row has: its distance. */
  filter?: RowTest;
  /** Filled with what the read did, for `explain`. */
  trace?: Trace;
}

export interface Trace {
  plan?: Plan;
  examined: number;
}

/** The matching documents in the wanted order; without one in the order of the index, or of insertion. */
export async function select(
  view: View,
  collection: Collection,
  condition: Condition,
  options: SelectOptions = {},
): Promise<Row[]> {
  const { sort = [], skip = 0, limit = Infinity } = options;
  if (limit === 0) return [];
  const first = planQuery({ sql: view.sql, collection }, condition, sort, skip + limit);
  let plan = first.plan;
  let window = windowOf(plan, sort, skip, limit, options.filter);
  let found = await collect(view, collection, plan, window, options, first.instead);
  if (!Array.isArray(found)) {
    plan = found;
    window = windowOf(plan, sort, skip, limit, options.filter);
    found = (await collect(view, collection, plan, window, options)) as Row[];
  }
  const left = skip - window.skip;
  const rows = (window.inOrder ? found : sorted(found, sort)).slice(left, left + limit);
  if (first.plan.kind !== 'ids') noteRows(view.rows, 0, rows.length);
  return rows;
}

/** The part of a plan's rows that is read. */
interface Window {
  /** Rows to skip without reading their documents. */
  skip: number;
  /** The number of matching rows after which reading ends. */
  wanted: number;
  /** Whether the rows come in the wanted order. */
  inOrder: boolean;
}

const everyRow: Window = { skip: 0, wanted: Infinity, inOrder: false };

function windowOf(
  plan: Plan,
  sort: readonly SortField[],
  skip: number,
  limit: number,
  filter: RowTest | undefined,
): Window {
  const inOrder = sort.length === 0 || (plan.kind === 'ranges' && plan.ordered);
  // Rows can be skipped by their index entries alone when no condition is left to check on the documents.
  const skipped = plan.kind === 'near' && inOrder && !plan.residual && !filter ? skip : 0;
  return { skip: skipped, wanted: inOrder ? skip + limit - skipped : Infinity, inOrder };
}

/** How many documents match. */
export async function count(view: View, collection: Collection, condition: Condition): Promise<number> {
  const { plan } = planQuery({ sql: view.sql, collection }, condition, [], Infinity);
  if (plan.kind === 'ranges' && !plan.residual && !plan.repeats) return countRanges(view, plan, collection);
  if (plan.kind === 'scan' && !plan.residual)
    return Number(view.sql.prepare(`SELECT count(*) AS n FROM c_${collection.id}`).get()?.n ?? 0);
  return ((await collect(view, collection, plan, everyRow, {})) as Row[]).length;
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
    case 'union':
      return unionRows(view, collection, plan);
    case 'scan':
      return scanRows(view.sql, collection);
  }
}

/** After this many rows, and this many for each wanted one, the planner is asked for a plan with fewer rows. */
const many = 64;
const manyForOne = 3;

/** The matching rows of a plan, or another plan once this one has read more rows in vain than the other has. */
async function collect(
  view: View,
  collection: Collection,
  plan: Plan,
  { skip, wanted }: Window,
  { filter, trace }: SelectOptions,
  instead?: Beginning['instead'],
): Promise<Row[] | Plan> {
  if (trace) trace.plan = plan;
  const { rows: counted } = view;
  const pause = turns();
  const rows: Row[] = [];
  let examined = 0;
  let patience = instead ? Math.max(many, manyForOne * wanted) : Infinity;
  for (const batch of candidates(view, collection, plan, skip, wanted)) {
    for (const row of batch) {
      examined++;
      if (trace) trace.examined++;
      noteRows(counted, 1, plan.kind === 'ids' ? 1 : 0);
      if (plan.residual && !plan.residual(row)) continue;
      if (filter && !filter(row)) continue;
      rows.push(row);
      if (rows.length >= wanted) return rows;
    }
    if (examined >= patience) {
      const other = instead?.(examined);
      if (other) return other;
      patience = examined * 2;
    }
    const turn = pause();
    if (turn) await turn;
  }
  if (plan.kind === 'scan') warnOfScan(view, collection, plan.wanted, examined);
  return rows;
}

/** Sorts rows by their sort keys; rows with equal keys keep their order. */
function sorted(rows: Row[], sort: readonly SortField[]): Row[] {
  if (sort.length === 0) return rows;
  return rows
    .map((row) => ({ row, keys: sortKeys(documentOf(row), sort) }))
    .sort((a, b) => compareSortKeys(a.keys, b.keys, sort))
    .map(({ row }) => row);
}
