/** Remembers keys within a window of time, so that a second use is noticed. The memory ends with the process. */
export interface UsedOnce {
  /** False when `key` was used within the window; otherwise true, and the key counts as used from `nowMs` on. */
  use(key: string, nowMs: number): boolean;
}

export function createUsedOnce(windowMs: number): UsedOnce {
  /** Kept in the order of use, so that the oldest come first. */
  const usedAtMs = new Map<string, number>();
  return {
    use(key, nowMs) {
      for (const [old, atMs] of usedAtMs) {
        if (nowMs - atMs <= windowMs) break;
        usedAtMs.delete(old);
      }
      if (usedAtMs.has(key)) return false;
      usedAtMs.set(key, nowMs);
      return true;
    },
  };
}
