import type { Condition } from '../query/condition';
import type { RowTest } from '../read/row';
import { conjuncts, residualOf } from './conjuncts';
import { fewestRows } from './fewest-rows';
import { idIndex, planIndex, type RangePlan } from './range-plan';
import { countRows, type Counted } from './row-count';

/** Each alternative of an `$or` is read from the index that serves it. */
export interface UnionPlan {
  kind: 'union';
  branches: RangePlan[];
  residual: RowTest | undefined;
}

/** With more alternatives than this, choosing a plan would take longer than reading. */
const maxBranches = 100;

/** A plan for the first `$or` of which every alternative has an index that narrows it. */
export function planUnion(counted: Counted, conditions: readonly Condition[]): UnionPlan | undefined {
  for (const condition of conditions) {
    if (condition.kind !== 'or' || condition.children.length > maxBranches) continue;
    const others = conditions.filter((other) => other !== condition);
    const branches: RangePlan[] = [];
    for (const child of condition.children) {
      const branch = planBranch(counted, [...others, ...conjuncts(child)]);
      if (!branch) break;
      branches.push(branch);
    }
    if (branches.length === condition.children.length)
      return { kind: 'union', branches, residual: residualOf(conditions, []) };
  }
  return undefined;
}

function planBranch(counted: Counted, conditions: readonly Condition[]): RangePlan | undefined {
  const candidates = [idIndex, ...counted.collection.indexes].flatMap((index) => {
    const candidate = index.geoAt < 0 ? planIndex(index, conditions, []) : undefined;
    if (!candidate || candidate.narrows.size === 0) return [];
    const { plan, score } = candidate;
    return { plan, score, rows: (most: number) => countRows(counted, plan.index.id, plan.ranges, most) };
  });
  return fewestRows(candidates)?.plan;
}
