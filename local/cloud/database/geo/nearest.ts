import { CELL_BITS, interleave, southOf, westOf } from './cell';
import { Heap } from './heap';
import {
  haversineFrom,
  haversineOfMeters,
  metersOfHaversine,
  type HaversineFrom,
  type Position,
} from './sphere';

/** Where the entries of one group come from: memory, or the index table. */
export interface CellSource {
  /**
   * Visits the entries of the cells low…high.
   * @returns false, having visited none, when there are more than `max`
   */
  range(
    low: number,
    high: number,
    max: number,
    visit: (rid: number, lng: number, lat: number) => void,
  ): boolean;
}

/** An entry and how far it is. */
export interface Near {
  rid: number;
  meters: number;
}

/**
 * Entries in order of distance, one at a time: squares of cells and entries wait in two queues by their (least) distance, and a square
 * that comes first is replaced by its entries, or by its four quarters when it has many.
 * The same document may come more than once if it has several entries.
 *
 * @param others entries whose distance is known already (geometries that are not points)
 */
export function* nearest(
  sources: readonly CellSource[],
  centre: Position,
  minMeters: number,
  maxMeters: number,
  others: readonly Near[] = [],
): Generator<Near, void, void> {
  const from = haversineFrom(centre);
  // Rounding must not cut off what is exactly as far as allowed; the metres themselves decide in the end.
  const reach = haversineOfMeters(maxMeters) * (1 + 1e-9) + 1e-18;
  const squares = new Heap<Square>();
  const entries = new Heap<number>();
  const known = new Map<number, number>();
  for (const { rid, meters } of others) {
    known.set(rid, meters);
    entries.push(haversineOfMeters(meters), rid);
  }
  for (const source of sources) squares.push(0, { source, x: 0, y: 0, shift: CELL_BITS });
  const visit = (rid: number, lng: number, lat: number): void => {
    const haversine = from.to(lng, lat);
    if (haversine <= reach) entries.push(haversine, rid);
  };
  while (true) {
    // At equal distance squares first, so that ties are complete when they come.
    const square = squares.least <= entries.least ? squares.pop() : undefined;
    if (square) {
      const { source, x, y, shift } = square;
      const size = 4 ** shift;
      const low = interleave(x, y) * size;
      if (!source.range(low, low + size - 1, shift === 0 ? Infinity : LEAF, visit))
        pushQuarters(squares, square, from, reach);
      continue;
    }
    const haversine = entries.least;
    const rid = entries.pop();
    if (rid === undefined) return;
    const meters = known.get(rid) ?? metersOfHaversine(haversine);
    if (meters >= minMeters && meters <= maxMeters) yield { rid, meters };
  }
}

/** A square with at most this many entries is not divided. */
const LEAF = 24;

interface Square {
  source: CellSource;
  x: number;
  y: number;
  /** The square is 2^shift cells wide. */
  shift: number;
}

function pushQuarters(squares: Heap<Square>, square: Square, from: HaversineFrom, reach: number): void {
  const { source } = square;
  const shift = square.shift - 1;
  const side = 2 ** shift;
  for (let quarter = 0; quarter < 4; quarter++) {
    const x = square.x * 2 + (quarter & 1);
    const y = square.y * 2 + (quarter >> 1);
    const south = southOf(y * side);
    const north = southOf((y + 1) * side);
    if (north < -90 || south > 90) continue;
    const haversine = from.toBox(
      westOf(x * side),
      Math.max(-90, south),
      westOf((x + 1) * side),
      Math.min(90, north),
    );
    if (haversine <= reach) squares.push(haversine, { source, x, y, shift });
  }
}
