import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { openFileStore, type FileStore } from './file-store';

let dir: string;
let files: FileStore;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'files-'));
  files = openFileStore(dir);
});
afterEach(() => rmSync(dir, { recursive: true }));

const ofAnn = Buffer.from('of Ann');
const ofFunction = Buffer.from('of a function');
const read = async (path: string) => (await buffer(files.read(path))).toString();

test('a file is replaced and removed by its owner and by functions only', async () => {
  expect(await files.putAs('oAnn', 'a', ofAnn)).toBe(true);
  expect(await files.putAs('oBob', 'a', ofFunction)).toBe(false);
  expect(await files.removeAs('oBob', 'a')).toBe('denied');
  expect(await read('a')).toBe('of Ann');
  expect(await files.removeAs('oAnn', 'a')).toBe('removed');
  expect(await files.removeAs('oAnn', 'a')).toBe('missing');
  await files.putAs('oAnn', 'a', ofAnn);
  expect(await files.remove('a')).toBe(true);
});

test('a file that a function writes or copies over another has no owner', async () => {
  for (const path of ['a', 'b']) await files.putAs('oAnn', path, ofAnn);
  await files.put('a', ofFunction);
  await files.copy('a', 'b', true);
  expect(await files.removeAs('oAnn', 'a')).toBe('denied');
  expect(await files.putAs('oAnn', 'b', ofAnn)).toBe(false);
});

test("when a function and a client write at once, the client does not own the function's file", async () => {
  for (let i = 0; i < 100; i++) {
    const path = `file${i}`;
    const changes = [() => files.put(path, ofFunction), () => files.putAs('oAnn', path, ofAnn)];
    await Promise.all((i % 2 ? changes : changes.reverse()).map((change) => change()));
    expect(await read(path)).toBe('of a function');
    expect(await files.removeAs('oAnn', path)).toBe('denied');
  }
});

test('of a copy without overwriting and a simultaneous upload one is refused', async () => {
  await files.put('source', ofFunction);
  for (let i = 0; i < 50; i++) {
    const path = `file${i}`;
    const [copied, isUploaded] = await Promise.all([
      files.copy('source', path, false),
      files.putAs('oAnn', path, ofAnn),
    ]);
    expect({ copied, isUploaded }).toEqual(
      isUploaded ? { copied: 'occupied', isUploaded } : { copied: 'copied', isUploaded },
    );
    expect(await read(path)).toBe(isUploaded ? 'of Ann' : 'of a function');
  }
});

test('a file that survives a simultaneous removal and upload belongs to its uploader', async () => {
  for (let i = 0; i < 50; i++) {
    const path = `file${i}`;
    await files.put(path, ofFunction);
    await Promise.all([files.remove(path), files.putAs('oAnn', path, ofAnn)]);
    expect(await files.removeAs('oAnn', path)).toBe('removed');
  }
});
