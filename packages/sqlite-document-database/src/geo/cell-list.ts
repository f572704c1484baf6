import { cellOf } from './cell';

/**
 * The entries of one group of a 2dsphere index, ordered by cell. They are stored in pieces of typed arrays with 32
 * bytes for each entry.
 */
export class CellList {
  private chunks: Chunk[] = [];
  /** The last cell of each piece, in one array: a search here does not touch the pieces, which are scattered in memory. */
  private lasts: number[] = [];
  /** Geometries other than points. */
  readonly shapes = new Set<number>();
  size = 0;

  /** Appends an entry; its cell must not be below the last one. */
  append(rid: number, lng: number, lat: number): void {
    const cell = cellOf(lng, lat);
    let last = this.chunks[this.chunks.length - 1];
    if (!last || last.count === chunkEntries) this.chunks.push((last = newChunk(8)));
    insertAt(last, last.count, cell, rid, lng, lat);
    this.lasts[this.chunks.length - 1] = cell;
    this.size++;
  }

  insert(rid: number, lng: number, lat: number): void {
    const cell = cellOf(lng, lat);
    let at = this.chunkOf(cell);
    if (at === this.chunks.length) {
      if (at === 0) this.chunks.push(newChunk(8));
      else at--;
    }
    let chunk = this.chunks[at] as Chunk;
    if (chunk.count === chunkEntries) {
      const [low, high] = halves(chunk);
      this.chunks.splice(at, 1, low, high);
      this.lasts.splice(at, 1, lastOf(low), lastOf(high));
      if (lastOf(low) < cell) at++;
      chunk = this.chunks[at] as Chunk;
    }
    insertAt(chunk, lowerBound(chunk, cell), cell, rid, lng, lat);
    this.lasts[at] = lastOf(chunk);
    this.size++;
  }

  remove(rid: number, lng: number, lat: number): void {
    const cell = cellOf(lng, lat);
    for (let at = this.chunkOf(cell); at < this.chunks.length; at++) {
      const chunk = this.chunks[at] as Chunk;
      for (let i = lowerBound(chunk, cell); i < chunk.count && chunk.cells[i] === cell; i++) {
        if (chunk.rids[i] !== rid) continue;
        removeAt(chunk, i);
        if (chunk.count > 0) this.lasts[at] = lastOf(chunk);
        else {
          this.chunks.splice(at, 1);
          this.lasts.splice(at, 1);
        }
        this.size--;
        return;
      }
      if ((chunk.cells[0] as number) > cell) return;
    }
  }

  /** Whether the cells from `low` to `high` have at most `max` entries. */
  fits(low: number, high: number, max: number): boolean {
    let count = 0;
    const first = this.chunkOf(low);
    for (let at = first; at < this.chunks.length; at++) {
      const chunk = this.chunks[at] as Chunk;
      const start = at === first ? lowerBound(chunk, low) : 0;
      // Entries are sorted, so one look at the entry after the limit shows whether there are too many.
      const last = start + max - count;
      if (last < chunk.count) return (chunk.cells[last] as number) > high;
      count += chunk.count - start;
    }
    return true;
  }

  /** Visits the entries of the cells from `low` to `high`. */
  visit(low: number, high: number, visitor: (rid: number, lng: number, lat: number) => void): void {
    const first = this.chunkOf(low);
    for (let at = first; at < this.chunks.length; at++) {
      const { count, cells, rids, lngs, lats } = this.chunks[at] as Chunk;
      for (let i = at === first ? lowerBound(this.chunks[at] as Chunk, low) : 0; i < count; i++) {
        if ((cells[i] as number) > high) return;
        visitor(rids[i] as number, lngs[i] as number, lats[i] as number);
      }
    }
  }

  /** The first piece whose last cell is not below `cell`. */
  private chunkOf(cell: number): number {
    const { lasts } = this;
    let low = 0;
    let high = lasts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((lasts[middle] as number) < cell) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The most entries that a piece may hold. */
const chunkEntries = 256;

interface Chunk {
  count: number;
  cells: Float64Array;
  rids: Float64Array;
  lngs: Float64Array;
  lats: Float64Array;
}

function newChunk(capacity: number): Chunk {
  return {
    count: 0,
    cells: new Float64Array(capacity),
    rids: new Float64Array(capacity),
    lngs: new Float64Array(capacity),
    lats: new Float64Array(capacity),
  };
}

function lastOf(chunk: Chunk): number {
  return chunk.cells[chunk.count - 1] as number;
}

function lowerBound(chunk: Chunk, cell: number): number {
  let low = 0;
  let high = chunk.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((chunk.cells[middle] as number) < cell) low = middle + 1;
    else high = middle;
  }
  return low;
}

const columns = ['cells', 'rids', 'lngs', 'lats'] as const;

function insertAt(chunk: Chunk, at: number, cell: number, rid: number, lng: number, lat: number): void {
  for (const column of columns) {
    let array = chunk[column];
    if (chunk.count === array.length) {
      const grown = new Float64Array(Math.min(chunkEntries, array.length * 2));
      grown.set(array);
      chunk[column] = array = grown;
    }
    if (at < chunk.count) array.copyWithin(at + 1, at, chunk.count);
  }
  chunk.cells[at] = cell;
  chunk.rids[at] = rid;
  chunk.lngs[at] = lng;
  chunk.lats[at] = lat;
  chunk.count++;
}

function removeAt(chunk: Chunk, at: number): void {
  for (const column of columns) chunk[column].copyWithin(at, at + 1, chunk.count);
  chunk.count--;
}

function halves(chunk: Chunk): [Chunk, Chunk] {
  const middle = chunk.count >>> 1;
  const cut = (from: number, to: number): Chunk => {
    const half = newChunk(chunkEntries);
    for (const column of columns) half[column].set(chunk[column].subarray(from, to));
    half.count = to - from;
    return half;
  };
  return [cut(0, middle), cut(middle, chunk.count)];
}
