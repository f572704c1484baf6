import { CELL_BITS, interleave, southOf, westOf } from './cell';
import { boxDistanceMeters, distanceMeters, type Position } from './sphere';

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
 * Entries in order of distance, one at a time: squares of cells and entries wait in one queue by their (least) distance, and a square
 * that comes to the front is replaced by its entries, or by its four quarters when it has many.
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
  const [lng, lat] = centre;
  const queue = new DistanceQueue();
  for (const other of others) queue.push(other.meters, other);
  for (const source of sources) queue.push(0, { source, x: 0, y: 0, shift: CELL_BITS });
  for (let item = queue.pop(); item; item = queue.pop()) {
    if ('rid' in item) {
      if (item.meters >= minMeters && item.meters <= maxMeters) yield item;
      continue;
    }
    const { source, x, y, shift } = item;
    const size = 4 ** shift;
    const low = interleave(x, y) * size;
    const all = source.range(
      low,
      low + size - 1,
      shift === 0 ? Infinity : LEAF,
      (rid, entryLng, entryLat) => {
        const meters = distanceMeters(lng, lat, entryLng, entryLat);
        if (meters <= maxMeters) queue.push(meters, { rid, meters });
      },
    );
    if (!all) pushQuarters(queue, item, lng, lat, maxMeters);
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

function pushQuarters(
  queue: DistanceQueue,
  square: Square,
  lng: number,
  lat: number,
  maxMeters: number,
): void {
  const shift = square.shift - 1;
  const side = 2 ** shift;
  for (let quarter = 0; quarter < 4; quarter++) {
    const x = square.x * 2 + (quarter & 1);
    const y = square.y * 2 + (quarter >> 1);
    const south = southOf(y * side);
    const north = southOf((y + 1) * side);
    if (north < -90 || south > 90) continue;
    const meters = boxDistanceMeters(
      lng,
      lat,
      westOf(x * side),
      Math.max(-90, south),
      westOf((x + 1) * side),
      Math.min(90, north),
    );
    if (meters <= maxMeters) queue.push(meters, { source: square.source, x, y, shift });
  }
}

/** A binary heap: least distance first; at equal distance squares before entries, so that ties are complete when they come. */
class DistanceQueue {
  private items: (Near | Square)[] = [];
  private distances: number[] = [];

  push(meters: number, item: Near | Square): void {
    const { items, distances } = this;
    let at = items.length;
    items.push(item);
    distances.push(meters);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!before(meters, item, distances[parent] as number, items[parent] as Near | Square)) break;
      items[at] = items[parent] as Near | Square;
      distances[at] = distances[parent] as number;
      at = parent;
    }
    items[at] = item;
    distances[at] = meters;
  }

  pop(): Near | Square | undefined {
    const { items, distances } = this;
    const top = items[0];
    const item = items.pop();
    const meters = distances.pop() as number;
    if (!item || items.length === 0) return top;
    const length = items.length;
    let at = 0;
    while (true) {
      let child = at * 2 + 1;
      if (child >= length) break;
      const right = child + 1;
      if (
        right < length &&
        before(
          distances[right] as number,
          items[right] as Near | Square,
          distances[child] as number,
          items[child] as Near | Square,
        )
      )
        child = right;
      if (!before(distances[child] as number, items[child] as Near | Square, meters, item)) break;
      items[at] = items[child] as Near | Square;
      distances[at] = distances[child] as number;
      at = child;
    }
    items[at] = item;
    distances[at] = meters;
    return top;
  }
}

function before(aMeters: number, a: Near | Square, bMeters: number, b: Near | Square): boolean {
  return aMeters !== bMeters ? aMeters < bMeters : !('rid' in a) && 'rid' in b;
}
