import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Engine } from '../engine';
import { turns } from '../read/turns';
import { databaseClosed } from '../refusals';
import { logPages, mappedBytes } from '../storage/folder';

/**
 * A write in pieces: each piece holds the thread for a fraction of a second and yields about how many bytes it wrote.
 */
export type Pieces = Generator<number, void, void>;

/**
 * Writes piece by piece in as many commits as that takes, and lets the event loop turn between commits and after long
 * pieces. Must run alone (`Gate.alone`). The pieces must mark their work as unfinished, because the process may die
 * between two commits.
 * @throws PlatformError when the database is closing, and any error of a piece; the commit it belongs to is undone then
 */
export async function writeInPieces(engine: Engine, pieces: Pieces): Promise<void> {
  const { queue, longWrites, closing, folder, target } = engine;
  const turn = turns();
  let ended = false;
  // The checkpointing thread does it, so that no commit holds this one.
  target.sql.exec('PRAGMA wal_autocheckpoint = 0');
  try {
    while (true) {
      await queue.alone(async () => {
        for (let bytes = 0; bytes < longWrites.commitBytes;) {
          const piece = pieces.next();
          if (piece.done) {
            ended = true;
            return;
          }
          bytes += piece.value;
          const others = turn();
          if (others) await others;
          if (closing()) throw databaseClosed();
        }
      });
      if (folder.logBytes() > longWrites.logBytes) await engine.emptyLog();
      if (ended) return;
      await othersTurn();
    }
  } finally {
    target.sql.exec(`PRAGMA wal_autocheckpoint = ${logPages}`);
    // Lets a source of documents clean up, because no more are needed.
    pieces.return();
  }
}

/**
 * Runs work that needs temporary tables larger than the memory. They are in a file at SQLite's temporary path
 * (`SQLITE_TMPDIR`, `TMPDIR`, `/var/tmp`) that disappears with the process in any case. Memory mapping is off
 * meanwhile, because all of a large database would count as memory of the process.
 */
export async function withTemporaryFile(
  { target: { sql } }: Engine,
  run: () => Promise<void>,
): Promise<void> {
  sql.exec(
    `PRAGMA temp_store = FILE; PRAGMA temp.cache_size = -${temporaryCacheKilobytes}; PRAGMA mmap_size = 0`,
  );
  try {
    await run();
  } finally {
    // Moving temporary tables drops them all, with their file.
    sql.exec(`PRAGMA temp_store = MEMORY; PRAGMA mmap_size = ${mappedBytes}`);
  }
}

const temporaryCacheKilobytes = 32_768;
