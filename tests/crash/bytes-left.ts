import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Parts of a data folder that are not ours to clean: built code, and what WeChat and the carrier keep. */
const ofOthers = new Set(['functions', 'providers']);

const marks = /(?=([0-9a-f]{32}))|(openid-[eo]\d+(?:-[a-z]+)*|fresh-\d+(?:-earlier)?)/g;

/**
 * Every file of a data folder that still holds the id of somebody, byte by byte: database, log, uploads and logs. The cloud must have
 * been closed.
 */
export function bytesLeft(dataDir: string, ids: ReadonlySet<string>): string[] {
  const left = new Set<string>();
  for (const path of filesOf(dataDir)) {
    const text = readFileSync(path, 'latin1');
    for (const [, hex, name = hex] of text.matchAll(marks))
      if (name !== undefined && ids.has(name)) left.add(`${relative(dataDir, path)} holds ${name}`);
  }
  return [...left];
}

function filesOf(dir: string, isTop = true): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    if (isTop && ofOthers.has(entry.name)) return [];
    const path = join(dir, entry.name);
    if (entry.isDirectory()) return filesOf(path, false);
    return entry.isFile() ? [path] : [];
  });
}
