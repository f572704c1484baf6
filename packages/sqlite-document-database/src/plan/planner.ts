import { describeKeys, type Index } from '../index/definition';
import type { Condition, FieldCondition } from '../query/condition';
import type { RowTest } from '../read/row';
import type { SortField } from '../query/sort';
import { boundsOf } from './bounds';
import { conditionsOn, conjuncts, residualOf } from './conjuncts';
import { extendPrefixes, rangesUnder, type KeyRange } from './key-range';
import { planGeo, type GeoPlan } from './geo-plan';
import { planIds, type IdPlan } from './id-plan';

/** How a query will be answered. */
export type Plan = IdPlan | RangePlan | GeoPlan | ScanPlan;

export interface RangePlan {
  kind: 'ranges';
  index: Index;
  ranges: KeyRange[];
  /** Read backwards. */
  reverse: boolean;
  /** The wanted order comes by itself. */
  ordered: boolean;
  /** A document may come more than once. */
  repeats: boolean;
  /** What remains to be checked on the documents. */
  residual: RowTest | undefined;
}

export interface ScanPlan {
  kind: 'scan';
  residual: RowTest | undefined;
  /** The index that would have served, as its keys. */
  wanted: string;
}

/** The documents' own order by `_id`, to be read like an index. */
export const ID_INDEX: Index = {
  id: 0,
  name: '_id_',
  unique: true,
  keys: [{ path: '_id', parts: ['_id'], descending: false, geo: false }],
  geoAt: -1,
  multikey: new Set(),
  multikeySaved: 0,
};

/** Chooses the index that narrows most; at equal narrowing the one that gives the wanted order. */
export function planQuery(indexes: readonly Index[], condition: Condition, sort: readonly SortField[]): Plan {
  const conditions = conjuncts(condition);
  const geo = planGeo(indexes, conditions);
  if (geo?.kind === 'near') return geo;
  const ids = planIds(conditions);
  if (ids) return ids;
  let best: { plan: RangePlan; score: number } | undefined;
  for (const index of [ID_INDEX, ...indexes]) {
    if (index.geoAt >= 0) continue;
    const candidate = planIndex(index, conditions, sort);
    if (candidate && (!best || candidate.score > best.score)) best = candidate;
  }
  if (geo && (!best || best.score < 10)) return geo;
  return (
    best?.plan ?? {
      kind: 'scan',
      residual: residualOf(conditions, []),
      wanted: wantedIndex(conditions, sort),
    }
  );
}

function planIndex(
  index: Index,
  conditions: readonly Condition[],
  sort: readonly SortField[],
): { plan: RangePlan; score: number } | undefined {
  let prefixes: Uint8Array[] = [new Uint8Array(0)];
  const settled: Condition[] = [];
  let at = 0;
  let pieces;
  let score = 0;
  for (; at < index.keys.length; at++) {
    const key = index.keys[at] as Index['keys'][number];
    const bounds = boundsOf(conditionsOn(conditions, key.path), index.multikey.has(at));
    const extended: Uint8Array[] | undefined =
      bounds?.points && extendPrefixes(prefixes, bounds.points, key.descending);
    if (!extended) {
      pieces = bounds?.ranges;
      if (pieces && bounds) {
        settled.push(...bounds.exact);
        score += 5;
      }
      break;
    }
    prefixes = extended;
    settled.push(...(bounds?.exact ?? []));
    score += 10;
  }
  const descending = index.keys[at]?.descending ?? false;
  const ranges = rangesUnder(prefixes, pieces, descending);
  const direction = ranges.length === 1 ? sortDirection(index, at, sort) : undefined;
  if (score === 0 && direction === undefined) return undefined;
  if (score > 0 && index.unique && at === index.keys.length) score += 5;
  const plan: RangePlan = {
    kind: 'ranges',
    index,
    ranges,
    reverse: direction === 'backward',
    ordered: direction !== undefined,
    repeats: index.multikey.size > 0,
    residual: residualOf(conditions, settled),
  };
  return { plan, score: score + (direction === undefined ? 0 : 2) - index.keys.length / 100 };
}

/** Whether reading the index from key `at` on gives the order; keys before it are fixed by equality. */
function sortDirection(
  index: Index,
  at: number,
  sort: readonly SortField[],
): 'forward' | 'backward' | undefined {
  if (sort.length === 0) return undefined;
  const fixed = new Set(
    index.keys.slice(0, at).map((key, position) => (index.multikey.has(position) ? '' : key.path)),
  );
  let direction: 'forward' | 'backward' | undefined;
  let next = at;
  for (const field of sort) {
    if (fixed.has(field.path)) continue;
    const key = index.keys[next];
    if (!key || key.path !== field.path || index.multikey.has(next)) return undefined;
    const needed = key.descending === field.descending ? 'forward' : 'backward';
    if (direction !== undefined && direction !== needed) return undefined;
    direction = needed;
    next++;
  }
  return direction;
}

function wantedIndex(conditions: readonly Condition[], sort: readonly SortField[]): string {
  const fields = conditions.filter((condition): condition is FieldCondition => condition.kind === 'field');
  const equal = fields
    .filter(({ op }) => op === '$eq' || op === '$in')
    .map(({ path }) => ({ path, descending: false, geo: false }));
  const geo = fields
    .filter(({ op }) => op.startsWith('$geo') || op === '$near')
    .map(({ path }) => ({ path, descending: false, geo: true }));
  const others = fields
    .filter(({ op }) => op.length <= 4 && op !== '$eq' && op !== '$in')
    .map(({ path }) => ({ path, descending: false, geo: false }));
  const order = sort.map(({ path, descending }) => ({ path, descending, geo: false }));
  const keys = new Map([...equal, ...geo, ...order, ...others].map((key) => [key.path, key]));
  return describeKeys({ keys: [...keys.values()] });
}
