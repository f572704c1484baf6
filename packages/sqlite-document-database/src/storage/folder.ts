import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openSql, type Sql } from './sqlite';

/** The data folder of one database: its lock and its file. */
export interface Folder {
  /** The one connection that writes. */
  writer: Sql;
  /** A further connection that only reads, for a snapshot. */
  openReader(): Promise<Sql>;
  /** The database file. */
  path: string;
  /** The size of the log that is not checkpointed yet, or is kept for reuse. */
  logBytes(): number;
  close(): void;
}

/** Raised with every change of the tables below; `MIGRATIONS` upgrades older folders. */
export const formatVersion = 2;

/** Unfinished loads: documents from `first_rid` on are missing in some or all indexes. */
const loadsTable = 'CREATE TABLE loads (collection INTEGER PRIMARY KEY, first_rid INTEGER NOT NULL)';

/** Upgrades version n (the key) to n + 1. */
const migrations: Record<number, string> = { 1: loadsTable };

/**
 * Opens or creates the folder's database and locks it against every other process until it is closed or the process
 * dies.
 * @throws Error with a sentence when another process has it, or its format is unknown
 */
export async function openFolder(dir: string): Promise<Folder> {
  mkdirSync(dir, { recursive: true });
  const lock = await holdLock(dir);
  const path = join(dir, databaseFile);
  const endedUncleanly = fileBytes(`${path}-wal`) > 0;
  const writer = await openSql(path);
  try {
    configure(writer);
    refuseDamage(writer);
    bringUpToDate(writer, dir);
    for (const file of [path, `${path}-wal`, `${path}-shm`]) if (existsSync(file)) chmodSync(file, 0o600);
  } catch (cause) {
    writer.close();
    lock.close();
    throw isDamage(cause) ? damaged(path, cause) : cause;
  }
  return {
    writer,
    path,
    logBytes: () => fileBytes(`${path}-wal`),
    async openReader() {
      const reader = await openSql(path);
      reader.exec(`PRAGMA query_only = ON; PRAGMA mmap_size = ${mappedBytes}; PRAGMA busy_timeout = 5000`);
      return reader;
    },
    close() {
      if (endedUncleanly || hasChanged(writer)) rewriteFile(writer);
      cutLog(writer);
      writer.close();
      lock.close();
    },
  };
}

const fileBytes = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

const hasChanged = (writer: Sql): boolean =>
  Number(writer.prepare('SELECT total_changes() AS n').get()?.n) > 0;

/**
 * `secure_delete` overwrites a deleted cell where it lies, and leaves the copies that SQLite makes of it when it moves
 * cells between pages. Only writing the file again drops those. The copy goes to a temporary file, because in memory it
 * would take as much as the database.
 */
const rewriteFile = (writer: Sql): void => unlessInUse(() => writer.exec('PRAGMA temp_store = FILE; VACUUM'));

/** The log still holds data erased since it began. */
const cutLog = (writer: Sql): void => unlessInUse(() => writer.exec('PRAGMA wal_checkpoint(TRUNCATE)'));

/** A statement that was interrupted may keep erased bytes until the next end. */
function unlessInUse(erase: () => void): void {
  try {
    erase();
  } catch (cause) {
    if (!/locked|full|statements in progress/.test((cause as Error).message)) throw cause;
  }
}

/**
 * Recognised by SQLite's words, because an error from another realm, as in tests, is not an instance of this realm's
 * Error.
 */
const isDamage = (cause: unknown): boolean => /not a database|malformed|disk image/i.test(String(cause));

const damaged = (path: string, cause: unknown): Error =>
  new Error(
    `The database ${path} is damaged (${(cause as Error).message}): move its folder away and restore a backup, or begin with an empty folder.`,
    {
      cause,
    },
  );

export const databaseFile = 'documents.db';

/**
 * An exclusive lock that the operating system releases when the process dies, so that a killed process leaves none
 * behind.
 */
async function holdLock(dir: string): Promise<Sql> {
  const lock = await openSql(join(dir, 'lock'));
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    return lock;
  } catch {
    lock.close();
    throw new Error(
      `The data folder ${dir} is in use by another process: stop it, or choose another folder.`,
    );
  }
}

/** The part of the file that the writing connection maps into memory. */
export const mappedBytes = 4_294_967_296;

/** A commit that finds the log longer than this checkpoints the rest itself, so that the log starts over. */
export const logPages = 8000;

function configure(writer: Sql): void {
  // FULL: a commit is on disk when it returns. It is set explicitly, because the drivers' defaults differ. Erased bytes
  // are overwritten, because a reader of the file must not find erased data.
  writer.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;
    PRAGMA mmap_size = ${mappedBytes};
    PRAGMA cache_size = -65536;
    PRAGMA busy_timeout = 5000;
    PRAGMA temp_store = MEMORY;
    PRAGMA wal_autocheckpoint = ${logPages}`);
}

/** Damage in the middle of a file shows only once somebody asks for what was there. Takes a millisecond a megabyte. */
function refuseDamage(writer: Sql): void {
  const found = String(writer.prepare('PRAGMA quick_check(1)').get()?.quick_check);
  if (found !== 'ok') throw new Error(`database disk image is malformed: ${found.replace(/\s+/g, ' ')}`);
}

function bringUpToDate(writer: Sql, dir: string): void {
  const version = Number(writer.prepare('PRAGMA user_version').get()?.user_version ?? 0);
  if (version > formatVersion)
    throw new Error(
      `The data folder ${dir} was written by a newer version (format ${version}, this one reads ${formatVersion}): update, or choose another folder.`,
    );
  if (version === 0) {
    const tables = Number(writer.prepare('SELECT count(*) AS n FROM sqlite_master').get()?.n ?? 0);
    if (tables > 0)
      throw new Error(
        `The data folder ${dir} holds a ${databaseFile} that is not ours: choose another folder.`,
      );
    writer.exec(`BEGIN; ${tablesSql}; PRAGMA user_version = ${formatVersion}; COMMIT`);
    return;
  }
  for (let from = version; from < formatVersion; from++) {
    const migration = migrations[from];
    if (!migration)
      throw new Error(
        `The data folder ${dir} has format ${version}, which this version cannot bring up to date.`,
      );
    writer.exec(`BEGIN; ${migration}; PRAGMA user_version = ${from + 1}; COMMIT`);
  }
}

const tablesSql = `
  CREATE TABLE collections (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE indexes (
    id INTEGER PRIMARY KEY,
    collection INTEGER NOT NULL,
    name TEXT NOT NULL,
    is_unique INTEGER NOT NULL,
    keys TEXT NOT NULL,
    multikey TEXT NOT NULL,
    UNIQUE (collection, name)
  );
  ${loadsTable}`;
