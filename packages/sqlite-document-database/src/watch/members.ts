import { encodeKey, keyText } from '../index/key';
import { compareSortKeys, sortKeys, type SortField } from '../query/sort';
import { documentOf, type Row } from '../read/row';

/** The documents in a watched query's result, by the text of their ids' keys. */
export interface Members {
  readonly size: number;
  /** The length of all texts together. */
  readonly characters: number;
  get(idText: string): Row | undefined;
  put(idText: string, row: Row): void;
  drop(idText: string): void;
  /**
   * Replaces all members.
   * @returns the earlier members
   */
  replace(rows: readonly Row[]): ReadonlyMap<string, Row>;
  all(): ReadonlyMap<string, Row>;
  /** The last member in the order of the sort. */
  last(): [string, Row];
  compare(a: Row, b: Row): number;
}

export function createMembers(sort: readonly SortField[]): Members {
  let members = new Map<string, Row>();
  let characters = 0;
  /** The last member in the order, while it is known. */
  let last: [string, Row] | undefined;

  const compare = (a: Row, b: Row): number =>
    compareSortKeys(sortKeys(documentOf(a), sort), sortKeys(documentOf(b), sort), sort);

  return {
    get size() {
      return members.size;
    },
    get characters() {
      return characters;
    },
    get: (idText) => members.get(idText),
    put(idText, row) {
      characters += row.text.length - (members.get(idText)?.text.length ?? 0);
      members.set(idText, row);
      last = undefined;
    },
    drop(idText) {
      characters -= members.get(idText)?.text.length ?? 0;
      members.delete(idText);
      last = undefined;
    },
    replace(rows) {
      const earlier = members;
      members = new Map(rows.map((row) => [idTextOf(row), row]));
      characters = rows.reduce((sum, { text }) => sum + text.length, 0);
      last = undefined;
      return earlier;
    },
    all: () => members,
    last: () =>
      (last ??= [...members].reduce((worst, each) => (compare(each[1], worst[1]) > 0 ? each : worst))),
    compare,
  };
}

/** Orders rows by their sort keys. */
export function inOrder(rows: readonly Row[], sort: readonly SortField[]): Row[] {
  return rows
    .map((row) => ({ row, keys: sortKeys(documentOf(row), sort) }))
    .sort((a, b) => compareSortKeys(a.keys, b.keys, sort))
    .map(({ row }) => row);
}

export function idTextOf(row: Row): string {
  return keyText(encodeKey(documentOf(row)._id));
}
