import type { Index } from '../index/definition';
import type { Entry } from '../index/entries';
import { shapeMark } from '../index/entries';
import { keyText } from '../index/key';
import { CellList } from './cell-list';

/**
 * Groups of 2dsphere entries (same values in the keys before the 2dsphere key) that queries have asked for, kept in memory and up to
 * date with every write; the longest unused go when there are too many entries. The index tables stay the truth.
 */
export interface GeoMemory {
  /**
   * The group. A large one is read piece by piece between other requests: undefined until all of it is there.
   */
  group(index: Index, prefix: Uint8Array, table: () => GroupTable): CellList | undefined;
  added(index: Index, entry: Entry, rid: number): void;
  removed(index: Index, entry: Entry, rid: number): void;
  /** Forgets everything, after a batch was undone or an index was made or dropped. */
  clear(): void;
  report(): { groups: number; entries: number };
}

/** Where a group is read from. */
export interface GroupTable {
  /** Adds the next entries to the list, in the table's order. @returns the last of them; undefined when there are no more */
  readPoints(after: Reached | undefined, most: number, into: CellList): Reached | undefined;
  readShapes(): number[];
}

/** An entry's place in the table. */
export interface Reached {
  key: Uint8Array;
  rid: number;
}

interface Group {
  readonly list: CellList;
  /** When it was asked for last, counted in askings. */
  asked: number;
  /** How far it was read; undefined when all of it was. */
  reached: Reached | undefined;
}

/** @param pieceEntries how many entries are read before others have their turn */
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
    // The last is the one just asked for.
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

/** What comes later in the table will be read as it then is. */
function isRead({ reached }: Group, entry: Entry, rid: number): boolean {
  return !reached || (Buffer.compare(entry.key, reached.key) || rid - reached.rid) <= 0;
}
