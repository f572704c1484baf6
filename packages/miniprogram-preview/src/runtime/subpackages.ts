import { runComponentFile } from './definitions';
import type { Framework } from './framework';
import { refreshStyles } from './stylesheets';

/** The files of subpackages that no page has needed yet, by the subpackage's folder. */
const waiting = new Map<string, { path: string; file(): void }[]>();

let framework: Framework;

export function startSubpackages(newFramework: Framework): void {
  framework = newFramework;
}

/** Files of a subpackage run when its first page opens. */
export function keepForLater(subpackage: string, path: string, file: () => void): void {
  const files = waiting.get(subpackage) ?? [];
  waiting.set(subpackage, [...files, { path, file }]);
}

/** Runs the subpackages of a page and of all components that it uses, unless they have run already. */
export function loadSubpackagesOf(page: string): void {
  for (const subpackage of subpackagesOf(page)) {
    const files = waiting.get(subpackage) ?? [];
    waiting.delete(subpackage);
    for (const { path, file } of files) runComponentFile(path, file);
    refreshStyles(files.flatMap(({ path }) => framework.entries.get(path) ?? []));
  }
}

function subpackagesOf(page: string): string[] {
  if (waiting.size === 0) return [];
  const paths = new Set([page]);
  for (const path of paths) {
    const { usingComponents = {}, componentGenerics = {} } = framework.entries.get(path)?.json ?? {};
    for (const used of Object.values(usingComponents)) paths.add(used.replace(/^\//, ''));
    for (const generic of Object.values(componentGenerics))
      if (typeof generic === 'object') paths.add(generic.default.replace(/^\//, ''));
  }
  return [...waiting.keys()].filter((root) => [...paths].some((path) => path.startsWith(root)));
}
