import { pointMark } from '../index/entries';
import { KeyWriter } from '../index/key';
import type { KeyRange } from './key-range';

const writer = new KeyWriter();

/** The key of a cell's points within the group of a 2dsphere index that the prefix names. */
export function cellKey(prefix: Uint8Array, cell: number): Uint8Array {
  writer.truncate(0);
  writer.raw(prefix);
  writer.byte(pointMark);
  writer.integer(cell);
  return writer.take();
}

/** The points of inclusive ranges of cells, within each group. */
export function cellRanges(
  prefixes: readonly Uint8Array[],
  cells: readonly (readonly [low: number, high: number])[],
): KeyRange[] {
  return prefixes.flatMap((prefix) =>
    cells.map(([low, high]) => ({ low: cellKey(prefix, low), high: cellKey(prefix, high + 1) })),
  );
}
