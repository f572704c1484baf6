import type { Condition } from '../query/condition';
import type { SortField } from '../query/sort';
import { conjuncts } from './conjuncts';
import { areaChoice, rangeChoices, unionChoice, type PlanChoice } from './choices';
import { fewestRows, smallestWithin } from './fewest-rows';
import { planGeo, type GeoPlan } from './geo-plan';
import { planIds, type IdPlan } from './id-plan';
import type { RangePlan } from './range-plan';
import type { Counted } from './row-count';
import { planScan, type ScanPlan } from './scan-plan';
import type { UnionPlan } from './union-plan';

/** How a query will be answered. */
export type Plan = IdPlan | RangePlan | UnionPlan | GeoPlan | ScanPlan;

/** The plan to read first. */
export interface Beginning {
  plan: Plan;
  /**
   * A plan that has fewer than `most` rows, if there is one. Requested when the first plan has read many rows and has
   * not found enough, because no count of index entries can predict how many of its rows match.
   */
  instead(most: number): Plan | undefined;
}

/** Up to this many rows, reading and sorting all is cheaper than walking an index in the wanted order. */
const fewRows = 32;

/**
 * Chooses the index that leaves the fewest rows to read. If only some of many matches are wanted, the index that gives
 * the order or fixes the most keys is tried first, and rows are counted only when that does not find them soon.
 * @param wanted how many documents are requested
 */
export function planQuery(
  counted: Counted,
  condition: Condition,
  sort: readonly SortField[],
  wanted: number,
): Beginning {
  const conditions = conjuncts(condition);
  const geo = planGeo(counted, conditions);
  if (geo?.kind === 'near') return settledOn(geo);
  const ids = planIds(conditions);
  if (ids) return settledOn(ids);

  const choices = rangeChoices(counted, conditions, sort);
  if (geo) choices.push(areaChoice(counted, geo));
  const exact = choices.find((choice) => choice.exact);
  if (exact) return settledOn(exact.plan);
  const withUnion = (): PlanChoice[] => {
    const union = unionChoice(counted, conditions);
    return union ? [...choices, union] : choices;
  };
  const first = firstInOrder(choices, sort, wanted);
  if (!first) {
    const best = fewestRows(withUnion().filter(({ narrows }) => narrows)) ?? choices[0];
    return settledOn(best?.plan ?? planScan(conditions, sort));
  }
  // A plan that only gives the order may walk the whole index, so the rows of an `$or` are counted too.
  const rivals = first.score < keyWorth ? withUnion() : choices;
  const few = rivals.length > 1 ? smallestWithin(rivals, Math.max(fewRows, wanted)) : undefined;
  if (few) return settledOn(few.plan);
  return {
    plan: first.plan,
    instead: (most) => {
      const others = withUnion().filter((choice) => choice !== first && choice.narrows);
      return smallestWithin(others, most)?.plan;
    },
  };
}

const settledOn = (plan: Plan): Beginning => ({ plan, instead: () => undefined });

/** Each fixed key is worth ten. Rows of equally good plans are counted up to this, which costs less than one read. */
const keyWorth = 10;
const counted = 4096;

/** Among plans that need not read all their rows, the one with the most fixed keys, then the smallest. */
function firstInOrder(
  choices: readonly PlanChoice[],
  sort: readonly SortField[],
  wanted: number,
): PlanChoice | undefined {
  if (wanted === Infinity) return undefined;
  const inOrder = choices.filter(({ ordered }) => ordered || sort.length === 0);
  const [best, ...others] = inOrder.sort((a, b) => b.score - a.score);
  if (!best) return undefined;
  const keys = Math.floor(best.score / keyWorth);
  const rivals = others.filter(({ score }) => keys > 0 && Math.floor(score / keyWorth) === keys);
  return rivals.length ? (smallestWithin([best, ...rivals], counted) ?? best) : best;
}
