import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { filesBelow } from './official/files-below';

const folder = 'node_modules/tdesign-miniprogram/miniprogram_dist';
const library = 'miniprogram_npm/tslib/index.js';
/** Helpers that use no other part of the library. */
const alone = ['__awaiter', '__decorate', '__rest'];

/**
 * Leaves in a program's own copy of TDesign's tslib only the helpers that its components import, which is a tenth. The library stays
 * whole when a component imports a helper that needs another part of it.
 */
export function keepUsedHelpers(program: string): void {
  const root = join(program, folder);
  const used = helpersUsed(root);
  if (used.some((name) => !alone.includes(name))) return;
  const path = join(root, library);
  const loaded = { exports: {} as Record<string, unknown> };
  runInNewContext(readFileSync(path, 'utf8'), { module: loaded, exports: loaded.exports });
  writeFileSync(path, used.map((name) => `exports.${name}=${String(loaded.exports[name])};\n`).join(''));
}

function helpersUsed(root: string): string[] {
  const scripts = filesBelow(root).filter((path) => path.endsWith('.js') && path !== library);
  const names = scripts.flatMap((path) => {
    const imports = readFileSync(join(root, path), 'utf8').matchAll(/import ?\{([^}]*)\} ?from ?"tslib"/g);
    return [...imports].flatMap(([, list = '']) => list.split(','));
  });
  return [...new Set(names)].sort();
}
