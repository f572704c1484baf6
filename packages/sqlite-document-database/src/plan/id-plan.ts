import type { Condition } from '../query/condition';
import type { RowTest } from '../read/row';
import { boundsOf } from './bounds';
import { conditionsOn, residualOf } from './conjuncts';

/** `_id` must be one of these; other conditions are checked on the documents. */
export interface IdPlan {
  kind: 'ids';
  /** The keys of the ids, sorted and without duplicates. */
  idKeys: Uint8Array[];
  residual: RowTest | undefined;
}

/** A plan for conditions that fix `_id` by equality or `in`, because no index reads fewer documents. */
export function planIds(conditions: readonly Condition[]): IdPlan | undefined {
  const onId = conditionsOn(conditions, '_id');
  const bounds = onId.length ? boundsOf(onId, false) : undefined;
  if (!bounds?.points) return undefined;
  return { kind: 'ids', idKeys: bounds.points, residual: residualOf(conditions, bounds.exact) };
}
