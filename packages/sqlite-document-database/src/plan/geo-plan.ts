import { capBox, regionBox } from '../geo/box';
import { coverBox } from '../geo/cell';
import { readCap, readGeometry, readNear } from '../geo/predicates';
import type { Position } from '../geo/sphere';
import type { Index } from '../index/definition';
import type { Condition, FieldCondition } from '../query/condition';
import type { RowTest } from '../read/row';
import { noGeoIndex } from '../refusals';
import { boundsOf } from './bounds';
import { extendPrefixes } from './key-range';
import { conditionsOn, literalOf, residualOf } from './conjuncts';

export type GeoPlan = NearPlan | AreaPlan;

interface GroupedPlan {
  index: Index;
  /** The values of the keys before the 2dsphere key, encoded: the groups of entries to look in. */
  prefixes: Uint8Array[];
  /** How many keys the prefixes hold; where it is fewer than stand before the 2dsphere key, groups are found by looking. */
  fixedKeys: number;
  residual: RowTest | undefined;
}

export interface NearPlan extends GroupedPlan {
  kind: 'near';
  path: string;
  centre: Position;
  minMeters: number;
  maxMeters: number;
  /** What stands in the text of every document that passes the residual, if that is known. */
  literal: string | undefined;
}

export interface AreaPlan extends GroupedPlan {
  kind: 'area';
  /** Inclusive ranges of cells. */
  cells: [number, number][];
}

/**
 * A plan with a 2dsphere index for `$near`, `$geoWithin` or `$geoIntersects`.
 * @throws PlatformError for a `$near` without an index
 */
export function planGeo(indexes: readonly Index[], conditions: readonly Condition[]): GeoPlan | undefined {
  const fields = conditions.filter((condition): condition is FieldCondition => condition.kind === 'field');
  const near = fields.find(({ op }) => op === '$near');
  if (near) {
    const group = chooseIndex(indexes, conditions, near.path);
    if (!group) throw noGeoIndex(`unable to find index for $geoNear query on ${near.path}`);
    const { settled, ...grouped } = group;
    return {
      kind: 'near',
      path: near.path,
      ...readNear(near.operand),
      ...grouped,
      residual: residualOf(conditions, [...settled, near]),
      literal: literalOf(conditions, settled),
    };
  }
  const area = fields.find(({ op }) => op === '$geoWithin' || op === '$geoIntersects');
  const group = area && chooseIndex(indexes, conditions, area.path);
  if (!area || !group) return undefined;
  const cap = readCap(area.operand);
  const box = cap ? capBox(cap.centre, cap.angle) : regionBox(readGeometry(area.op, area.operand));
  const { settled, ...grouped } = group;
  return { kind: 'area', cells: coverBox(...box), ...grouped, residual: residualOf(conditions, settled) };
}

/** The index on the path with the most keys before it fixed; one whose keys are all fixed before any other. */
function chooseIndex(indexes: readonly Index[], conditions: readonly Condition[], path: string) {
  let best: (Omit<GroupedPlan, 'residual'> & { settled: Condition[]; score: number }) | undefined;
  for (const index of indexes) {
    if (index.keys[index.geoAt]?.path !== path) continue;
    let prefixes: Uint8Array[] = [new Uint8Array(0)];
    const settled: Condition[] = [];
    let fixedKeys = 0;
    for (; fixedKeys < index.geoAt; fixedKeys++) {
      const key = index.keys[fixedKeys] as Index['keys'][number];
      const bounds = boundsOf(conditionsOn(conditions, key.path), index.multikey.has(fixedKeys));
      const extended = bounds?.points && extendPrefixes(prefixes, bounds.points, key.descending);
      if (!extended) break;
      prefixes = extended;
      settled.push(...(bounds?.exact ?? []));
    }
    const score = fixedKeys === index.geoAt ? 1000 + fixedKeys : fixedKeys - index.geoAt;
    if (!best || score > best.score) best = { index, prefixes, fixedKeys, settled, score };
  }
  return best;
}
