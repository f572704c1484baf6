import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFile } from 'sqlite-document-database';

const markOf = (dataDir: string): string => join(dataDir, 'filled');

/** Notes that the database of a data folder has been filled. */
export function markFilled(dataDir: string): void {
  if (!existsSync(markOf(dataDir))) writeFileSync(markOf(dataDir), '', { mode: 0o600 });
}

/** Throws a sentence when the database that a data folder held is gone: invented posts must not take the place of real ones. */
export function refuseLostDatabase(dataDir: string): void {
  if (!existsSync(markOf(dataDir))) return;
  const file = join(dataDir, 'database', databaseFile);
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0) return;
  throw new Error(
    `${file} is missing or empty, and ${dataDir} held a database: put the file back, restore a backup into an empty folder, or choose an empty folder`,
  );
}
