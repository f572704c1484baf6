import type { CompiledFiles } from './wechat-ci';

export interface PackageSize {
  /** `main`, or the root of a subpackage. */
  name: string;
  bytes: number;
  /** The largest files, largest first. */
  largest: { path: string; bytes: number }[];
}

const shown = 8;

/**
 * The size of each package of a compiled program.
 * @param roots of its subpackages, as app.json names them
 */
export function packageSizes(files: CompiledFiles, roots: string[]): PackageSize[] {
  const sized = Object.entries(files).map(([path, content]) => ({ path, bytes: Buffer.byteLength(content) }));
  const rootOf = (path: string) => roots.find((root) => path.startsWith(`${root}/`)) ?? 'main';
  return ['main', ...roots].map((name) => {
    const own = sized.filter(({ path }) => rootOf(path) === name);
    return {
      name,
      bytes: own.reduce((sum, { bytes }) => sum + bytes, 0),
      largest: own.sort((left, right) => right.bytes - left.bytes).slice(0, shown),
    };
  });
}
