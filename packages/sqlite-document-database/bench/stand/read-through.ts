import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { withProgress } from './progress';

const megabyte = 1024 * 1024;

/**
 * Reads every file below a folder once, so that all engines start alike. Otherwise one engine would read from the disk
 * what another had in the operating system's cache.
 */
export async function readThrough(dir: string): Promise<void> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const megabytes = files.reduce((sum, file) => sum + bytesOf(file), 0) / megabyte;
  await withProgress('reading all files through, MB', Math.ceil(megabytes), async (progress) => {
    let bytes = 0;
    for (const file of files) {
      // A running server may remove its files while they are read.
      if (bytesOf(file) === 0) continue;
      for await (const chunk of createReadStream(file, { highWaterMark: megabyte }))
        progress(Math.floor((bytes += (chunk as Buffer).length) / megabyte));
    }
  });
}

function bytesOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
