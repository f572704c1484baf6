import type { Engine } from '../engine';
import type { Sql } from '../storage/sqlite';

/** Reads the database as it is at one moment between two commits. */
export interface SnapshotReader {
  /**
   * Runs `read` after the earlier requests.
   * @param moment called when the snapshot is taken: every commit before it is included, none after
   * @throws PlatformError when the database is closed, or closing
   */
  read<T>(moment: () => void, run: (sql: Sql) => Promise<T>): Promise<T>;
  /** Resolves when the last read has ended. */
  close(): Promise<void>;
}

/** @param enter runs code that reads the tables, unless the database is closing */
export function snapshotReader(
  engine: Engine,
  enter: <T>(run: () => Promise<T>) => Promise<T>,
): SnapshotReader {
  let last: Promise<unknown> = Promise.resolve();
  let connection: Sql | undefined;
  return {
    read(moment, run) {
      const turn = last.then(() =>
        enter(async () => {
          const sql = (connection ??= await engine.folder.openReader());
          for (let durable = engine.queue.settled(); durable; durable = engine.queue.settled())
            await durable.catch(() => undefined);
          sql.exec('BEGIN');
          try {
            // The first read takes the snapshot.
            sql.prepare('SELECT id FROM collections').all();
            moment();
            return await run(sql);
          } finally {
            sql.exec('ROLLBACK');
          }
        }),
      );
      last = turn.catch(() => undefined);
      return turn;
    },
    async close() {
      await last;
      connection?.close();
    },
  };
}
