import { cellBits, cellX, cellY, interleave, southOf, westOf } from './cell';
import { Heap } from './heap';
import {
  haversineFrom,
  haversineOfMeters,
  metersOfHaversine,
  type HaversineFrom,
  type Position,
} from './sphere';

/** Where one group's entries come from: memory, or the index table. */
export interface CellSource {
  /** Whether the cells from `low` to `high` have at most `max` entries. */
  fits(low: number, high: number, max: number): boolean;
  /** Visits the entries of the cells from `low` to `high`. */
  visit(low: number, high: number, visitor: (rid: number, lng: number, lat: number) => void): void;
}

/** An entry and its distance. */
export interface Near {
  rid: number;
  meters: number;
}

/** The centre of a search, and its least and greatest distance. */
export interface Circle {
  centre: Position;
  minMeters: number;
  maxMeters: number;
}

/**
 * Gives entries in order of distance, one at a time. Squares of cells and entries wait in two queues, ordered by their least
 * possible distance. A square whose turn comes is replaced by its entries, or by its four quarters when it has many.
 * The search begins with a square around the centre that has few entries. Everything outside it waits as one more item. When the
 * turn of that item comes, it is replaced by the square's three neighbours in the square twice as wide, and by everything outside
 * that one.
 * A document with several entries may come more than once.
 */
export class Nearest {
  private readonly squares = new Heap<Square>();
  private readonly entries = new Heap<number>();
  private readonly known: Map<number, number> | undefined;
  private readonly tooNear = new Set<number>();
  private readonly from: HaversineFrom;
  private readonly reach: number;

  /** @param others entries whose distance is already known, because their geometry is not a point */
  constructor(
    sources: readonly CellSource[],
    private readonly circle: Circle,
    others: readonly Near[] = [],
  ) {
    this.from = haversineFrom(circle.centre);
    // Rounding must not exclude an entry at exactly the greatest distance; `next` compares the metres again.
    this.reach = haversineOfMeters(circle.maxMeters) * (1 + 1e-9) + 1e-18;
    if (others.length) this.known = new Map(others.map(({ rid, meters }) => [rid, meters]));
    for (const { rid, meters } of others) this.entries.push(haversineOfMeters(meters), rid);
    for (const source of sources) this.begin(source);
  }

  /** The next nearest entry; undefined when the circle has no more. */
  next(): Near | undefined {
    const { squares, entries, known } = this;
    const { minMeters, maxMeters } = this.circle;
    while (true) {
      // At equal distance squares come first, because they may hold more entries at that distance.
      const bound = squares.least;
      const square = bound <= entries.least ? squares.pop() : undefined;
      if (square) {
        if (square.outside) this.widen(square, bound);
        else this.open(square);
        continue;
      }
      const haversine = entries.least;
      const rid = entries.pop();
      if (rid === undefined) return undefined;
      const meters = known?.get(rid) ?? metersOfHaversine(haversine);
      // The nearest geometry decides a document's distance, so one that is too near excludes the document.
      if (meters < minMeters) this.tooNear.add(rid);
      else if (meters <= maxMeters && !this.tooNear.has(rid)) return { rid, meters };
    }
  }

  /** Begins with the largest square around the centre that has few entries. */
  private begin(source: CellSource): void {
    const [lng, lat] = this.circle.centre;
    const [x, y] = [cellX(lng), cellY(lat)];
    let shift = 0;
    for (let tooWide = cellBits + 1; tooWide - shift > 1;) {
      const middle = (shift + tooWide) >>> 1;
      const [low, high] = cellsOf(x >>> middle, y >>> middle, middle);
      if (source.fits(low, high, leaf)) shift = middle;
      else tooWide = middle;
    }
    const square = { source, x: x >>> shift, y: y >>> shift, shift, outside: false };
    this.squares.push(0, square);
    this.pushOutside(square, 0);
  }

  /** @param bound the distance to everything outside a smaller square, which is a lower bound here too */
  private pushOutside({ source, x, y, shift }: Square, bound: number): void {
    if (shift === cellBits) return;
    const side = 2 ** shift;
    const haversine = this.from.outOfBox(
      westOf(x * side),
      southOf(y * side),
      westOf((x + 1) * side),
      southOf((y + 1) * side),
    );
    const least = Math.max(bound, haversine);
    if (least <= this.reach) this.squares.push(least, { source, x, y, shift, outside: true });
  }

  private widen({ source, x, y, shift }: Square, bound: number): void {
    const wider = { source, x: x >>> 1, y: y >>> 1, shift: shift + 1, outside: false };
    this.quarter(wider, x, y);
    this.pushOutside(wider, bound);
  }

  private open(square: Square): void {
    const { source, x, y, shift } = square;
    const { from, entries, reach } = this;
    const [low, high] = cellsOf(x, y, shift);
    if (shift > 0 && !source.fits(low, high, leaf)) return this.quarter(square);
    source.visit(low, high, (rid, lng, lat) => {
      const haversine = from.to(lng, lat);
      if (haversine <= reach) entries.push(haversine, rid);
    });
  }

  /** Queues the four quarters of a square, except the one that was already visited. */
  private quarter(square: Square, hadX = -1, hadY = -1): void {
    const { source } = square;
    const { from, squares, reach } = this;
    const shift = square.shift - 1;
    const side = 2 ** shift;
    const [left, bottom] = [square.x * 2, square.y * 2];
    const middle = westOf((left + 1) * side);
    const westTerm = from.lngTerm(westOf(left * side), middle);
    const eastTerm = from.lngTerm(middle, westOf((left + 2) * side));
    for (let y = bottom; y < bottom + 2; y++) {
      const south = Math.max(-90, southOf(y * side));
      const north = Math.min(90, southOf((y + 1) * side));
      if (north < south) continue;
      const latTerm = from.latTerm(south, north);
      const furthestLat = Math.max(Math.abs(south), Math.abs(north));
      for (let x = left; x < left + 2; x++) {
        if (x === hadX && y === hadY) continue;
        const haversine = from.toBox(latTerm, x === left ? westTerm : eastTerm, furthestLat);
        if (haversine <= reach) squares.push(haversine, { source, x, y, shift, outside: false });
      }
    }
  }
}

/** The first and the last cell of a square. */
function cellsOf(x: number, y: number, shift: number): [low: number, high: number] {
  const size = 4 ** shift;
  const low = interleave(x, y) * size;
  return [low, low + size - 1];
}

/** A square with at most this many entries is not divided. */
const leaf = 24;

interface Square {
  source: CellSource;
  x: number;
  y: number;
  /** The square is 2^shift cells wide. */
  shift: number;
  /** Whether the item means everything outside the square instead of the square. */
  outside: boolean;
}
