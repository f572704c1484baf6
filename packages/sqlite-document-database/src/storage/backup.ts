import { Worker } from 'node:worker_threads';
import { quietThread } from './sqlite';
import { openFolder } from './folder';

/**
 * Copies a database file as it is at one moment, in a separate thread, and checks the copy. All processes that have the
 * database open can go on reading and writing.
 * @param targetFile must not exist
 * @throws Error when the source is not a database, or the disk is full
 */
export async function copyDatabase(sourceFile: string, targetFile: string): Promise<void> {
  const worker = new Worker(copy, {
    eval: true,
    execArgv: quietThread,
    workerData: { sourceFile, targetFile },
  });
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`the copying ended with code ${code}`)),
    );
  });
}

/** Opens and closes the database of a folder. @throws Error with a sentence when this version cannot read it */
export async function checkFolder(dir: string): Promise<void> {
  (await openFolder(dir)).close();
}

/** Plain JavaScript, because a worker is started from its source. */
const copy = `
  const { workerData } = require('node:worker_threads');
  const { DatabaseSync } = process.getBuiltinModule?.('node:sqlite') ?? require('@photostructure/sqlite');
  const { sourceFile, targetFile } = workerData;
  const source = new DatabaseSync(sourceFile, { readOnly: true });
  source.exec('PRAGMA busy_timeout = 10000');
  source.prepare('VACUUM INTO ?').run(targetFile);
  source.close();
  const target = new DatabaseSync(targetFile);
  const [{ quick_check: found }] = target.prepare('PRAGMA quick_check(1)').all();
  target.close();
  if (found !== 'ok') throw new Error('the copy is broken: ' + found);
`;
