import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Engine } from '../engine';
import { DATABASE_FILE, openFolder } from './folder';

/**
 * Copies the database, as it is at one moment, into an empty folder, in a thread of its own.
 * @throws Error with a sentence when the folder holds a database already
 */
export async function backupDatabase({ folder }: Engine, toDir: string): Promise<void> {
  mkdirSync(toDir, { recursive: true });
  const target = join(toDir, DATABASE_FILE);
  if (existsSync(target)) throw new Error(`${toDir} holds a backup already: choose an empty folder.`);
  const partial = `${target}.partial`;
  const worker = new Worker(COPY, { eval: true, workerData: { source: folder.path, target: partial } });
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`the backup ended with code ${code}`)),
    );
  });
  // Only a whole copy gets the name.
  renameSync(partial, target);
}

/**
 * Puts a backup into an empty data folder and checks that it opens.
 * @throws Error with a sentence when there is no backup, or the folder is not empty
 */
export async function restoreDatabase(fromDir: string, toDir: string): Promise<void> {
  const source = join(fromDir, DATABASE_FILE);
  if (!existsSync(source)) throw new Error(`${fromDir} holds no backup (${DATABASE_FILE} is missing).`);
  mkdirSync(toDir, { recursive: true });
  if (readdirSync(toDir).some((name) => name.startsWith(DATABASE_FILE)))
    throw new Error(`${toDir} holds a database already: restore into an empty folder.`);
  copyFileSync(source, join(toDir, `${DATABASE_FILE}.partial`));
  renameSync(join(toDir, `${DATABASE_FILE}.partial`), join(toDir, DATABASE_FILE));
  (await openFolder(toDir)).close();
}

/** Plain JavaScript, since a worker is started from its source. */
const COPY = `
  const { workerData } = require('node:worker_threads');
  const { DatabaseSync } = process.getBuiltinModule?.('node:sqlite') ?? require('@photostructure/sqlite');
  const source = new DatabaseSync(workerData.source, { readOnly: true });
  source.prepare('VACUUM INTO ?').run(workerData.target);
  source.close();
`;
