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

export function geoMemory(maxEntries: number): GeoMemory {
  const groups = new Map<string, CellList>();
  let entries = 0;

  const nameOf = (index: Index, prefix: Uint8Array): string => `${index.id}:${keyText(prefix)}`;

  const loaded = (index: Index, entry: Entry): CellList | undefined =>
    groups.size ? groups.get(nameOf(index, entry.key.subarray(0, entry.geoOffset))) : undefined;

  const makeRoom = (keep: string): void => {
    for (const [name, list] of groups) {
      if (entries <= maxEntries) return;
      if (name === keep) continue;
      groups.delete(name);
      entries -= list.size;
    }
  };

  return {
    group(index, prefix, load) {
      const name = nameOf(index, prefix);
      let list = groups.get(name);
      if (list) {
        // To the end of the line of those to go.
        groups.delete(name);
        groups.set(name, list);
        return list;
      }
      list = new CellList();
      load(list);
      groups.set(name, list);
      entries += list.size;
      makeRoom(name);
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
