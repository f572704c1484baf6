/*
 * A separate process with the data folder as parameter: opens the database, runs a thousand queries, and prints the
 * measurements as one line of JSON.
 */
import { thousandQueries } from './queries';
import { memoryBytes } from './process-memory';
import { documentDatabase } from '../contestants/document-database';
import { openFolderDatabase } from '../stand/documents';

/** Times in milliseconds, memory in bytes. */
export interface Opened {
  openMs: number;
  firstQueryMs: number;
  bytesOpened: number;
  bytesAfter: number;
  /** The memory of the process before it opened the data; only for an engine that runs inside another program. */
  bytesBefore?: number;
}

async function main(cloudDir: string): Promise<void> {
  const bytesBefore = memoryBytes(process.pid);
  const startedAt = performance.now();
  const database = await openFolderDatabase(cloudDir);
  const openMs = performance.now() - startedAt;
  const bytesOpened = memoryBytes(process.pid);
  const contestant = documentDatabase(database);
  const spent: number[] = [];
  for (const query of thousandQueries()) {
    const { ask } = (await contestant.prepare(query)) ?? {};
    const askedAt = performance.now();
    await ask?.();
    spent.push(performance.now() - askedAt);
  }
  const opened: Opened = {
    openMs,
    firstQueryMs: spent[0] ?? NaN,
    bytesOpened,
    bytesBefore,
    bytesAfter: memoryBytes(process.pid),
  };
  process.stdout.write(`${JSON.stringify(opened)}\n`);
  await database.close();
}

void main(process.argv[2] ?? '');
