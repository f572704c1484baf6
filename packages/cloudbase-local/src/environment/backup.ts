import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkFolder, copyDatabase, databaseFile } from 'sqlite-document-database';
import { writeWholeFile } from './write-whole-file';

/**
 * The entries of a data folder besides the database that belong in a backup: stored files and the simulated providers'
 * books. Logs do not, and the keys go elsewhere: a finder of the one must not have the other.
 */
const beside = ['files', 'providers'];
const keysOf = (dataDir: string): string => join(dataDir, '.env.local');

/**
 * Backs up a data folder, even while the product runs on it: the database as it is at one moment, and every file that
 * it names. `toDir` appears once it is complete, and then the keys as `keysFile`, which only its user may read.
 * @param progress bytes of the database copied so far, and about how many there are
 * @throws Error with a sentence when there is nothing to back up, `toDir` is not empty, or `keysFile` is there
 */
export async function backUp(
  dataDir: string,
  { toDir, keysFile }: { toDir: string; keysFile: string },
  progress: (copied: number, total: number) => void = () => undefined,
): Promise<void> {
  const source = databaseIn(dataDir);
  if (!existsSync(source)) throw new Error(`${dataDir} holds no database: name the data folder with --data`);
  if (existsSync(keysFile)) throw new Error(`${keysFile} is there already: choose another file for the keys`);
  await fill(toDir, 'choose another folder for the backup', async (dir) => {
    // Files are copied before the database, because some are removed meanwhile, and again after it, because some are
    // added.
    await copyBeside(dataDir, dir);
    mkdirSync(dirname(databaseIn(dir)));
    const total = bytesOf(source) + bytesOf(`${source}-wal`);
    const watch = setInterval(() => progress(Math.min(total, bytesOf(databaseIn(dir))), total), 200);
    try {
      await copyDatabase(source, databaseIn(dir));
    } finally {
      clearInterval(watch);
    }
    progress(total, total);
    await copyBeside(dataDir, dir);
  });
  if (existsSync(keysOf(dataDir))) writeWholeFile(keysFile, readFileSync(keysOf(dataDir), 'utf8'));
}

/**
 * Makes a data folder from a backup and its keys.
 * @throws Error with a sentence when there is no backup, this version cannot read it, its keys are missing, or the data folder is not
 * empty
 */
export async function restore(
  { fromDir, keysFile }: { fromDir: string; keysFile: string },
  dataDir: string,
): Promise<void> {
  const source = databaseIn(fromDir);
  if (!existsSync(source)) throw new Error(`${fromDir} holds no backup: there is no database in it`);
  if (!existsSync(keysFile))
    throw new Error(
      `${keysFile} is missing: name the file with the backup's keys, without which no phone in it can be read`,
    );
  await fill(dataDir, 'end the product and move it away first', async (dir) => {
    await copyBeside(fromDir, dir);
    mkdirSync(dirname(databaseIn(dir)));
    await copyDatabase(source, databaseIn(dir));
    await checkFolder(dirname(databaseIn(dir)));
    writeWholeFile(keysOf(dir), readFileSync(keysFile, 'utf8'));
  });
}

const databaseIn = (dir: string): string => join(dir, 'database', databaseFile);

/** Fills a missing or empty folder completely, or not at all. */
async function fill(target: string, advice: string, work: (dir: string) => Promise<void>): Promise<void> {
  if (existsSync(target) && readdirSync(target).length > 0)
    throw new Error(`${target} is not empty: ${advice}`);
  const partial = `${target}.partial-${process.pid}`;
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  try {
    await work(partial);
    if (existsSync(target)) rmdirSync(target);
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw error;
  }
}

async function copyBeside(fromDir: string, toDir: string): Promise<void> {
  for (const name of beside) {
    const from = join(fromDir, name);
    if (existsSync(from)) await cp(from, join(toDir, name), { recursive: true, preserveTimestamps: true });
  }
}

const bytesOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
