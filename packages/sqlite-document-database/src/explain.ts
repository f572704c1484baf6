import { collectionNamed, type Engine } from './engine';
import { describeKeys } from './index/definition';
import { parseQuery } from './query/condition';
import { parseSort } from './query/sort';
import { select, type Trace } from './read/select';
import { stringifyEjson, parseEjson } from './values/ejson';
import type { Value } from './values/value';

/** How a query was answered. */
export interface Explanation {
  /** `ids`: by `_id`; `near`, `area`: a 2dsphere index; `ranges`: another index; `union`: one for each part of an `$or`; `scan`: every document. */
  plan: 'ids' | 'near' | 'area' | 'ranges' | 'union' | 'scan';
  /** The index and its keys. */
  index?: string;
  /** The number of ranges or groups of the index that were searched. */
  ranges?: number;
  /** Whether the index gave the order. */
  ordered?: boolean;
  /** Whether documents were parsed and checked, because the index alone does not decide. */
  checked: boolean;
  /** The number of documents that were fetched. */
  examined: number;
  returned: number;
  /** For a scan: the index that would have served. */
  wanted?: string;
}

/** Runs a query and reports how it was answered. `query` and `order` are plain values or Extended JSON text. */
export async function explain(
  engine: Engine,
  name: string,
  query: unknown,
  { order, limit }: { order?: unknown; limit?: number } = {},
): Promise<Explanation> {
  const trace: Trace = { examined: 0 };
  const collection = collectionNamed(engine, name);
  const rows = await select(engine.view, collection, parseQuery(toValue(query)), {
    sort: parseSort(order === undefined ? undefined : toValue(order)),
    limit,
    trace,
  });
  const { plan } = trace;
  if (!plan) return { plan: 'scan', checked: false, examined: 0, returned: rows.length };
  const outcome = {
    plan: plan.kind,
    checked: plan.residual !== undefined,
    examined: trace.examined,
    returned: rows.length,
  };
  if (plan.kind === 'scan') return { ...outcome, wanted: plan.wanted };
  if (plan.kind === 'ids') return { ...outcome, index: '_id_ (_id_1)', ranges: plan.idKeys.length };
  if (plan.kind === 'union') {
    const { branches } = plan;
    return {
      ...outcome,
      index: branches.map(({ index }) => `${index.name} (${describeKeys(index)})`).join(', '),
      ranges: branches.reduce((sum, { ranges }) => sum + ranges.length, 0),
      ordered: false,
    };
  }
  return {
    ...outcome,
    index: `${plan.index.name} (${describeKeys(plan.index)})`,
    ranges: plan.kind === 'ranges' ? plan.ranges.length : plan.prefixes.length,
    ordered: plan.kind === 'near' || (plan.kind === 'ranges' && plan.ordered),
  };
}

function toValue(value: unknown): Value {
  return typeof value === 'string' ? parseEjson(value) : parseEjson(stringifyEjson(value as Value));
}
