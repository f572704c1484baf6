import { databaseClosed } from '../refusals';

/** Counts the operations at work in a database. Closing it and changing its tables wait until they are done. */
export interface Gate {
  /** Runs at the same time as others. @throws PlatformError when the database is closed, or closing */
  enter<T>(run: () => Promise<T>): Promise<T>;
  /**
   * Runs alone, when all who are inside have left; later callers wait until it ends.
   * @param closed called when the gate lets no more callers in: those inside must not wait for a caller outside
   * @throws PlatformError as `enter` does
   */
  alone<T>(run: () => Promise<T>, closed: () => void): Promise<T>;
  /** Refuses all later callers; resolves when all who are inside have left. */
  shut(): Promise<void>;
  /** Whether it was shut: who works long inside ends early then. */
  isShut(): boolean;
}

export function newGate(): Gate {
  let inside = 0;
  let open = true;
  /** Resolves when all who are inside have left. */
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
