import { spawn } from 'node:child_process';
import { openFolder } from '../../src/storage/folder';
import { scratchDatabase } from '../scratch-database';
import { randomNumbers } from './random-numbers';
import type { Document } from '../../src/values/value';
import { accountCount, crashIndexes, opening } from './invariants';

/** The acknowledged writes of all rounds so far. */
export interface Acknowledged {
  ids: Set<string>;
  increments: number;
  moves: number;
}

/** The state of a new folder, without acknowledged writes. */
export function nothingAcknowledged(): Acknowledged {
  return { ids: new Set(), increments: 0, moves: 0 };
}

/**
 * Runs the load on the folder, kills it with SIGKILL at a random moment, and adds the writes that it acknowledged.
 * @param loadFile the bundled load.ts
 */
export async function killedRound(
  loadFile: string,
  dir: string,
  seed: number,
  acknowledged: Acknowledged,
): Promise<void> {
  const child = spawn(process.execPath, [loadFile, dir, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const afterMs = 20 + randomNumbers(seed)() * 400;
  let said = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (chunk: string) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), afterMs);
    said += chunk;
  });
  const signal = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (_code, killedBy) => resolve(killedBy));
  });
  if (signal !== 'SIGKILL') throw new Error(`seed ${seed}: the load ended by itself`);
  const lines = said.split('\n');
  // The last line may be cut off and is then ignored.
  for (const line of lines.slice(0, -1)) {
    const [what, ...rest] = line.split(' ');
    if (what === 'insert') rest.forEach((id) => acknowledged.ids.add(id));
    else if (what === 'count') acknowledged.increments++;
    else if (what === 'move') acknowledged.moves++;
  }
}

/**
 * Opens the folder and compares it with the acknowledged writes.
 * @returns everything that is wrong
 */
export async function faultsOf(dir: string, acknowledged: Acknowledged): Promise<string[]> {
  const faults = await integrityFaults(dir);
  const scratch = await scratchDatabase(crashIndexes, { dir });
  const check = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault);
  };
  for (const id of acknowledged.ids) {
    const byKey = await scratch.find({ key: id });
    check(byKey.length === 1 && byKey[0]?._id === id, `acknowledged ${id} is not found by its unique key`);
  }
  const accounts = await scratch.find({ kind: 'account' });
  const sum = accounts.reduce((total, account) => total + Number(account.n), 0);
  check(
    accounts.length === accountCount && sum === accountCount * opening,
    `the accounts hold ${sum} instead of ${accountCount * opening}`,
  );
  const [counter] = await scratch.find({ _id: 'counter' });
  check(
    Number(counter?.n) >= acknowledged.increments,
    `counter ${String(counter?.n)} is below ${acknowledged.increments} acknowledged`,
  );
  const count = async (query: Document): Promise<number> =>
    ((await scratch.send('calculateDocument', { query: JSON.stringify(query) })).data as { total: number })
      .total;
  const byIndex = await count({ kind: 'pair' });
  check(
    byIndex === (await count({ $expr: { $eq: ['$kind', 'pair'] } })),
    'the index and the documents differ in number',
  );
  check(byIndex % 2 === 0, `half of a pair is there: ${byIndex}`);
  const near = {
    near: { type: 'Point', coordinates: [110, 30] },
    distanceField: 'm',
    query: { tags: 'both' },
  };
  const [{ n } = { n: 0 }] = await scratch.aggregate([
    ['$geoNear', near],
    ['$count', 'n'],
    ['$limit', 1],
  ]);
  check(n === byIndex, `the 2dsphere index holds ${String(n)} of ${byIndex}`);
  await scratch.database.close();
  return faults;
}

async function integrityFaults(dir: string): Promise<string[]> {
  const folder = await openFolder(dir);
  const rows = folder.writer.prepare('PRAGMA integrity_check').all();
  folder.close();
  return rows.map((row) => String(row.integrity_check)).filter((line) => line !== 'ok');
}
