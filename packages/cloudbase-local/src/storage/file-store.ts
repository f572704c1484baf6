import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync, type ReadStream } from 'node:fs';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { oneByOne } from './one-by-one';

/**
 * Stored files of the environment, by their path in the cloud. Changes of one file run one after another, so that
 * nothing happens between the check of its owner and the change.
 */
export interface FileStore {
  /**
   * Writes durably: after a crash the file has the old content or the new. The file gets no owner, because a function
   * or an operator wrote it.
   */
  put(path: string, content: Buffer): Promise<void>;
  /** Writes for the person `openid`, who becomes the owner; false when the file belongs to another. */
  putAs(openid: string, path: string, content: Buffer): Promise<boolean>;
  /** Size in bytes, or undefined when the file does not exist. */
  size(path: string): Promise<number | undefined>;
  read(path: string): ReadStream;
  /** Copies as durably as `put`. Without `overwrite` it copies only to a path without a file. */
  copy(source: string, target: string, overwrite: boolean): Promise<'copied' | 'missing' | 'occupied'>;
  /** Removes a file, and answers whether it existed. */
  remove(path: string): Promise<boolean>;
  /** Removes the file if it belongs to the person `openid`. */
  removeAs(openid: string, path: string): Promise<'removed' | 'missing' | 'denied'>;
}

export function openFileStore(dir: string): FileStore {
  // A cloud path may hold any characters, so the file's name on disk is a hash, which every file system accepts.
  const fileOf = (path: string) => {
    const hash = createHash('sha256').update(path).digest('hex');
    return join(dir, hash.slice(0, 2), hash);
  };
  const ownerFileOf = (path: string) => `${fileOf(path)}.owner`;
  const inTurn = oneByOne();

  async function put(path: string, content: Buffer): Promise<void> {
    // The owner is written in this order, so that another person's file never seems to be theirs, even if a later step
    // fails.
    await rm(ownerFileOf(path), { force: true });
    await write(fileOf(path), content);
  }

  async function size(path: string): Promise<number | undefined> {
    try {
      return (await stat(fileOf(path))).size;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async function remove(path: string): Promise<boolean> {
    try {
      await rm(fileOf(path));
      await rm(ownerFileOf(path), { force: true });
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  async function ownerOf(path: string): Promise<string | undefined> {
    try {
      return await readFile(ownerFileOf(path), 'utf8');
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async function write(file: string, content: Buffer): Promise<void> {
    const temporary = `${file}.${randomUUID()}`;
    mkdirSync(dirname(file), { recursive: true });
    const handle = await open(temporary, 'w');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  }

  return {
    put: (path, content) => inTurn(path, () => put(path, content)),
    putAs: (openid, path, content) =>
      inTurn(path, async () => {
        if ((await size(path)) !== undefined && (await ownerOf(path)) !== openid) return false;
        // An owner entry without a file has no meaning.
        await write(ownerFileOf(path), Buffer.from(openid));
        await write(fileOf(path), content);
        return true;
      }),
    copy: (source, target, overwrite) =>
      inTurn(target, async () => {
        if (!overwrite && (await size(target)) !== undefined) return 'occupied';
        try {
          await put(target, await readFile(fileOf(source)));
          return 'copied';
        } catch (error) {
          if (isMissing(error)) return 'missing';
          throw error;
        }
      }),
    size,
    read: (path) => createReadStream(fileOf(path)),
    remove: (path) => inTurn(path, () => remove(path)),
    removeAs: (openid, path) =>
      inTurn(path, async () => {
        if ((await size(path)) === undefined) return 'missing';
        if ((await ownerOf(path)) !== openid) return 'denied';
        return (await remove(path)) ? 'removed' : 'missing';
      }),
  };
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
