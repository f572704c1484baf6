import type { Index } from '../index/definition';
import type { Entry } from '../index/entries';
import { shapeMark } from '../index/entries';
import { keyText } from '../index/key';
import { CellList } from './cell-list';

/**
 * Keeps the groups of 2dsphere entries that queries asked for in memory; a group has equal values in the keys before
 * the 2dsphere key. Every write updates the groups, and the longest unused are dropped when there are too many entries.
 * The index tables remain authoritative.
 */
export interface GeoMemory {
  /**
   * The entries of a group. A large group is loaded piece by piece between other requests; until then the answer is undefined.
   */
  group(index: Index, prefix: Uint8Array, table: () => GroupTable): CellList | undefined;
  added(index: Index, entry: Entry, rid: number): void;
  removed(index: Index, entry: Entry, rid: number): void;
  /** Clears everything. Called after a batch was rolled back and after an index was created or dropped. */
  clear(): void;
  report(): { groups: number; entries: number };
}

/** The index table that a group is loaded from. */
export interface GroupTable {
  /**
   * Appends the next entries to the list, in the table's order. @returns the place of the last one; undefined when the table has
   * no more
   */
  readPoints(after: Reached | undefined, most: number, into: CellList): Reached | undefined;
  readShapes(): number[];
}

/** The place of an entry in the table. */
export interface Reached {
  key: Uint8Array;
  rid: number;
}

interface Group {
  readonly list: CellList;
  /** A counter's value at the last request for the group; the lowest is the longest unused. */
  asked: number;
  /** The last entry loaded so far; undefined once the group is complete. */
  reached: Reached | undefined;
}

/** @param pieceEntries how many entries are loaded before other requests run */
export function geoMemory(maxEntries: number, pieceEntries: number): GeoMemory {
  const groups = new Map<string, Group>();
  let entries = 0;
  let asked = 0;

  const nameOf = (index: Index, prefix: Uint8Array): string => `${index.id}:${keyText(prefix)}`;

  const groupOf = (index: Index, entry: Entry): Group | undefined =>
    groups.size ? groups.get(nameOf(index, entry.key.subarray(0, entry.geoOffset))) : undefined;

  const makeRoom = (): void => {
    if (entries <= maxEntries) return;
    const longestUnused = [...groups].sort(([, a], [, b]) => a.asked - b.asked);
    // Keeps the last group, because it is the one just requested.
    for (const [name, { list }] of longestUnused.slice(0, -1)) {
      if (entries <= maxEntries) return;
      groups.delete(name);
      entries -= list.size;
    }
  };

  const readPiece = (group: Group, table: GroupTable): void => {
    const before = group.list.size;
    group.reached = table.readPoints(group.reached, pieceEntries, group.list);
    entries += group.list.size - before;
    makeRoom();
  };

  const readOn = (name: string, group: Group, table: GroupTable): void => {
    setImmediate(() => {
      if (groups.get(name) !== group) return;
      readPiece(group, table);
      if (group.reached) readOn(name, group, table);
    });
  };

  return {
    group(index, prefix, tableOf) {
      const name = nameOf(index, prefix);
      let group = groups.get(name);
      if (group) group.asked = ++asked;
      else {
        group = { list: new CellList(), asked: ++asked, reached: undefined };
        groups.set(name, group);
        const table = tableOf();
        for (const rid of table.readShapes()) group.list.shapes.add(rid);
        readPiece(group, table);
        if (group.reached) readOn(name, group, table);
      }
      return group.reached ? undefined : group.list;
    },
    added(index, entry, rid) {
      const group = groupOf(index, entry);
      if (!group) return;
      if (entry.key[entry.geoOffset] === shapeMark) group.list.shapes.add(rid);
      else if (isRead(group, entry, rid)) {
        group.list.insert(rid, entry.lng ?? 0, entry.lat ?? 0);
        entries++;
      }
    },
    removed(index, entry, rid) {
      const group = groupOf(index, entry);
      if (!group) return;
      if (entry.key[entry.geoOffset] === shapeMark) group.list.shapes.delete(rid);
      else if (isRead(group, entry, rid)) {
        group.list.remove(rid, entry.lng ?? 0, entry.lat ?? 0);
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

/**
 * Whether an entry lies in the part that is already loaded. Loading will meet later entries as they are then, so they need no
 * update.
 */
function isRead({ reached }: Group, entry: Entry, rid: number): boolean {
  return !reached || (Buffer.compare(entry.key, reached.key) || rid - reached.rid) <= 0;
}
