import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClock, type PlatformClock } from '../environment/clock';
import { openStorage, type Storage } from './storage';

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
  const prepared = storage.prepareUpload(path);
  const answer = await fetch(prepared.url, {
    method: 'PUT',
    body: content,
    headers: { authorization: prepared.authorization, 'x-cos-security-token': prepared.token },
  });
  expect(answer.status).toBe(200);
  return prepared.fileId;
}

/** The fields in the order in which `@cloudbase/node-sdk` 2 and `tcb-admin-node` write them. */
function formFor(path: string, content: Uint8Array) {
  const { url, authorization, token, fileId, cosFileId } = storage.prepareUpload(path);
  const fields = new FormData();
  fields.set('Signature', authorization);
  fields.set('x-cos-security-token', token);
  fields.set('x-cos-meta-fileid', cosFileId);
  fields.set('key', path);
  fields.set('file', new Blob([content as Uint8Array<ArrayBuffer>]));
  return { fields, fileId, send: () => fetch(url, { method: 'POST', body: fields }) };
}

async function downloadUrl(fileid: string, max_age?: number): Promise<{ code: string; tempFileURL: string }> {
  const { download_list } = (await storage.handle('storage.batchGetDownloadUrl', {
    file_list: [{ fileid, max_age }],
  })) as { download_list: { code: string; tempFileURL: string }[] };
  return download_list[0] ?? { code: 'none', tempFileURL: '' };
}

describe('stored files', () => {
  test.each(['a.txt', 'deep/er/b.txt', '中文 名字/书 盒.txt', 'a%2fb?c#d.txt'])(
    '%j comes back unchanged',
    async (path) => {
      const fileId = await upload(path, '布洛芬');
      expect(fileId).toBe(`cloud://env-1.local-env-1/${path}`);
      const answer = await fetch((await downloadUrl(fileId)).tempFileURL);
      expect(await answer.text()).toBe('布洛芬');
    },
  );

  test('a download address expires', async () => {
    const fileId = await upload('a.txt', 'x');
    const { tempFileURL } = await downloadUrl(fileId, 60);
    expect((await fetch(tempFileURL)).status).toBe(200);
    clock.shift(62_000);
    expect((await fetch(tempFileURL)).status).toBe(403);
  });

  test('a download address lives for at most a day, which is also the default', async () => {
    const fileId = await upload('a.txt', 'x');
    const longest = (await downloadUrl(fileId, 7 * 86_400)).tempFileURL;
    const usual = (await downloadUrl(fileId)).tempFileURL;
    clock.shift(86_000_000);
    expect([(await fetch(longest)).status, (await fetch(usual)).status]).toEqual([200, 200]);
    clock.shift(500_000);
    expect([(await fetch(longest)).status, (await fetch(usual)).status]).toEqual([403, 403]);
  });

  test("one file's address opens no other", async () => {
    const mine = await downloadUrl(await upload('mine.txt', 'x'));
    const other = await downloadUrl(await upload('other.txt', 'y'));
    const crossed = mine.tempFileURL.split('?')[0] + '?' + (other.tempFileURL.split('?')[1] ?? '');
    expect((await fetch(crossed)).status).toBe(403);
  });

  test('an upload needs the signature of its own path', async () => {
    const { authorization, token } = storage.prepareUpload('a.txt');
    const headers = { authorization, 'x-cos-security-token': token };
    const answer = await fetch(storage.prepareUpload('b.txt').url, { method: 'PUT', body: 'x', headers });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('<Code>SignatureDoesNotMatch</Code>');
  });

  test('a form uploads a file, as older SDKs send it', async () => {
    const form = formFor('form/书.bin', Uint8Array.of(0, 13, 10, 45, 45, 255));
    expect((await form.send()).status).toBe(204);
    const answer = await fetch((await downloadUrl(form.fileId)).tempFileURL);
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0, 13, 10, 45, 45, 255]);
  });

  test.each<[string, (form: FormData) => void, number, string]>([
    ['without its signature', (form) => form.delete('Signature'), 403, 'SignatureDoesNotMatch'],
    ['with another date', (form) => form.set('x-cos-security-token', '9'), 403, 'SignatureDoesNotMatch'],
    ['without a file', (form) => form.delete('file'), 400, 'MalformedPOSTRequest'],
  ])('a form %s is refused', async (_what, spoil, status, code) => {
    const form = formFor('a.txt', Uint8Array.of(1));
    spoil(form.fields);
    const answer = await form.send();
    expect([answer.status, /<Code>(\w+)</.exec(await answer.text())?.[1]]).toEqual([status, code]);
    expect(await downloadUrl(form.fileId)).toMatchObject({ code: 'STORAGE_FILE_NONEXIST' });
  });

  test('a body that is not a form is refused', async () => {
    const answer = await fetch(storage.prepareUpload('a.txt').url, { method: 'POST', body: 'x' });
    expect([answer.status, await answer.text()]).toEqual([
      400,
      expect.stringContaining('MalformedPOSTRequest'),
    ]);
  });

  test('a removed file is gone, and removing it again reports that', async () => {
    const fileId = await upload('a.txt', 'x');
    const remove = () => storage.handle('storage.batchDeleteFile', { fileid_list: [fileId] });
    expect(await remove()).toEqual({ delete_list: [{ fileID: fileId, code: 'SUCCESS' }] });
    expect(await remove()).toEqual({ delete_list: [{ fileID: fileId, code: 'STORAGE_FILE_NONEXIST' }] });
    expect(await downloadUrl(fileId)).toMatchObject({ code: 'STORAGE_FILE_NONEXIST' });
  });

  test('a stored page does not run in a browser', async () => {
    const answer = await fetch((await downloadUrl(await upload('evil.html', '<script>'))).tempFileURL);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test.each(['/a', 'a/', 'a//b', '../a', 'a/../b', 'a\0b', 'a\x1bb', 'x'.repeat(851), '书'.repeat(284)])(
    'the path %j is refused',
    async (path) => {
      await expect(storage.handle('storage.getUploadMetadata', { path })).rejects.toMatchObject({
        code: 'STORAGE_SIGN_PARAM_INVALID',
      });
    },
  );

  test.each(['x'.repeat(850), '书'.repeat(283), 'a|b测试 (1).jpeg'])(
    'the path %j is accepted',
    async (path) => {
      expect(await storage.handle('storage.getUploadMetadata', { path })).toMatchObject({
        fileId: `cloud://env-1.local-env-1/${path}`,
      });
    },
  );

  test.each([
    ['storage.batchGetDownloadUrl', { file_list: Array.from({ length: 51 }, () => ({ fileid: 'a' })) }],
    ['storage.batchDeleteFile', { fileid_list: Array.from({ length: 51 }, () => 'a') }],
    ['storage.batchDeleteFile', {}],
    ['storage.batchDeleteFile', { fileid_list: [''] }],
    ['storage.batchGetDownloadUrl', { file_list: ['a'] }],
    ['storage.getUploadMetadata', { path: '' }],
    ['storage.batchCopyFile', { file_list: [{ src_path: 'a.txt', dst_path: 'b.txt' }] }],
    ['storage.batchCopyFile', { file_list: [{ src_path: 'a.txt', dst_path: 'a.txt' }] }],
    ['storage.getFileAuthority', { fileList: [{ path: 'cloud://a', type: 'WRITE' }] }],
    ['storage.unheardOf', {}],
  ])('%s is refused for %j', async (action, body) => {
    await expect(storage.handle(action, body)).rejects.toMatchObject({ code: 'INVALID_PARAM' });
  });
});
