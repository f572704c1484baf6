/**
 * Documents read lately, as text by row number, so that hot ones cost no look-up. Two generations: when the young one is full it
 * becomes the old one, and what was not asked for again meanwhile goes.
 */
export interface TextCache {
  get(collectionId: number, rid: number): string | undefined;
  keep(collectionId: number, rid: number, text: string): void;
  drop(collectionId: number, rid: number): void;
  clear(): void;
  /** Bytes held, at two a character. */
  bytes(): number;
}

/** @param maxBytes for both generations together */
export function textCache(maxBytes: number): TextCache {
  let young = new Map<number, string>();
  let old = new Map<number, string>();
  let youngBytes = 0;
  let oldBytes = 0;

  const keep = (name: number, text: string): void => {
    young.set(name, text);
    youngBytes += text.length * 2;
    if (youngBytes <= maxBytes / 2) return;
    old = young;
    oldBytes = youngBytes;
    young = new Map();
    youngBytes = 0;
  };

  return {
    get(collectionId, rid) {
      const name = nameOf(collectionId, rid);
      const text = young.get(name);
      if (text !== undefined) return text;
      const older = old.get(name);
      if (older !== undefined) {
        old.delete(name);
        oldBytes -= older.length * 2;
        keep(name, older);
      }
      return older;
    },
    keep: (collectionId, rid, text) => keep(nameOf(collectionId, rid), text),
    drop(collectionId, rid) {
      const name = nameOf(collectionId, rid);
      youngBytes -= 2 * (young.get(name)?.length ?? 0);
      oldBytes -= 2 * (old.get(name)?.length ?? 0);
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

/** Row numbers stay below 2^40, collections below 2^12. */
function nameOf(collectionId: number, rid: number): number {
  return collectionId * 2 ** 40 + rid;
}
