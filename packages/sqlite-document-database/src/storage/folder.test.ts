import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../database';
import { databaseFile } from './folder';

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'folder-'))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const open = () =>
  openDatabase({ dir, collections: [{ collectionName: 'things', aclTag: 'ADMINONLY', indexes: [] }] });
const file = () => join(dir, databaseFile);

test('removed data is in no file after a clean end', async () => {
  const database = await open();
  await database.bulkLoad('things', [{ _id: 'a', text: 'planted-in-the-log' }]);
  await database.handle('database.removeDocument', {
    collectionName: 'things',
    queryType: 'WHERE',
    query: '{"_id":"a"}',
    multi: true,
  });
  await database.close();
  for (const path of [file(), `${file()}-wal`]) {
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (size > 0) expect(readFileSync(path).includes('planted-in-the-log')).toBe(false);
  }
});

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
