import type { CommitQueue } from '../storage/commit-queue';
import type { Sql } from '../storage/sqlite';

/** The data as it was at one moment. */
export interface Snapshot {
  reader: Sql;
  moment: number;
  /** The ids of the collections in it. */
  collections: ReadonlySet<number>;
}

/** Snapshots for transactions. Each uses its own connection, and connections are reused. */
export interface Snapshots {
  take(): Promise<Snapshot>;
  giveBack(snapshot: Snapshot): void;
  /** Closes the idle connections. */
  close(): void;
}

const mostIdle = 8;

/** @param now the moment, in the caller's own unit */
export function snapshots(queue: CommitQueue, openReader: () => Promise<Sql>, now: () => number): Snapshots {
  const idle: Sql[] = [];
  return {
    async take() {
      const reader = idle.pop() ?? (await openReader());
      // The snapshot must contain a commit either wholly or not at all, and it must be known which, so no commit may be
      // in progress.
      for (let durable = queue.settled(); durable; durable = queue.settled())
        await durable.catch(() => undefined);
      reader.exec('BEGIN');
      const rows = reader.prepare('SELECT id FROM collections').all();
      return { reader, moment: now(), collections: new Set(rows.map(({ id }) => Number(id))) };
    },
    giveBack({ reader }) {
      reader.exec('ROLLBACK');
      if (idle.length < mostIdle) idle.push(reader);
      else reader.close();
    },
    close() {
      for (const reader of idle) reader.close();
    },
  };
}
