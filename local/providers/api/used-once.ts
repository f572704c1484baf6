/** Remembers what was used within a window, so that a second use is noticed. Forgotten when the process ends. */
export interface UsedOnce {
  /** False when `key` has been used within the window; otherwise true, and it counts as used from `nowMs` on. */
  use(key: string, nowMs: number): boolean;
}

export function createUsedOnce(windowMs: number): UsedOnce {
  /** In the order of use, so that the oldest are first. */
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
