import type { Condition } from '../query/condition';
import type { RowTest } from '../read/row';
import { boundsOf } from './bounds';
import { conditionsOn, residualOf } from './conjuncts';

/** `_id` is one of these, whatever else is asked. */
export interface IdPlan {
  kind: 'ids';
  /** Keys of ids in their order, each once. */
  idKeys: Uint8Array[];
  residual: RowTest | undefined;
}

/** A plan for conditions that fix `_id` by equality or `in`: nothing narrows more. */
export function planIds(conditions: readonly Condition[]): IdPlan | undefined {
  const onId = conditionsOn(conditions, '_id');
  const bounds = onId.length ? boundsOf(onId, false) : undefined;
  if (!bounds?.points) return undefined;
  return { kind: 'ids', idKeys: bounds.points, residual: residualOf(conditions, bounds.exact) };
}
