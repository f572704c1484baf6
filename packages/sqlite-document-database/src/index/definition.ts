import type { IndexSpec } from '../collection-spec';
import { pathParts } from '../values/path';

/** An index as the engine sees it: its entries are in the table `i_<id>`. */
export interface Index {
  id: number;
  name: string;
  unique: boolean;
  keys: IndexKey[];
  /** The position of the 2dsphere key; -1 without one. */
  geoAt: number;
  /** Positions of keys under which some document has ever had an array, and so several entries. */
  multikey: Set<number>;
  /** The number of these positions that are saved on disk. */
  multikeySaved: number;
}

export interface IndexKey {
  path: string;
  /** The parts of the path. */
  parts: readonly string[];
  descending: boolean;
  geo: boolean;
}

/** @throws Error naming the index when its keys are not allowed */
export function indexFromSpec(id: number, spec: IndexSpec): Index {
  const keys = spec.keys.map(({ name, direction }) => {
    if (!['1', '-1', '2dsphere'].includes(direction))
      throw new Error(
        `index ${spec.indexName}: direction ${String(direction)} is not "1", "-1" or "2dsphere"`,
      );
    return {
      path: name,
      parts: pathParts(name),
      descending: direction === '-1',
      geo: direction === '2dsphere',
    };
  });
  if (keys.length === 0) throw new Error(`index ${spec.indexName} has no keys`);
  if (keys.filter((key) => key.geo).length > 1)
    throw new Error(`index ${spec.indexName} has more than one 2dsphere key`);
  if (spec.unique && keys.some((key) => key.geo))
    throw new Error(`index ${spec.indexName}: a 2dsphere index cannot be unique`);
  return {
    id,
    name: spec.indexName,
    unique: spec.unique,
    keys,
    geoAt: keys.findIndex((key) => key.geo),
    multikey: new Set(),
    multikeySaved: 0,
  };
}

/** Whether a declared index equals an existing one. */
export function sameIndex(a: Index, b: Index): boolean {
  return a.unique === b.unique && JSON.stringify(a.keys) === JSON.stringify(b.keys);
}

/** The index's name for developers: `board_1_status_1_publicPoint_2dsphere`. */
export function describeKeys(index: { keys: readonly Omit<IndexKey, 'parts'>[] }): string {
  return index.keys
    .map((key) => `${key.path}_${key.geo ? '2dsphere' : key.descending ? '-1' : '1'}`)
    .join('_');
}
