import { describeKeys } from '../index/definition';
import type { Condition, FieldCondition } from '../query/condition';
import type { SortField } from '../query/sort';
import type { RowTest } from '../read/row';
import { residualOf } from './conjuncts';

export interface ScanPlan {
  kind: 'scan';
  residual: RowTest | undefined;
  /** The keys of the index that would have helped. */
  wanted: string;
}

/** Reads every document. */
export function planScan(conditions: readonly Condition[], sort: readonly SortField[]): ScanPlan {
  return { kind: 'scan', residual: residualOf(conditions, []), wanted: wantedIndex(conditions, sort) };
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
