import { databaseClosed } from '../refusals';

/** Counts the operations that use a database. Closing it and changing its tables wait until they are done. */
export interface Gate {
  /**
   * Runs in parallel with others.
   * @throws PlatformError when the database is closed, or closing
   */
  enter<T>(run: () => Promise<T>): Promise<T>;
  /**
   * Runs alone, after all earlier operations have left; later callers wait until it ends.
   * @param closed called when the gate admits no more callers, because those inside must not wait for a caller outside
   * @throws PlatformError as `enter` does
   */
  alone<T>(run: () => Promise<T>, closed: () => void): Promise<T>;
  /** Refuses all later callers; resolves when all earlier ones have left. */
  shut(): Promise<void>;
  /** Whether the gate was shut, so that long operations inside end early. */
  isShut(): boolean;
}

export function newGate(): Gate {
  let inside = 0;
  let open = true;
  /** Resolves when all operations inside have left. */
  let empty: { promise: Promise<void>; resolve(): void } | undefined;
  /** Resolves when the caller of `alone` has left. */
  let lone: Promise<void> | undefined;

  const whenEmpty = (): Promise<void> => {
    if (inside === 0) return Promise.resolve();
    if (!empty) {
      let resolve!: () => void;
      empty = { promise: new Promise<void>((done) => (resolve = done)), resolve };
    }
    return empty.promise;
  };

  const within = async <T>(run: () => Promise<T>): Promise<T> => {
    inside++;
    try {
      return await run();
    } finally {
      inside--;
      if (inside === 0) {
        empty?.resolve();
        empty = undefined;
      }
    }
  };

  return {
    async enter(run) {
      // No `await` unless a caller is alone, so that the reads and writes of one turn stay in that turn.
      while (open && lone) await lone;
      if (!open) throw databaseClosed();
      return within(run);
    },
    async alone(run, closed) {
      while (open && lone) await lone;
      if (!open) throw databaseClosed();
      let leave!: () => void;
      lone = new Promise<void>((resolve) => (leave = resolve));
      try {
        closed();
        await whenEmpty();
        if (!open) throw databaseClosed();
        return await within(run);
      } finally {
        lone = undefined;
        leave();
      }
    },
    shut() {
      open = false;
      return whenEmpty();
    },
    isShut: () => !open,
  };
}
