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
import { randomBytes } from 'node:crypto';
import { dirname, join, relative } from 'node:path';
import { checkFolder, copyDatabase, databaseFile } from 'sqlite-document-database';
import { openSealedFile, sealFile, sealKeyBytes } from './sealed-file';
import { writeWholeFile } from './write-whole-file';

/**
 * The entries of a data folder besides the database that belong in a backup: stored files and the simulated providers'
 * books. Logs do not, and the keys go elsewhere: a finder of the one must not have the other.
 */
const beside = ['files', 'providers'];
const keysOf = (dataDir: string): string => join(dataDir, '.env.local');

/**
 * Backs up a data folder, even while the product runs on it: the database as it is at one moment, and every file that
 * it names, each sealed under a key of this backup. `toDir` appears once it is complete, and then the keys as `keysFile`, which only its
 * user may read. Once that file is destroyed, the backup is unreadable.
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
  const key = randomBytes(sealKeyBytes);
  await fill(toDir, 'choose another folder for the backup', async (dir) => {
    // Files are sealed before the database, because some are removed meanwhile, and again after it, because some are
    // added.
    await sealBeside(dataDir, dir, key);
    mkdirSync(dirname(databaseIn(dir)));
    const total = bytesOf(source) + bytesOf(`${source}-wal`);
    // The readable copy never leaves the data folder.
    const copy = `${source}.copy-${process.pid}`;
    const watch = setInterval(() => progress(Math.min(total, bytesOf(copy)), total), 200);
    try {
      await copyDatabase(source, copy);
      await sealFile(copy, sealed(databaseIn(dir)), databaseName, key);
    } finally {
      clearInterval(watch);
      rmSync(copy, { force: true });
    }
    progress(total, total);
    await sealBeside(dataDir, dir, key);
  });
  const keys = existsSync(keysOf(dataDir)) ? readFileSync(keysOf(dataDir), 'utf8') : '';
  writeWholeFile(keysFile, `${keys}${keyLine}${key.toString('base64')}\n`);
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
  const source = sealed(databaseIn(fromDir));
  if (!existsSync(source)) throw new Error(`${fromDir} holds no backup: there is no database in it`);
  if (!existsSync(keysFile))
    throw new Error(
      `${keysFile} is missing: name the file with the backup's keys, without which nothing opens it`,
    );
  const lines = readFileSync(keysFile, 'utf8').split('\n');
  const key = Buffer.from(
    lines.find((line) => line.startsWith(keyLine))?.slice(keyLine.length) ?? '',
    'base64',
  );
  if (key.length !== sealKeyBytes) throw new Error(`${keysFile} holds no key of a backup`);
  await fill(dataDir, 'end the product and move it away first', async (dir) => {
    for (const name of sealedBeside(fromDir)) {
      mkdirSync(dirname(join(dir, name)), { recursive: true });
      await openSealedFile(sealed(join(fromDir, name)), join(dir, name), name, key);
    }
    mkdirSync(dirname(databaseIn(dir)));
    await openSealedFile(source, databaseIn(dir), databaseName, key);
    await checkFolder(dirname(databaseIn(dir)));
    writeWholeFile(keysOf(dir), lines.filter((line) => !line.startsWith(keyLine)).join('\n'));
  });
}

const databaseName = join('database', databaseFile);
const databaseIn = (dir: string): string => join(dir, databaseName);

/** The line of the keys' file that holds the key of the backup itself. */
const keyLine = 'BACKUP_KEY=';

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

/** Seals what is not sealed yet. A file that was removed meanwhile is left out. */
async function sealBeside(fromDir: string, toDir: string, key: Buffer): Promise<void> {
  for (const name of filesBeside(fromDir)) {
    const to = sealed(join(toDir, name));
    if (existsSync(to)) continue;
    mkdirSync(dirname(to), { recursive: true });
    try {
      await sealFile(join(fromDir, name), to, name, key);
    } catch (error) {
      rmSync(to, { force: true });
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}

/** Paths of the files below `beside`, from the folder. */
const filesBeside = (dir: string): string[] =>
  beside
    .filter((name) => existsSync(join(dir, name)))
    .flatMap((name) =>
      readdirSync(join(dir, name), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(dir, join(entry.parentPath ?? entry.path, entry.name))),
    );

const sealedBeside = (dir: string): string[] =>
  filesBeside(dir)
    .filter((name) => name.endsWith(sealed('')))
    .map((name) => name.slice(0, -sealed('').length));

const sealed = (file: string): string => `${file}.sealed`;

const bytesOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
