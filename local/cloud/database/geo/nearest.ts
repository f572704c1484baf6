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

/** Where to look from, and how far. */
export interface Circle {
  centre: Position;
  minMeters: number;
  maxMeters: number;
}

/**
 * Entries in order of distance, one at a time: squares of cells and entries wait in two queues by their (least) distance, and a square
 * that comes first is replaced by its entries, or by its four quarters when it has many.
 * The same document may come more than once if it has several entries.
 */
export class Nearest {
  private readonly squares = new Heap<Square>();
  private readonly entries = new Heap<number>();
  private readonly known: Map<number, number> | undefined;
  private readonly tooNear = new Set<number>();
  private readonly from: HaversineFrom;
  private readonly reach: number;

  /** @param others entries whose distance is known already (geometries that are not points) */
  constructor(
    sources: readonly CellSource[],
    private readonly circle: Circle,
    others: readonly Near[] = [],
  ) {
    this.from = haversineFrom(circle.centre);
    // Rounding must not cut off what is exactly as far as allowed; the metres themselves decide in the end.
    this.reach = haversineOfMeters(circle.maxMeters) * (1 + 1e-9) + 1e-18;
    if (others.length) this.known = new Map(others.map(({ rid, meters }) => [rid, meters]));
    for (const { rid, meters } of others) this.entries.push(haversineOfMeters(meters), rid);
    for (const source of sources) this.squares.push(0, { source, x: 0, y: 0, shift: CELL_BITS });
  }

  /** The next nearest; undefined when there is none within the circle. */
  next(): Near | undefined {
    const { squares, entries, known } = this;
    const { minMeters, maxMeters } = this.circle;
    while (true) {
      // At equal distance squares first, so that ties are complete when they come.
      const square = squares.least <= entries.least ? squares.pop() : undefined;
      if (square) {
        this.open(square);
        continue;
      }
      const haversine = entries.least;
      const rid = entries.pop();
      if (rid === undefined) return undefined;
      const meters = known?.get(rid) ?? metersOfHaversine(haversine);
      // A document is as far as its nearest geometry: too near is too near, whatever else it has.
      if (meters < minMeters) this.tooNear.add(rid);
      else if (meters <= maxMeters && !this.tooNear.has(rid)) return { rid, meters };
    }
  }

  private open(square: Square): void {
    const { source, x, y, shift } = square;
    const { from, entries, reach } = this;
    const size = 4 ** shift;
    const low = interleave(x, y) * size;
    const all = source.range(low, low + size - 1, shift === 0 ? Infinity : LEAF, (rid, lng, lat) => {
      const haversine = from.to(lng, lat);
      if (haversine <= reach) entries.push(haversine, rid);
    });
    if (!all) this.quarter(square);
  }

  private quarter(square: Square): void {
    const shift = square.shift - 1;
    const side = 2 ** shift;
    for (let quarter = 0; quarter < 4; quarter++) {
      const x = square.x * 2 + (quarter & 1);
      const y = square.y * 2 + (quarter >> 1);
      const south = southOf(y * side);
      const north = southOf((y + 1) * side);
      if (north < -90 || south > 90) continue;
      const haversine = this.from.toBox(
        westOf(x * side),
        Math.max(-90, south),
        westOf((x + 1) * side),
        Math.min(90, north),
      );
      if (haversine <= this.reach) this.squares.push(haversine, { source: square.source, x, y, shift });
    }
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
