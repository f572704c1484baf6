import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const blockBytes = 512;

/** The disk space of a folder, in bytes. */
export function diskBytes(path: string): number {
  const stats = lstatSync(path);
  const own = stats.blocks * blockBytes;
  if (!stats.isDirectory()) return own;
  return readdirSync(path).reduce((sum, name) => sum + diskBytes(join(path, name)), own);
}
