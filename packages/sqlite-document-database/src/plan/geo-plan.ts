import { capBox, regionBox } from '../geo/box';
import { coverBox } from '../geo/cell';
import { readCap, readGeometry, readNear } from '../geo/predicates';
import type { Position } from '../geo/sphere';
import type { Index } from '../index/definition';
import type { Condition, FieldCondition } from '../query/condition';
import type { RowTest } from '../read/row';
import { noGeoIndex } from '../refusals';
import { boundsOf } from './bounds';
import { extendPrefixes, rangesUnder } from './key-range';
import { conditionsOn, literalOf, residualOf } from './conjuncts';
import { fewestRows, type Choice } from './fewest-rows';
import { countRows, type Counted } from './row-count';

export type GeoPlan = NearPlan | AreaPlan;

interface GroupedPlan {
  index: Index;
  /** The values of the keys before the 2dsphere key, encoded: the groups of entries to look in. */
  prefixes: Uint8Array[];
  /** The number of keys in the prefixes. If more keys precede the 2dsphere key, the groups must be found in the index. */
  fixedKeys: number;
  residual: RowTest | undefined;
}

export interface NearPlan extends GroupedPlan {
  kind: 'near';
  path: string;
  centre: Position;
  minMeters: number;
  maxMeters: number;
  /** A text that every document passing the residual contains, if one is known. */
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
export function planGeo(counted: Counted, conditions: readonly Condition[]): GeoPlan | undefined {
  const fields = conditions.filter((condition): condition is FieldCondition => condition.kind === 'field');
  const near = fields.find(({ op }) => op === '$near');
  if (near) {
    const group = chooseIndex(counted, conditions, near.path);
    if (!group) throw noGeoIndex(`unable to find index for $geoNear query on ${near.path}`);
    const { index, prefixes, fixedKeys, settled } = group;
    return {
      kind: 'near',
      path: near.path,
      ...readNear(near.operand),
      index,
      prefixes,
      fixedKeys,
      residual: residualOf(conditions, [...settled, near]),
      literal: literalOf(conditions, settled),
    };
  }
  const area = fields.find(({ op }) => op === '$geoWithin' || op === '$geoIntersects');
  const group = area && chooseIndex(counted, conditions, area.path);
  if (!area || !group) return undefined;
  const cap = readCap(area.operand);
  const box = cap ? capBox(cap.centre, cap.angle) : regionBox(readGeometry(area.op, area.operand));
  const { index, prefixes, fixedKeys, settled } = group;
  const residual = residualOf(conditions, settled);
  return { kind: 'area', index, prefixes, fixedKeys, cells: coverBox(...box), residual };
}

interface Group extends Omit<GroupedPlan, 'residual'>, Choice {
  settled: Condition[];
}

/**
 * The index on the path that leaves the fewest entries, because a walk over a group passes entries that do not match.
 * Groups are known only if all keys before the 2dsphere key are fixed; among the other indexes, the one with the most
 * fixed keys is chosen.
 */
function chooseIndex(counted: Counted, conditions: readonly Condition[], path: string): Group | undefined {
  const groups = counted.collection.indexes
    .filter((index) => index.keys[index.geoAt]?.path === path)
    .map((index) => groupIn(counted, index, conditions));
  const fixed = groups.filter(({ index, fixedKeys }) => fixedKeys === index.geoAt);
  if (fixed.length === 0) return groups.sort((a, b) => b.score - a.score)[0];
  return fewestRows(fixed.filter((group) => !fixed.some((other) => within(other, group))));
}

function groupIn(counted: Counted, index: Index, conditions: readonly Condition[]): Group {
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
  const score = fixedKeys === index.geoAt ? fixedKeys : fixedKeys - index.geoAt;
  const rows = (most: number): number =>
    countRows(counted, index.id, rangesUnder(prefixes, undefined, false), most);
  return { index, prefixes, fixedKeys, settled, score, rows };
}

/** Whether each group of the first is part of a group of the second. */
function within(first: Group, second: Group): boolean {
  if (first === second || first.fixedKeys < second.fixedKeys) return false;
  for (let at = 0; at < second.fixedKeys; at++) {
    const path = second.index.keys[at]?.path;
    if (!first.index.keys.some((key, place) => place < first.fixedKeys && key.path === path)) return false;
  }
  return first.fixedKeys > second.fixedKeys || first.index.id < second.index.id;
}
