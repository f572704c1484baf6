/** The time of the local platform: the machine's, plus what tests have added. */
export interface PlatformClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Moves the clock without firing timers; `Cloud.clock.advance` also fires what becomes due. */
  shift(ms: number): void;
  /**
   * One float64: the milliseconds added to the machine's time. Function instances read it, so that their `Date` agrees.
   */
  readonly sharedOffset: SharedArrayBuffer;
}

/**
 * A clock that starts at `startMs` (the machine's time when absent) and runs on at its usual pace.
 */
export function createClock(startMs?: number): PlatformClock {
  const sharedOffset = new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT);
  const offset = new Float64Array(sharedOffset);
  offset[0] = startMs === undefined ? 0 : startMs - Date.now();
  return {
    sharedOffset,
    now: () => Date.now() + (offset[0] ?? 0),
    shift(ms) {
      offset[0] = (offset[0] ?? 0) + ms;
    },
  };
}
