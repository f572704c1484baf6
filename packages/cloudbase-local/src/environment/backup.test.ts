import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUp, restore } from './backup';
import { scratchDatabase, type Scratch } from 'sqlite-document-database/testing';
import { type Document, openSql } from 'sqlite-document-database';

let dir: string;
let data: string;
let backup: string;
let keysFile: string;
let scratch: Scratch;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'backup-'));
  [data, backup] = [join(dir, 'data'), join(dir, 'backup')];
  keysFile = `${backup}.keys`;
  scratch = await scratchDatabase(['n_1'], { dir: join(data, 'database') });
  await scratch.insert(Array.from({ length: 50 }, (_unused, i): Document => ({ _id: `d${i}`, n: i })));
  mkdirSync(join(data, 'files/ab'), { recursive: true });
  writeFileSync(join(data, 'files/ab/abc'), 'a picture');
  writeFileSync(join(data, '.env.local'), 'PHONE_KEY_V1=secret\n', { mode: 0o600 });
  mkdirSync(join(data, 'logs'));
});
afterEach(async () => {
  await scratch.close();
  rmSync(dir, { recursive: true });
});

/** The documents of a data folder. */
async function documentsIn(dataDir: string): Promise<Document[]> {
  const opened = await scratchDatabase(['n_1'], { dir: join(dataDir, 'database') });
  const found = await opened.find({}, { limit: 1000 });
  await opened.database.close();
  return found;
}

test('a folder in use is backed up and restored elsewhere: documents, files, and the keys from their own file', async () => {
  await backUp(data, { toDir: backup, keysFile });
  await scratch.insert([{ _id: 'later', n: 99 }]);
  const restored = join(dir, 'restored');
  expect(existsSync(join(backup, '.env.local'))).toBe(false);
  expect(statSync(keysFile).mode & 0o777).toBe(0o600);
  await restore({ fromDir: backup, keysFile }, restored);
  const documents = await documentsIn(restored);
  expect(documents).toHaveLength(50);
  expect(documents.some(({ _id }) => _id === 'later')).toBe(false);
  expect(readFileSync(join(restored, 'files/ab/abc'), 'utf8')).toBe('a picture');
  expect(readFileSync(join(restored, '.env.local'), 'utf8')).toBe('PHONE_KEY_V1=secret\n');
  expect(existsSync(join(restored, 'logs'))).toBe(false);
});

test('a file and a document written together during a backup are both in it or both absent', async () => {
  let written = 0;
  let done = false;
  const writing = (async () => {
    for (; !done; written += 1)
      await scratch.insert([
        { _id: `left${written}`, pair: written },
        { _id: `right${written}`, pair: written },
      ]);
  })();
  await backUp(data, { toDir: backup, keysFile });
  done = true;
  await writing;
  await restore({ fromDir: backup, keysFile }, join(dir, 'restored'));
  const pairs = (await documentsIn(join(dir, 'restored'))).flatMap(({ pair }) =>
    pair === undefined ? [] : [pair],
  );
  expect(pairs.length).toBe(new Set(pairs).size * 2);
  expect(written).toBeGreaterThan(0);
});

test('a folder that no process has open is backed up too', async () => {
  await scratch.database.close();
  await backUp(data, { toDir: backup, keysFile });
  await restore({ fromDir: backup, keysFile }, join(dir, 'restored'));
  expect(await documentsIn(join(dir, 'restored'))).toHaveLength(50);
});

test('a backup overwrites nothing, and a failed one leaves nothing behind', async () => {
  mkdirSync(backup);
  writeFileSync(join(backup, 'mine'), 'keep');
  await expect(backUp(data, { toDir: backup, keysFile })).rejects.toThrow(
    /is not empty: choose another folder/,
  );
  await expect(restore({ fromDir: join(dir, 'nowhere'), keysFile }, join(dir, 'new'))).rejects.toThrow(
    /holds no backup/,
  );
  await expect(backUp(join(dir, 'nowhere'), { toDir: join(dir, 'new'), keysFile })).rejects.toThrow(
    /holds no database/,
  );
  const good = { fromDir: join(dir, 'good'), keysFile };
  await backUp(data, { toDir: good.fromDir, keysFile });
  await expect(backUp(data, { toDir: join(dir, 'more'), keysFile })).rejects.toThrow(/is there already/);
  await expect(restore({ ...good, keysFile: join(dir, 'lost') }, join(dir, 'new'))).rejects.toThrow(
    /lost is missing/,
  );
  await expect(restore(good, data)).rejects.toThrow(/is not empty: end the product/);

  writeFileSync(join(dir, 'good/database/documents.db.sealed'), 'x'.repeat(5000));
  await expect(restore(good, join(dir, 'new'))).rejects.toThrow(/cannot be opened: it is damaged/);
  expect(readdirSync(dir).sort()).toEqual(['backup', 'backup.keys', 'data', 'good']);
});

test('a backup of a newer format is refused', async () => {
  await scratch.database.close();
  const sql = await openSql(join(data, 'database/documents.db'));
  sql.exec('PRAGMA user_version = 99');
  sql.close();
  await backUp(data, { toDir: backup, keysFile });
  await expect(restore({ fromDir: backup, keysFile }, join(dir, 'new'))).rejects.toThrow(
    /written by a newer version/,
  );
  expect(existsSync(join(dir, 'new'))).toBe(false);
});

test('without its own key nothing of a backup can be read, nor with the key of another', async () => {
  await scratch.insert([{ _id: 'planted', name: '李小明' }]);
  await backUp(data, { toDir: backup, keysFile });
  const bytes = readdirSync(backup, { recursive: true, encoding: 'utf8' })
    .map((name) => join(backup, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path));
  expect(bytes.length).toBeGreaterThan(1);
  for (const planted of ['李小明', 'a picture', 'SQLite format'])
    expect(bytes.filter((content) => content.includes(planted))).toEqual([]);
  expect(readdirSync(join(data, 'database')).filter((name) => name.includes('copy'))).toEqual([]);

  const other = { toDir: join(dir, 'other'), keysFile: join(dir, 'other.keys') };
  await backUp(data, other);
  const mixed = restore({ fromDir: backup, keysFile: other.keysFile }, join(dir, 'new'));
  await expect(mixed).rejects.toThrow(/the keys are another backup's/);
  writeFileSync(keysFile, 'PHONE_KEY_V1=secret\n');
  await expect(restore({ fromDir: backup, keysFile }, join(dir, 'new'))).rejects.toThrow(/holds no key/);
});

test('an empty file comes back, and one in the place of another does not', async () => {
  writeFileSync(join(data, 'files/ab/empty'), '');
  await backUp(data, { toDir: backup, keysFile });
  await restore({ fromDir: backup, keysFile }, join(dir, 'restored'));
  expect(readFileSync(join(dir, 'restored/files/ab/empty'), 'utf8')).toBe('');
  renameSync(join(backup, 'files/ab/empty.sealed'), join(backup, 'files/ab/abc.sealed'));
  await expect(restore({ fromDir: backup, keysFile }, join(dir, 'new'))).rejects.toThrow(/cannot be opened/);
});
