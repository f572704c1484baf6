import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  nodeSdk,
  realEnvironment,
  rejection,
  resultOf,
  startFixtureCloud,
  wxSdk,
  type FixtureCloud,
} from './fixture-cloud';
import type { Cloud } from '../../src/cloud';

let fixture: FixtureCloud | undefined;
beforeAll(async () => {
  if (realEnvironment === undefined) fixture = await startFixtureCloud();
});
afterAll(() => fixture?.close());

const content = Buffer.from('一盒布洛芬的照片');

describe('storage through @cloudbase/node-sdk', () => {
  test('a file is uploaded, gets an address, is downloaded and deleted', async () => {
    const app = nodeSdk();
    const { fileID } = await app.uploadFile({ cloudPath: '书盒/一 张.jpg', fileContent: content });
    expect(fileID).toMatch(/^cloud:\/\/[\w-]+\.[\w-]+\/书盒\/一 张\.jpg$/);

    const { fileList } = await app.getTempFileURL({ fileList: [fileID, { fileID, maxAge: 60 }] });
    const urls = fileList.map((file) => file.tempFileURL);
    expect(
      await Promise.all(urls.map(async (url) => Buffer.from(await (await fetch(url)).arrayBuffer()))),
    ).toEqual([content, content]);

    expect((await app.downloadFile({ fileID })).fileContent).toEqual(content);
    expect((await app.deleteFile({ fileList: [fileID] })).fileList).toEqual([{ fileID, code: 'SUCCESS' }]);
    expect((await app.getTempFileURL({ fileList: [fileID] })).fileList).toMatchObject([
      { code: 'STORAGE_FILE_NONEXIST' },
    ]);
  });

  test('a second upload replaces the first', async () => {
    const app = nodeSdk();
    await app.uploadFile({ cloudPath: 'same.txt', fileContent: Buffer.from('old') });
    const { fileID } = await app.uploadFile({ cloudPath: 'same.txt', fileContent: Buffer.from('new') });
    expect((await app.downloadFile({ fileID })).fileContent?.toString()).toBe('new');
  });

  test('a stream is uploaded, and a file is downloaded into a file', async () => {
    const app = nodeSdk();
    const { fileID } = await app.uploadFile({
      cloudPath: 'stream.ts',
      fileContent: createReadStream(__filename),
    });
    const dir = mkdtempSync(join(tmpdir(), 'download-'));
    const tempFilePath = join(dir, 'stream.ts');
    await app.downloadFile({ fileID, tempFilePath });
    await until(() => existsSync(tempFilePath) && statSync(tempFilePath).size === statSync(__filename).size);
    expect(readFileSync(tempFilePath)).toEqual(readFileSync(__filename));
    rmSync(dir, { recursive: true });
  });

  test('file information gives size and kind, and reports missing files', async () => {
    const app = nodeSdk();
    const { fileID } = await app.uploadFile({ cloudPath: 'info/photo.jpg', fileContent: content });
    const missing = fileID.replace('photo', 'none');
    const { fileList } = await app.getFileInfo({ fileList: [fileID, missing] });
    expect(fileList).toMatchObject([
      { code: 'SUCCESS', fileName: 'photo.jpg', mime: 'image/jpeg', size: content.length },
      { code: 'STORAGE_FILE_NONEXIST', fileID: missing },
    ]);
  });

  test('copies keep the content; a move removes the original; the target may be protected', async () => {
    const app = nodeSdk();
    const read = async (fileID: string) => (await app.downloadFile({ fileID })).fileContent?.toString();
    const { fileID } = await app.uploadFile({ cloudPath: 'from/c.txt', fileContent: Buffer.from('one') });
    const target = fileID.replace('from/', 'to/');
    const copy = async (options: object = {}) =>
      (await app.copyFile({ fileList: [{ srcPath: 'from/c.txt', dstPath: 'to/c.txt', ...options }] }))
        .fileList;
    expect(await copy()).toEqual([{ fileId: target }]);
    expect([await read(fileID), await read(target)]).toEqual(['one', 'one']);

    await app.uploadFile({ cloudPath: 'from/c.txt', fileContent: Buffer.from('two') });
    expect(await copy({ overwrite: false })).toEqual([
      { code: expect.any(String) as string, message: expect.any(String) as string },
    ]);
    expect(await read(target)).toBe('one');
    expect(await copy({ removeOriginal: true })).toEqual([{ fileId: target }]);
    expect(await read(target)).toBe('two');
    expect(await rejection(app.downloadFile({ fileID }))).toMatchObject({ code: 'STORAGE_FILE_NONEXIST' });
    expect(await copy()).toMatchObject([{ code: 'OBJECT_NOT_EXIST' }]);
  });

  test('a missing file is an error to download, and one entry among others to delete', async () => {
    const app = nodeSdk();
    const { fileID } = await app.uploadFile({ cloudPath: 'there.txt', fileContent: content });
    const missing = fileID.replace('there', 'gone');
    expect(await rejection(app.downloadFile({ fileID: missing }))).toMatchObject({
      code: 'STORAGE_FILE_NONEXIST',
    });
    expect((await app.deleteFile({ fileList: [missing, fileID] })).fileList).toEqual([
      { fileID: missing, code: 'STORAGE_FILE_NONEXIST' },
      { fileID, code: 'SUCCESS' },
    ]);
  });

  test('fifty addresses come at once, and more are refused', async () => {
    const app = nodeSdk();
    const { fileID } = await app.uploadFile({ cloudPath: 'many.txt', fileContent: content });
    const fileList = Array.from({ length: 50 }, () => fileID);
    expect((await app.getTempFileURL({ fileList })).fileList.map(({ code }) => code)).toEqual(
      fileList.map(() => 'SUCCESS'),
    );
    expect(await rejection(app.getTempFileURL({ fileList: [...fileList, fileID] }))).toMatchObject({
      code: 'INVALID_PARAM',
    });
  });

  test('a path that begins with a slash is refused before anything is sent', async () => {
    const upload = nodeSdk().uploadFile({ cloudPath: '/a.txt', fileContent: content });
    expect(await rejection(upload)).toMatchObject({ code: 'STORAGE_SIGN_PARAM_INVALID' });
  });
});

/** The SDK reports a download as done before the file is written. */
async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 5));
}

// wx-server-sdk works inside functions only, so a deployed environment cannot be asked from here.
const describeLocally = realEnvironment === undefined ? describe : () => undefined;
describeLocally('storage through wx-server-sdk', () => {
  test('a file is uploaded, gets an address, is downloaded and deleted', async () => {
    const cloud = wxSdk();
    const { fileID } = (await cloud.uploadFile({ cloudPath: 'a/b.txt', fileContent: content as never })) as {
      fileID: string;
    };
    const { fileList } = (await cloud.getTempFileURL({
      fileList: [fileID, 'cloud://fixture-1.local-fixture-1/none.txt'],
    })) as { fileList: { status: number; tempFileURL: string }[] };
    expect(fileList.map((file) => file.status)).toEqual([0, -503003]);
    expect(await (await fetch(fileList[0]?.tempFileURL ?? '')).text()).toBe(content.toString());
    expect(((await cloud.downloadFile({ fileID })) as { fileContent: Buffer }).fileContent).toEqual(content);
    expect(await cloud.deleteFile({ fileList: [fileID] })).toMatchObject({
      fileList: [{ fileID, status: 0 }],
    });
  });

  test('a missing file is an error to download, and one entry among others to delete', async () => {
    const cloud = wxSdk();
    const { fileID } = (await cloud.uploadFile({
      cloudPath: 'there.txt',
      fileContent: content as never,
    })) as { fileID: string };
    const missing = fileID.replace('there', 'gone');
    expect(await rejection(Promise.resolve(cloud.downloadFile({ fileID: missing })))).toMatchObject({
      errMsg: expect.stringContaining('downloadFile:fail') as string,
    });
    expect(await cloud.deleteFile({ fileList: [missing, fileID] })).toMatchObject({
      fileList: [
        { fileID: missing, status: -503003 },
        { fileID, status: 0 },
      ],
    });
  });
});

describeLocally('the right to a file', () => {
  test('is answered to a function that a person called', async () => {
    const app = nodeSdk();
    const { fileID } = await app.uploadFile({ cloudPath: 'right.txt', fileContent: content });
    const ask = (fileList: object[], openid?: string) =>
      resultOf(fixture?.cloud as Cloud, 'reader', { fileList }, openid);
    expect(await ask([{ path: fileID, type: 'READ' }], 'oReader')).toEqual({
      data: [{ path: fileID, cosFileId: expect.any(String) as string, read: true }],
    });
    expect(await ask([{ path: fileID, type: 'WRITE' }], 'oReader')).toMatchObject({ code: 'INVALID_PARAM' });
    expect(await ask([{ path: `${fileID}x`, type: 'READ' }], 'oReader')).toMatchObject({
      code: 'STORAGE_FILE_NONEXIST',
    });
  });

  test('is refused to a program that no person called', async () => {
    const fileList = [{ path: 'cloud://any', type: 'READ' }];
    expect(await rejection(nodeSdk().getFileAuthority({ fileList }))).toMatchObject({
      code: 'INVALID_PARAM',
    });
  });
});
