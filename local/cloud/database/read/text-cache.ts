import type { KnownFields } from './row';

/** A document's text and what was read of it. */
export interface CachedText {
  text: string;
  fields: KnownFields;
}

/**
 * Documents read lately, as text by row number, so that hot ones cost no look-up. Two generations: when the young one is full it
 * becomes the old one, and what was not asked for again meanwhile goes.
 */
export interface TextCache {
  get(collectionId: number, rid: number): CachedText | undefined;
  keep(collectionId: number, rid: number, cached: CachedText): void;
  drop(collectionId: number, rid: number): void;
  clear(): void;
  /** Bytes held, about: two a character, and what keeping a document costs. */
  bytes(): number;
}

/** @param maxBytes for both generations together */
export function textCache(maxBytes: number): TextCache {
  let young = new Map<number, CachedText>();
  let old = new Map<number, CachedText>();
  let youngBytes = 0;
  let oldBytes = 0;

  const keep = (name: number, cached: CachedText): void => {
    young.set(name, cached);
    youngBytes += bytesOf(cached);
    if (youngBytes <= maxBytes / 2) return;
    old = young;
    oldBytes = youngBytes;
    young = new Map();
    youngBytes = 0;
  };

  return {
    get(collectionId, rid) {
      const name = nameOf(collectionId, rid);
      const recent = young.get(name);
      if (recent) return recent;
      const older = old.get(name);
      if (older) {
        old.delete(name);
        oldBytes -= bytesOf(older);
        keep(name, older);
      }
      return older;
    },
    keep: (collectionId, rid, cached) => keep(nameOf(collectionId, rid), cached),
    drop(collectionId, rid) {
      const name = nameOf(collectionId, rid);
      youngBytes -= bytesOf(young.get(name));
      oldBytes -= bytesOf(old.get(name));
      young.delete(name);
      old.delete(name);
    },
    clear() {
      young = new Map();
      old = new Map();
      youngBytes = oldBytes = 0;
    },
    bytes: () => youngBytes + oldBytes,
  };
}

function bytesOf(cached: CachedText | undefined): number {
  return cached ? cached.text.length * 2 + KEEPING_BYTES : 0;
}

/** The entry itself and a few fields. */
const KEEPING_BYTES = 400;

/** Row numbers stay below 2^40, collections below 2^12. */
function nameOf(collectionId: number, rid: number): number {
  return collectionId * 2 ** 40 + rid;
}
