import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';

/**
 * While something runs, copies a database's folder whenever its files have changed. Each copy is the state that a
 * process leaves when it dies at that moment. Between two turns only the checkpointing thread runs.
 */
export async function copiesWhile(dir: string, run: () => Promise<unknown>): Promise<string[]> {
  const copies: string[] = [];
  let running = true;
  let last = '';
  const copyChanged = (): void => {
    const state = files.map((name) => changedAt(join(dir, name))).join();
    if (state === last) return;
    last = state;
    const copy = mkdtempSync(join(tmpdir(), 'died-'));
    for (const name of files)
      // copyFileSync would never return when the file gets shorter meanwhile.
      if (existsSync(join(dir, name))) writeFileSync(join(copy, name), readFileSync(join(dir, name)));
    copies.push(copy);
  };
  const copying = (async () => {
    for (; running; await turn()) copyChanged();
    copyChanged();
  })();
  try {
    await run();
  } finally {
    running = false;
    await copying;
  }
  return copies;
}

/** The log is copied first, because a log is still valid with a newer file into which its pages were checkpointed. */
const files = ['documents.db-wal', 'documents.db'];

function changedAt(file: string): string {
  const stats = statSync(file, { bigint: true, throwIfNoEntry: false });
  return `${stats?.mtimeNs} ${stats?.size}`;
}
