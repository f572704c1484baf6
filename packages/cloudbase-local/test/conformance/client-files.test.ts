import { nodeSdk, startFixtureCloud, type FixtureCloud } from './fixture-cloud';

/*
 * The HTTP side of `wx.cloud.uploadFile`, `downloadFile`, `getTempFileURL` and `deleteFile`.
 */
let fixture: FixtureCloud;
beforeAll(async () => {
  fixture = await startFixtureCloud();
});
afterAll(() => fixture.close());

const content = Buffer.from('一盒布洛芬的照片');
const origin = () => fixture.clientOrigin;
const post = async (path: string, body: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${origin()}${path}`, {
    method: 'POST',
    body,
    headers: { 'x-wx-openid': 'oAnn', ...headers },
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const put = (path: string, body: string, openid: string) =>
  post(`/files/${encodeURIComponent(path)}`, body, { 'x-wx-openid': openid });
const upload = async (path: string, body: string) => String((await put(path, body, 'oAnn')).body.fileID);
const remove = async (openid: string, ...fileList: unknown[]) =>
  (await post('/file-deletions', JSON.stringify({ fileList }), { 'x-wx-openid': openid })).body;
const read = (fileId: string) => fetch(`${origin()}/files/?id=${encodeURIComponent(fileId)}`);

test('an uploaded file is read by its id, by other people and by functions', async () => {
  const fileID = await upload('照片 1.txt', '书盒');
  expect(fileID).toBe('cloud://fixture-1.local-fixture-1/照片 1.txt');
  expect(await (await read(fileID)).text()).toBe('书盒');
  expect((await nodeSdk().downloadFile({ fileID })).fileContent?.toString()).toBe('书盒');
});

test('addresses are given for files that exist', async () => {
  const fileID = await upload('here.txt', 'x');
  const { body } = await post(
    '/file-addresses',
    JSON.stringify({ fileList: [fileID, { fileID: 'cloud://no/no' }] }),
  );
  const list = body.fileList as { tempFileURL: string }[];
  expect(list).toMatchObject([
    { fileID, status: 0, errMsg: 'ok', maxAge: 86_400 },
    { fileID: 'cloud://no/no', status: -503003, tempFileURL: '' },
  ]);
  expect(await (await fetch(list[0]?.tempFileURL ?? '')).text()).toBe('x');
});

test('a file is removed only by its uploader, and each file has its own result', async () => {
  const hers = await upload('hers.txt', 'x');
  const { fileID: made } = await nodeSdk().uploadFile({ cloudPath: 'made.txt', fileContent: content });
  const denied = { status: -503002, errMsg: 'storage permission denied' };
  expect(await remove('oBob', hers, made, `${hers}x`)).toEqual({
    fileList: [
      { fileID: hers, ...denied },
      { fileID: made, ...denied },
      { fileID: `${hers}x`, status: -503003, errMsg: 'storage file not exists' },
    ],
    errMsg: 'cloud.deleteFile:ok',
  });
  expect(await remove('oAnn', hers)).toMatchObject({
    fileList: [{ fileID: hers, status: 0, errMsg: 'ok' }],
  });
  expect([(await read(hers)).status, (await read(made)).status]).toEqual([404, 200]);
});

test('a file is replaced only by its uploader', async () => {
  const fileID = await upload('place.txt', 'first');
  expect((await put('place.txt', 'his', 'oBob')).body).toEqual({
    errCode: -503002,
    errMsg: 'cloud.uploadFile:fail storage permission denied',
  });
  await upload('place.txt', 'second');
  expect(await (await read(fileID)).text()).toBe('second');
});

test('of two simultaneous first uploads one is refused, and the other person may remove the file', async () => {
  const people = ['oAnn', 'oBob'];
  const answers = await Promise.all(people.map((openid) => put('at-once.txt', openid, openid)));
  const fileID = 'cloud://fixture-1.local-fixture-1/at-once.txt';
  const [winner] = people.filter((_openid, at) => answers[at]?.body.fileID === fileID);
  const [loser] = people.filter((openid) => openid !== winner);
  expect(await (await read(fileID)).text()).toBe(winner);
  expect(await remove(String(loser), fileID)).toMatchObject({ fileList: [{ status: -503002 }] });
  expect(await remove(String(winner), fileID)).toMatchObject({ fileList: [{ status: 0 }] });
});

test('a file that a function replaces is no longer its uploader’s, and a deleted path is free', async () => {
  const fileID = await upload('taken.txt', 'hers');
  await nodeSdk().uploadFile({ cloudPath: 'taken.txt', fileContent: content });
  expect(await remove('oAnn', fileID)).toMatchObject({ fileList: [{ status: -503002 }] });
  await nodeSdk().deleteFile({ fileList: [fileID] });
  expect((await put('taken.txt', 'his', 'oBob')).body).toMatchObject({ fileID });
});

test.each([
  '',
  '{',
  '{"fileList":"a"}',
  '{"fileList":[1]}',
  JSON.stringify({ fileList: Array(51).fill('a') }),
])('removing %j is refused', async (body) => {
  expect((await post('/file-deletions', body)).body).toMatchObject({ errCode: -501007 });
});

test('a visitor without an openid uploads and removes nothing', async () => {
  expect((await put('nobody.txt', 'x', '')).status).toBe(400);
  expect((await post('/file-deletions', '{"fileList":[]}', { 'x-wx-openid': '' })).status).toBe(400);
});

test.each([
  'cloud://fixture-1.local-fixture-1/none.txt',
  'cloud://other.bucket/here.txt',
  '',
  '../../etc/passwd',
])('there is no file %j', async (fileId) => {
  expect((await read(fileId)).status).toBe(404);
});

test.each(['', '{', 'null', '{"fileList":"a"}', '{"fileList":[null]}', '{"fileList":[{"maxAge":1}]}'])(
  'addresses for %j are refused',
  async (body) => {
    expect((await post('/file-addresses', body)).body).toMatchObject({ errCode: -501007 });
  },
);

test('a page of another site reads no file', async () => {
  const headers = { origin: 'http://evil.example' };
  expect((await post('/file-addresses', '{"fileList":[]}', headers)).status).toBe(403);
  expect((await fetch(`${origin()}/files/?id=x`, { headers })).status).toBe(403);
});
