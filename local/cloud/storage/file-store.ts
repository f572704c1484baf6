import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync, type ReadStream } from 'node:fs';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Stored files of the environment, by their path in the cloud. */
export interface FileStore {
  /**
   * Writes durably: either the whole file stands, or what stood before.
   * @param owner the openid of whoever puts it there from a mini-program
   */
  put(path: string, content: Buffer, owner?: string): Promise<void>;
  /** Whose a file is; undefined when a function or an operator put it there. */
  ownerOf(path: string): Promise<string | undefined>;
  /** Size in bytes, or undefined when there is no such file. */
  size(path: string): Promise<number | undefined>;
  read(path: string): ReadStream;
  /** Copies as durably as `put`; says whether there was a file to copy. */
  copy(source: string, target: string): Promise<boolean>;
  /** Says whether there was such a file. */
  remove(path: string): Promise<boolean>;
}

export function openFileStore(dir: string): FileStore {
  // A cloud path may hold anything; a hash of it is a name that every file system takes.
  const fileOf = (path: string) => {
    const hash = createHash('sha256').update(path).digest('hex');
    return join(dir, hash.slice(0, 2), hash);
  };
  const ownerFileOf = (path: string) => `${fileOf(path)}.owner`;

  async function put(path: string, content: Buffer, owner?: string): Promise<void> {
    // An owner without a file means nothing, a file of somebody else must never seem to be theirs.
    if (owner === undefined) await rm(ownerFileOf(path), { force: true });
    else await write(ownerFileOf(path), Buffer.from(owner));
    await write(fileOf(path), content);
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
    put,
    async ownerOf(path) {
      try {
        return await readFile(ownerFileOf(path), 'utf8');
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    async copy(source, target) {
      try {
        await put(target, await readFile(fileOf(source)));
        return true;
      } catch (error) {
        if (isMissing(error)) return false;
        throw error;
      }
    },
    async size(path) {
      try {
        return (await stat(fileOf(path))).size;
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    read: (path) => createReadStream(fileOf(path)),
    async remove(path) {
      try {
        await rm(fileOf(path));
        await rm(ownerFileOf(path), { force: true });
        return true;
      } catch (error) {
        if (isMissing(error)) return false;
        throw error;
      }
    },
  };
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
