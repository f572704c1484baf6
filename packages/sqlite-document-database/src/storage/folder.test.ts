import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../database';
import { databaseFile, openFolder } from './folder';
import type { Sql } from './sqlite';

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'folder-'))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const open = () =>
  openDatabase({ dir, collections: [{ collectionName: 'things', aclTag: 'ADMINONLY', indexes: [] }] });
const file = () => join(dir, databaseFile);
const remove = (database: Awaited<ReturnType<typeof open>>, id: string) =>
  database.handle('database.removeDocument', {
    collectionName: 'things',
    queryType: 'WHERE',
    query: JSON.stringify({ _id: id }),
    multi: true,
  });

test('removed data is in no file after a clean end', async () => {
  const database = await open();
  await database.bulkLoad('things', [{ _id: 'a', text: 'planted-in-the-log' }]);
  await remove(database, 'a');
  await database.close();
  for (const path of [file(), `${file()}-wal`]) {
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (size > 0) expect(readFileSync(path).includes('planted-in-the-log')).toBe(false);
  }
});

test('removed data is in no file after a clean end, however often its cells moved', async () => {
  const folder = await openFolder(dir);
  const removed = insertAndRemove(folder.writer);
  folder.close();
  const bytes = readFileSync(file());
  expect(removed.filter((id) => bytes.includes(id))).toEqual([]);
});

/** Some of these removals leave copies between the cells of a page, although `secure_delete` is on. */
function insertAndRemove(writer: Sql): string[] {
  writer.exec('CREATE TABLE t (rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, doc TEXT); BEGIN');
  const random = seededNumbers();
  const pick = (below: number) => random.next().value % below;
  const insert = writer.prepare('INSERT INTO t (id, doc) VALUES (?, ?)');
  const update = writer.prepare('UPDATE t SET doc = ? WHERE id = ?');
  const remove = writer.prepare('DELETE FROM t WHERE id = ?');
  const kept: string[] = [];
  const removed: string[] = [];
  for (let n = 0; n < 4000; n++) {
    const id = `planted-${pick(2 ** 31)}-${n}`;
    insert.run(id, id + 'x'.repeat(pick(1000)));
    kept.push(id);
    const changed = kept[pick(kept.length)] ?? id;
    update.run(changed + 'y'.repeat(pick(1000)), changed);
    if (n % 2 === 0) continue;
    for (const victim of kept.splice(pick(kept.length), 1)) {
      remove.run(victim);
      removed.push(victim);
    }
  }
  writer.exec('COMMIT');
  return removed;
}

function* seededNumbers(): Generator<number, never> {
  for (let state = 22; ;) yield (state = (state * 1103515245 + 12345) % 2 ** 31);
}

test('a file that other users could read is closed to them', async () => {
  await (await open()).close();
  chmodSync(file(), 0o644);
  await (await open()).close();
  expect(statSync(file()).mode & 0o077).toBe(0);
});

test('a damaged file is named, with the remedy', async () => {
  writeFileSync(file(), 'no database at all, but long enough to be taken for a header of one '.repeat(20));
  await expect(open()).rejects.toThrow(/documents\.db is damaged .*restore a backup/);
});

test('damage in the middle of the file is found when it is opened', async () => {
  const database = await open();
  const things = Array.from({ length: 2000 }, (_, n) => ({ _id: `thing-${n}`, text: 'x'.repeat(300) }));
  await database.bulkLoad('things', things);
  await database.close();
  const bytes = readFileSync(file());
  writeFileSync(file(), bytes.fill('y', bytes.length / 2, bytes.length / 2 + 8192));
  await expect(open()).rejects.toThrow(/documents\.db is damaged .*restore a backup/);
});
