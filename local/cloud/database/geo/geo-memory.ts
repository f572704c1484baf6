import type { Index } from '../index/definition';
import type { Entry } from '../index/entries';
import { SHAPE_MARK } from '../index/entries';
import { keyText } from '../index/key';
import { CellList } from './cell-list';

/**
 * Groups of 2dsphere entries (same values in the keys before the 2dsphere key) that queries have asked for, kept in memory and up to
 * date with every write; the longest unused go when there are too many entries. The index tables stay the truth.
 */
export interface GeoMemory {
  /** The group, loaded when it is not there yet. */
  group(index: Index, prefix: Uint8Array, load: (into: CellList) => void): CellList;
  added(index: Index, entry: Entry, rid: number): void;
  removed(index: Index, entry: Entry, rid: number): void;
  /** Forgets everything, after a batch was undone or an index was made or dropped. */
  clear(): void;
  report(): { groups: number; entries: number };
}

interface Group {
  list: CellList;
  /** When it was asked for last, counted in askings. */
  asked: number;
}

export function geoMemory(maxEntries: number): GeoMemory {
  const groups = new Map<string, Group>();
  let entries = 0;
  let asked = 0;

  const nameOf = (index: Index, prefix: Uint8Array): string => `${index.id}:${keyText(prefix)}`;

  const loaded = (index: Index, entry: Entry): CellList | undefined =>
    groups.size ? groups.get(nameOf(index, entry.key.subarray(0, entry.geoOffset)))?.list : undefined;

  const makeRoom = (): void => {
    if (entries <= maxEntries) return;
    const longestUnused = [...groups].sort(([, a], [, b]) => a.asked - b.asked);
    // The last is the one just asked for.
    for (const [name, { list }] of longestUnused.slice(0, -1)) {
      if (entries <= maxEntries) return;
      groups.delete(name);
      entries -= list.size;
    }
  };

  return {
    group(index, prefix, load) {
      const name = nameOf(index, prefix);
      const known = groups.get(name);
      if (known) {
        known.asked = ++asked;
        return known.list;
      }
      const list = new CellList();
      load(list);
      groups.set(name, { list, asked: ++asked });
      entries += list.size;
      makeRoom();
      return list;
    },
    added(index, entry, rid) {
      const list = loaded(index, entry);
      if (!list) return;
      if (entry.key[entry.geoOffset] === SHAPE_MARK) list.shapes.add(rid);
      else {
        list.insert(rid, entry.lng ?? 0, entry.lat ?? 0);
        entries++;
      }
    },
    removed(index, entry, rid) {
      const list = loaded(index, entry);
      if (!list) return;
      if (entry.key[entry.geoOffset] === SHAPE_MARK) list.shapes.delete(rid);
      else {
        list.remove(rid, entry.lng ?? 0, entry.lat ?? 0);
        entries--;
      }
    },
    clear() {
      groups.clear();
      entries = 0;
    },
    report: () => ({ groups: groups.size, entries }),
  };
}
