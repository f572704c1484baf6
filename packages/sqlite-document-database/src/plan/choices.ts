import type { Condition } from '../query/condition';
import type { SortField } from '../query/sort';
import { cellRanges } from './cell-ranges';
import type { Choice } from './fewest-rows';
import type { AreaPlan } from './geo-plan';
import { idIndex, planIndex, type RangeCandidate, type RangePlan } from './range-plan';
import { countRows, type Counted } from './row-count';
import { planUnion, type UnionPlan } from './union-plan';

/** A plan to choose from. */
export interface PlanChoice extends Choice {
  plan: RangePlan | UnionPlan | AreaPlan;
  /** Whether it reads fewer rows than the collection has documents. */
  narrows: boolean;
  /** Whether its rows come in the wanted order. */
  ordered: boolean;
  /** Whether it reads at most one row for each value of the condition. */
  exact: boolean;
}

/** A plan for each index, without plans that another index beats in any case. */
export function rangeChoices(
  counted: Counted,
  conditions: readonly Condition[],
  sort: readonly SortField[],
): PlanChoice[] {
  const candidates: RangeCandidate[] = [];
  for (const index of [idIndex, ...counted.collection.indexes]) {
    const candidate = index.geoAt < 0 ? planIndex(index, conditions, sort) : undefined;
    if (candidate) candidates.push(candidate);
  }
  return candidates
    .filter((candidate) => !candidates.some((other) => other !== candidate && covers(other, candidate)))
    .map(({ plan, narrows, exact, score }) => ({
      plan,
      narrows: narrows.size > 0,
      ordered: plan.ordered,
      exact,
      score,
      rows: (most) => countRows(counted, plan.index.id, plan.ranges, most),
    }));
}

/** Whether the first fixes every key that the second fixes, and gives the order if the second does. */
function covers(first: RangeCandidate, second: RangeCandidate): boolean {
  if (second.plan.ordered && !first.plan.ordered) return false;
  for (const path of second.narrows) if (!first.narrows.has(path)) return false;
  const same = first.narrows.size === second.narrows.size && first.plan.ordered === second.plan.ordered;
  return (
    !same ||
    first.score > second.score ||
    (first.score === second.score && first.plan.index.id < second.plan.index.id)
  );
}

/** The alternatives of an `$or`, each through an index of its own, where each has one. */
export function unionChoice(counted: Counted, conditions: readonly Condition[]): PlanChoice | undefined {
  const plan = planUnion(counted, conditions);
  if (!plan) return undefined;
  return {
    plan,
    narrows: true,
    ordered: false,
    exact: false,
    score: 0,
    rows(most) {
      let total = 0;
      for (const { index, ranges } of plan.branches) {
        if (total >= most) return most;
        total += countRows(counted, index.id, ranges, most - total);
      }
      return total;
    },
  };
}

/** A 2dsphere index for an area. When its groups must be found first, their row count is unknown until then. */
export function areaChoice(counted: Counted, plan: AreaPlan): PlanChoice {
  const { index, prefixes, fixedKeys, cells } = plan;
  return {
    plan,
    narrows: true,
    ordered: false,
    exact: false,
    // Worth more than giving part of the order, less than fixing a key.
    score: 9,
    rows: (most) =>
      fixedKeys === index.geoAt ? countRows(counted, index.id, cellRanges(prefixes, cells), most) : most,
  };
}
