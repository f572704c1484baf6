import { nodeSdk, realEnvironment, startFixtureCloud, wxSdk, type FixtureCloud } from './fixture-cloud';

let fixture: FixtureCloud | undefined;
beforeAll(async () => {
  if (realEnvironment === undefined) fixture = await startFixtureCloud();
});
afterAll(() => fixture?.close());

const CONTENT = Buffer.from('一盒布洛芬的照片');

describe('storage through @cloudbase/node-sdk', () => {
  test('a file goes up, gets an address, comes down and is deleted', async () => {
    const app = nodeSdk();
    const { fileID } = await app.uploadFile({ cloudPath: '药盒/一 张.jpg', fileContent: CONTENT });
    expect(fileID).toMatch(/^cloud:\/\/[\w-]+\.[\w-]+\/药盒\/一 张\.jpg$/);

    const { fileList } = await app.getTempFileURL({ fileList: [fileID, { fileID, maxAge: 60 }] });
    const urls = fileList.map((file) => file.tempFileURL);
    expect(
      await Promise.all(urls.map(async (url) => Buffer.from(await (await fetch(url)).arrayBuffer()))),
    ).toEqual([CONTENT, CONTENT]);

    expect((await app.downloadFile({ fileID })).fileContent).toEqual(CONTENT);
    expect((await app.deleteFile({ fileList: [fileID] })).fileList).toEqual([{ fileID, code: 'SUCCESS' }]);
    expect((await app.getTempFileURL({ fileList: [fileID] })).fileList).toMatchObject([
      { code: 'STORAGE_FILE_NONEXIST' },
    ]);
  });

  test('a second upload takes the place of the first', async () => {
    const app = nodeSdk();
    await app.uploadFile({ cloudPath: 'same.txt', fileContent: Buffer.from('old') });
    const { fileID } = await app.uploadFile({ cloudPath: 'same.txt', fileContent: Buffer.from('new') });
    expect((await app.downloadFile({ fileID })).fileContent?.toString()).toBe('new');
  });
});

// wx-server-sdk works inside functions only, so a deployed environment cannot be asked from here.
const describeLocally = realEnvironment === undefined ? describe : () => undefined;
describeLocally('storage through wx-server-sdk', () => {
  test('a file goes up, gets an address, comes down and is deleted', async () => {
    const cloud = wxSdk();
    const { fileID } = (await cloud.uploadFile({ cloudPath: 'a/b.txt', fileContent: CONTENT as never })) as {
      fileID: string;
    };
    const { fileList } = (await cloud.getTempFileURL({
      fileList: [fileID, 'cloud://fixture-1.local-fixture-1/none.txt'],
    })) as { fileList: { status: number; tempFileURL: string }[] };
    expect(fileList.map((file) => file.status)).toEqual([0, -503003]);
    expect(await (await fetch(fileList[0]?.tempFileURL ?? '')).text()).toBe(CONTENT.toString());
    expect(
      ((await cloud.downloadFile({ fileID })) as unknown as { fileContent: Buffer }).fileContent,
    ).toEqual(CONTENT);
    expect(await cloud.deleteFile({ fileList: [fileID] })).toMatchObject({
      fileList: [{ fileID, status: 0 }],
    });
  });
});
