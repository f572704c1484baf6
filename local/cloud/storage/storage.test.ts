import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClock, type PlatformClock } from '../clock';
import { openStorage, type Storage } from './storage';

interface Upload {
  url: string;
  token: string;
  authorization: string;
  fileId: string;
}

let dir: string;
let server: Server;
let storage: Storage;
let clock: PlatformClock;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'storage-'));
  clock = createClock();
  let origin = '';
  storage = openStorage({ dir, envId: 'env-1', signingKey: 'key', clock, origin: () => origin });
  server = createServer(
    (request, response) => void storage.serve(request, response, new URL(request.url ?? '/', 'http://x')),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(dir, { recursive: true });
});

async function upload(path: string, content: string): Promise<string> {
  const prepared = (await storage.handle('storage.getUploadMetadata', { path })) as unknown as Upload;
  const answer = await fetch(prepared.url, {
    method: 'PUT',
    body: content,
    headers: { authorization: prepared.authorization, 'x-cos-security-token': prepared.token },
  });
  expect(answer.status).toBe(200);
  return prepared.fileId;
}

async function downloadUrl(fileid: string, max_age?: number): Promise<{ code: string; tempFileURL: string }> {
  const { download_list } = await storage.handle('storage.batchGetDownloadUrl', {
    file_list: [{ fileid, max_age }],
  });
  return (download_list as { code: string; tempFileURL: string }[])[0] ?? { code: 'none', tempFileURL: '' };
}

describe('stored files', () => {
  test.each(['a.txt', 'deep/er/b.txt', '中文 名字/药 盒.txt', 'a%2fb?c#d.txt'])(
    '%j comes back as it was put',
    async (path) => {
      const fileId = await upload(path, '布洛芬');
      expect(fileId).toBe(`cloud://env-1.local-env-1/${path}`);
      const answer = await fetch((await downloadUrl(fileId)).tempFileURL);
      expect(await answer.text()).toBe('布洛芬');
    },
  );

  test('a download address ends at its age', async () => {
    const fileId = await upload('a.txt', 'x');
    const { tempFileURL } = await downloadUrl(fileId, 60);
    expect((await fetch(tempFileURL)).status).toBe(200);
    clock.shift(62_000);
    expect((await fetch(tempFileURL)).status).toBe(403);
  });

  test("one file's address opens no other", async () => {
    const mine = await downloadUrl(await upload('mine.txt', 'x'));
    const other = await downloadUrl(await upload('other.txt', 'y'));
    const crossed = mine.tempFileURL.split('?')[0] + '?' + (other.tempFileURL.split('?')[1] ?? '');
    expect((await fetch(crossed)).status).toBe(403);
  });

  test('nothing is put without the signature of its own path', async () => {
    const prepare = async (path: string) =>
      (await storage.handle('storage.getUploadMetadata', { path })) as unknown as Upload;
    const { authorization, token } = await prepare('a.txt');
    const headers = { authorization, 'x-cos-security-token': token };
    const answer = await fetch((await prepare('b.txt')).url, { method: 'PUT', body: 'x', headers });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('<Code>SignatureDoesNotMatch</Code>');
  });

  test('a removed file is gone, and removing it again says so', async () => {
    const fileId = await upload('a.txt', 'x');
    const remove = async () =>
      (await storage.handle('storage.batchDeleteFile', { fileid_list: [fileId] }))['delete_list'];
    expect(await remove()).toEqual([{ fileID: fileId, code: 'SUCCESS' }]);
    expect(await remove()).toEqual([{ fileID: fileId, code: 'STORAGE_FILE_NONEXIST' }]);
    expect(await downloadUrl(fileId)).toMatchObject({ code: 'STORAGE_FILE_NONEXIST' });
  });

  test('a page that somebody stored does not run in a browser', async () => {
    const answer = await fetch((await downloadUrl(await upload('evil.html', '<script>'))).tempFileURL);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test.each(['', '/a', 'a//b', '../a', 'a/../b', 'a\0b', 'x'.repeat(851)])(
    'the path %j is refused',
    async (path) => {
      await expect(storage.handle('storage.getUploadMetadata', { path })).rejects.toMatchObject({
        code: 'STORAGE_SIGN_PARAM_INVALID',
      });
    },
  );
});
