import { getHeapStatistics } from 'node:v8';
import { geoMemory, type GeoMemory } from '../geo/geo-memory';
import { geoPieceEntries, maxGeoEntries, maxTextBytes } from '../limits';
import { textCache, type TextCache } from './text-cache';

/** The caches of the newest data. Any of them may be dropped at any time, because the tables hold everything. */
export interface Memory {
  geo: GeoMemory;
  texts: TextCache;
  clear(): void;
  report(): MemoryReport;
}

export interface MemoryReport {
  /** Groups of 2dsphere entries and how many entries they hold, 32 bytes each. */
  geoGroups: number;
  geoEntries: number;
  /** The bytes of recently read documents. */
  textBytes: number;
}

export function newMemory(): Memory {
  const geo = geoMemory(maxGeoEntries, geoPieceEntries);
  // Node's heap is small on a small machine, so the caches follow the heap.
  const texts = textCache(Math.min(maxTextBytes, getHeapStatistics().heap_size_limit / 8));
  return {
    geo,
    texts,
    clear() {
      geo.clear();
      texts.clear();
    },
    report() {
      const { groups, entries } = geo.report();
      return { geoGroups: groups, geoEntries: entries, textBytes: texts.bytes() };
    },
  };
}
