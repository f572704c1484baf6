import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, posix as posixPath, relative, sep } from 'node:path';

/**
 * Virtual paths and real files. A virtual path is what the mini-program itself would write, without the leading
 * slash: `pages/home/home`, `miniprogram_npm/tdesign-miniprogram/button/button`. Packages that were not copied to
 * `miniprogram_npm` are read straight from `node_modules/<package>/<its "miniprogram" folder>`.
 */
export interface SourceTree {
  root: string;
  /** The real path of a virtual one, with or without extension; the file need not exist. */
  fileOf(virtualPath: string): string;
  /** The path to show in messages: virtual inside the program, else relative to its root. */
  shown(file: string): string;
  virtualOf(file: string): string;
  /** The folder that holds a package's mini-program build, if the package is installed. */
  packageRoot(name: string): string | undefined;
}

export function createSourceTree(root: string, npmDirs: string[]): SourceTree {
  const packageRoots = new Map<string, string | undefined>();

  const packageRoot = (name: string): string | undefined => {
    if (name.startsWith('.')) return undefined;
    if (!packageRoots.has(name)) packageRoots.set(name, findPackage(root, npmDirs, name));
    return packageRoots.get(name);
  };

  const fileOf = (virtualPath: string): string => {
    const inPackages = /^miniprogram_npm\/(.+)$/.exec(virtualPath)?.[1];
    if (inPackages !== undefined) {
      const name = packageNameOf(inPackages);
      const packageFolder = packageRoot(name);
      if (packageFolder !== undefined) return join(packageFolder, inPackages.slice(name.length));
    }
    return join(root, virtualPath);
  };

  const virtualOf = (file: string): string => {
    for (const [name, folder] of packageRoots) {
      if (folder !== undefined && file.startsWith(folder + sep))
        return `miniprogram_npm/${name}/${posix(relative(folder, file))}`;
    }
    return posix(relative(root, file));
  };

  return { root, fileOf, virtualOf, shown: virtualOf, packageRoot };
}

/** `@scope/name/rest` → `@scope/name`; `name/rest` → `name`. */
export function packageNameOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The first of `base + extension` that is a file. */
export function firstFile(base: string, extensions: string[]): string | undefined {
  return extensions.map((extension) => base + extension).find(isFile);
}

export function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Joins paths as URLs inside the program: an absolute reference starts at the root. */
export function joinVirtual(fromFile: string, reference: string): string {
  const joined = reference.startsWith('/')
    ? reference
    : posixPath.join(posixPath.dirname(fromFile), reference);
  return posixPath.normalize(joined).replace(/^\/+/, '');
}

function findPackage(root: string, npmDirs: string[], name: string): string | undefined {
  const copied = join(root, 'miniprogram_npm', name);
  if (existsSync(copied)) return copied;
  for (const dir of npmDirs) {
    const folder = join(dir, name);
    const manifest = join(folder, 'package.json');
    if (!isFile(manifest)) continue;
    const meta = JSON.parse(readFileSync(manifest, 'utf8')) as { miniprogram?: string };
    const candidates = [meta.miniprogram, 'miniprogram_dist', '.'].filter((c) => c !== undefined);
    const built = candidates.map((c) => join(folder, c)).find((c) => existsSync(c));
    if (built !== undefined) return built;
  }
  return undefined;
}

function posix(file: string): string {
  return file.split(sep).join('/');
}
