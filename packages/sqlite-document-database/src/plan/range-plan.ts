import type { Index } from '../index/definition';
import type { Condition } from '../query/condition';
import type { SortField } from '../query/sort';
import type { RowTest } from '../read/row';
import { boundsOf } from './bounds';
import { conditionsOn, residualOf } from './conjuncts';
import { extendPrefixes, rangesUnder, type KeyRange } from './key-range';

export interface RangePlan {
  kind: 'ranges';
  index: Index;
  ranges: KeyRange[];
  /** Whether the index is read from its end. */
  reverse: boolean;
  /** Whether the rows already come in the wanted order. */
  ordered: boolean;
  /** Whether a document may come more than once. */
  repeats: boolean;
  /** The condition that the index does not settle, to be checked on each document. */
  residual: RowTest | undefined;
}

/** A way to answer from one index. */
export interface RangeCandidate {
  plan: RangePlan;
  /** Fields whose conditions the ranges express. */
  narrows: Set<string>;
  /** Whether every key is fixed and the index unique, so that no range holds more than one document. */
  exact: boolean;
  /** The number of fixed keys: of plans with equally many rows, the one with more is preferred. */
  score: number;
}

/** The table itself, which is in the order of `_id` and can be read like an index. */
export const idIndex: Index = {
  id: 0,
  name: '_id_',
  unique: true,
  keys: [{ path: '_id', parts: ['_id'], descending: false, geo: false }],
  geoAt: -1,
  multikey: new Set(),
  multikeySaved: 0,
};

/** The plan of one index; undefined when it neither reduces the rows nor gives the order. */
export function planIndex(
  index: Index,
  conditions: readonly Condition[],
  sort: readonly SortField[],
): RangeCandidate | undefined {
  let prefixes: Uint8Array[] = [new Uint8Array(0)];
  const settled: Condition[] = [];
  const narrows = new Set<string>();
  let at = 0;
  let pieces;
  for (; at < index.keys.length; at++) {
    const key = index.keys[at] as Index['keys'][number];
    const bounds = boundsOf(conditionsOn(conditions, key.path), index.multikey.has(at));
    const extended: Uint8Array[] | undefined =
      bounds?.points && extendPrefixes(prefixes, bounds.points, key.descending);
    if (extended || bounds?.ranges) {
      narrows.add(key.path);
      settled.push(...(bounds?.exact ?? []));
    }
    if (!extended) {
      pieces = bounds?.ranges;
      break;
    }
    prefixes = extended;
  }
  const descending = index.keys[at]?.descending ?? false;
  const ranges = rangesUnder(prefixes, pieces, descending);
  const direction = ranges.length === 1 ? sortDirection(index, at, sort) : undefined;
  if (narrows.size === 0 && direction === undefined) return undefined;
  const plan: RangePlan = {
    kind: 'ranges',
    index,
    ranges,
    reverse: direction === 'backward',
    ordered: direction !== undefined,
    repeats: index.multikey.size > 0,
    residual: residualOf(conditions, settled),
  };
  const score = at * 10 + (pieces ? 5 : 0) + (direction === undefined ? 0 : 2) - index.keys.length / 100;
  return { plan, narrows, exact: index.unique && at === index.keys.length, score };
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
