import { spawnSync } from 'node:child_process';
import { constants, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../data/collections';

/** The moment from which all seeded posts are dated: half past two in the afternoon, when posters may be called. */
export const seededMs = Date.parse('2022-12-20T06:30:00Z');

/**
 * A fresh copy of a data folder with so many invented posts. The seeded folder is kept in `dist/bench`, because seeding takes minutes;
 * a run works on a copy, so that every run finds the same.
 */
export function copiedFolder(posts: number): string {
  const kept = join(root, 'dist/bench', `launch-${posts}`);
  const mark = join(kept, 'whole');
  if (!existsSync(mark)) {
    rmSync(kept, { recursive: true, force: true });
    mkdirSync(kept, { recursive: true });
    seed(kept, posts);
    writeFileSync(mark, '');
  }
  const copy = `${kept}-run`;
  rmSync(copy, { recursive: true, force: true });
  cpSync(kept, copy, { recursive: true, mode: constants.COPYFILE_FICLONE });
  return copy;
}

function seed(dir: string, posts: number): void {
  const now = new Date(seededMs).toISOString();
  const { status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/seed.ts', '--posts', String(posts), '--data', dir, '--now', now],
    { cwd: root, stdio: 'inherit' },
  );
  if (status !== 0) throw new Error('the data folder could not be seeded');
}
