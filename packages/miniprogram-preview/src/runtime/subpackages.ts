import { runComponentFile } from './definitions';
import type { Framework } from './framework';
import { writeStyles } from './stylesheets';

interface WaitingFile {
  file(): void;
  /** The folder of its subpackage; '' in the main package. */
  subpackage: string;
}

/** The files of components and pages that no page has needed yet, by their path. */
const waiting = new Map<string, WaitingFile>();

let framework: Framework;
/** `"lazyCodeLoading": "requiredComponents"`: a page runs the files of what it uses, and no others. */
let runsRequiredOnly = false;

export function startSubpackages(newFramework: Framework, lazyCodeLoading: unknown): void {
  framework = newFramework;
  runsRequiredOnly = lazyCodeLoading === 'requiredComponents';
}

/** Files of the main package run at once, unless the program asks for required ones only; those of a subpackage when its first page opens. */
export function runInTurn(path: string, file: () => void, subpackage: string): void {
  if (subpackage === '' && !runsRequiredOnly) runComponentFile(path, file);
  else waiting.set(path, { file, subpackage });
}

/** Runs what a page and all components that it uses need, unless it has run already, and writes their styles. */
export function loadFilesOf(page: string): void {
  const used = usedBy(page);
  const subpackages = new Set([...used].map((path) => waiting.get(path)?.subpackage));
  for (const [path, { file, subpackage }] of [...waiting]) {
    if (runsRequiredOnly ? !used.has(path) : !subpackages.has(subpackage)) continue;
    waiting.delete(path);
    runComponentFile(path, file);
    used.add(path);
  }
  writeStyles([...used].flatMap((path) => framework.entries.get(path) ?? []));
}

/** The page and the components that it uses, directly and through others. */
function usedBy(page: string): Set<string> {
  const paths = new Set([page]);
  for (const path of paths) {
    const { usingComponents = {}, componentGenerics = {} } = framework.entries.get(path)?.json ?? {};
    for (const used of Object.values(usingComponents)) paths.add(used.replace(/^\//, ''));
    for (const generic of Object.values(componentGenerics))
      if (typeof generic === 'object') paths.add(generic.default.replace(/^\//, ''));
  }
  return paths;
}
