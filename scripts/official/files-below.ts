import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The program's own files, relative to it, without its packages. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !/^(node_modules|miniprogram_npm)\//.test(path))
    .sort();
}
