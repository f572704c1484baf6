import { PlatformError } from '../platform-error';
import { storageFailed } from '../refusals';
import type { Sql } from './sqlite';

/**
 * Combines the writes of one turn of the event loop into one commit, and acknowledges each when that commit is on disk.
 */
export interface CommitQueue {
  /**
   * Runs the write now, inside the open batch; resolves when the batch is on disk. The write must find every reason to
   * refuse (a PlatformError) before it changes anything. Any other error, such as a full disk, undoes the whole batch
   * and rejects every write in it.
   */
  write<T>(run: () => T): Promise<T>;
  /**
   * Runs a write as a separate commit, so that its failure undoes no other write. It may let the event loop turn
   * meanwhile, so it must run alone (`Gate.alone`). Rejects with the write's error.
   */
  alone(run: () => Promise<void> | void): Promise<void>;
  /** Resolves when every write so far is on disk; at once without an open batch. Rejects when the batch was undone. */
  settled(): Promise<void> | undefined;
  /** Resolves when no batch is open. One of refused writes alone stays open after its callers were answered. */
  ended(): Promise<void>;
}

interface Watching {
  /** Called after each successful write; its batch is not on disk yet. */
  written(): void;
  /** Called after each refused write. */
  refused(): void;
  /** Called after a batch was undone, so that caches can drop what they learnt from it. */
  undone(): void;
  /** Called after each commit with the number of writes in it. */
  committed(writes: number): void;
}

export function commitQueue(sql: Sql, { written, refused, undone, committed }: Watching): CommitQueue {
  let batch: Batch | undefined;

  const open = (): Batch => {
    sql.prepare('BEGIN IMMEDIATE').run();
    let commit!: () => void;
    let fail!: (cause: unknown) => void;
    const durable = new Promise<void>((resolve, reject) => {
      commit = resolve;
      fail = reject;
    });
    // Every waiter gets the failure; without a waiter Node must not report an unhandled rejection.
    durable.catch(() => undefined);
    setImmediate(flush);
    return { durable, commit, fail, writes: 0 };
  };

  const flush = (): void => {
    if (!batch) return;
    const done = batch;
    try {
      sql.prepare('COMMIT').run();
    } catch (cause) {
      return undo(cause);
    }
    batch = undefined;
    done.commit();
    committed(done.writes);
  };

  const undo = (cause: unknown): void => {
    const failed = batch;
    batch = undefined;
    rollBack(sql);
    giveBackLog(sql);
    undone();
    failed?.fail(storageFailed(cause instanceof Error ? cause.message : String(cause)));
  };

  const settled = (): Promise<void> | undefined => batch?.durable;
  const ended = async (): Promise<void> => {
    for (let durable = settled(); durable; durable = settled()) await durable.catch(() => undefined);
  };

  return {
    async alone(run) {
      await ended();
      sql.exec('BEGIN IMMEDIATE');
      try {
        await run();
        sql.exec('COMMIT');
      } catch (cause) {
        rollBack(sql);
        undone();
        throw cause;
      }
    },
    async write(run) {
      try {
        batch ??= open();
      } catch (cause) {
        throw storageFailed((cause as Error).message);
      }
      batch.writes++;
      const { durable } = batch;
      let result;
      try {
        result = run();
      } catch (cause) {
        if (cause instanceof PlatformError || cause instanceof Retry) {
          refused();
          throw cause;
        }
        undo(cause);
        await durable;
        throw cause;
      }
      written();
      await durable;
      return result;
    },
    settled,
    ended,
  };
}

interface Batch {
  durable: Promise<void>;
  commit(): void;
  fail(cause: unknown): void;
  writes: number;
}

/** Checkpoints the log into the file, so that a full disk has room for removals again. Waits for no reader. */
function giveBackLog(sql: Sql): void {
  try {
    sql.exec('PRAGMA wal_checkpoint(PASSIVE)');
  } catch {
    // If the full disk prevents this too, the log stays and nothing is lost.
  }
}

function rollBack(sql: Sql): void {
  try {
    sql.exec('ROLLBACK');
  } catch {
    // SQLite has already rolled back by itself, as it does when the disk is full.
  }
}

/** Thrown by a write that has to wait for something and be repeated. Like a refused write, it has changed nothing. */
export class Retry extends Error {
  constructor(readonly after: Promise<void>) {
    super('wait and run again');
  }
}
