import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The folder in which each engine has its own data folder. */
export interface BenchFolder {
  readonly dir: string;
  /** An engine's folder, emptied first unless `loaded` confirms that it holds this many posts. */
  engine(name: string, posts: number): { dir: string; loaded: boolean; markLoaded(): void };
  remove(): void;
}

/** @param kept where to keep the data; undefined: in a temporary folder that `remove` deletes */
export function openBenchFolder(kept: string | undefined): BenchFolder {
  const dir = kept === undefined ? mkdtempSync(join(tmpdir(), 'bench-')) : resolve(kept);
  mkdirSync(dir, { recursive: true });
  // PostgreSQL runs under another account than root and must be able to read its folder.
  chmodSync(dir, 0o755);
  return {
    dir,
    engine(name, posts) {
      const engineDir = join(dir, name);
      const mark = join(dir, `${name}.loaded`);
      const loaded = existsSync(mark) && readFileSync(mark, 'utf8') === String(posts);
      if (!loaded) {
        rmSync(mark, { force: true });
        rmSync(engineDir, { recursive: true, force: true });
      }
      return { dir: engineDir, loaded, markLoaded: () => writeFileSync(mark, String(posts)) };
    },
    remove() {
      if (kept === undefined) rmSync(dir, { recursive: true, force: true });
    },
  };
}
