import { databaseClosed } from '../refusals';

/** Who is at work in a database. Closing it, and changing its tables, waits until they are done. */
export interface Gate {
  /** Runs beside others. @throws PlatformError when the database is closed, or closing */
  enter<T>(run: () => Promise<T>): Promise<T>;
  /**
   * Runs when nobody else is inside; who comes meanwhile waits.
   * @param closed called when nobody can come in any more, so that nobody inside waits for who is not let in
   * @throws PlatformError as `enter` does
   */
  alone<T>(run: () => Promise<T>, closed: () => void): Promise<T>;
  /** Lets nobody in any more; resolves when all who are inside have left. */
  shut(): Promise<void>;
  /** Whether it was shut: who works long inside ends early then. */
  isShut(): boolean;
}

export function newGate(): Gate {
  let inside = 0;
  let open = true;
  /** Resolves when nobody is inside. */
  let empty: { promise: Promise<void>; resolve: () => void } | undefined;
  /** Resolves when who wants to be alone has left. */
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
      // Without a wait where nobody is alone: reads and writes of one turn stay in it.
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
