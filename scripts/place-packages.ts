import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Copies the packages of `folder`/package.json and their dependencies from the root's `node_modules` into the folder's
 * own, and answers their names. DevTools' "build npm" packs only what is there, while npm installs a workspace's
 * packages at the root. Copying keeps the repository at one lock file.
 */
export function placePackages(folder: string, rootModules: string): string[] {
  const target = join(folder, 'node_modules');
  rmSync(target, { recursive: true, force: true });
  const placed = new Set<string>();
  const place = (manifestFolder: string): void => {
    for (const name of dependenciesOf(manifestFolder)) {
      if (placed.has(name)) continue;
      const source = join(rootModules, name);
      if (!existsSync(source)) throw new Error(`${name} is not installed: run "npm ci" first`);
      placed.add(name);
      cpSync(source, join(target, name), { recursive: true });
      place(source);
    }
  };
  place(folder);
  return [...placed];
}

function dependenciesOf(folder: string): string[] {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>;
  };
  return Object.keys(manifest.dependencies ?? {});
}
