import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where the engines keep their data: one folder each. */
export interface BenchFolder {
  readonly dir: string;
  /** An engine's folder; emptied first unless `loaded` says that this many posts are in it. */
  engine(name: string, posts: number): { dir: string; loaded: boolean; markLoaded(): void };
  remove(): void;
}

/** @param kept where to keep the data; undefined: in a temporary folder that `remove` removes */
export function openBenchFolder(kept: string | undefined): BenchFolder {
  const dir = kept === undefined ? mkdtempSync(join(tmpdir(), 'bench-')) : resolve(kept);
  mkdirSync(dir, { recursive: true });
  // PostgreSQL runs as another account than root and has to reach its folder.
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
