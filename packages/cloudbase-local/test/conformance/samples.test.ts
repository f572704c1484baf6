import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCloud, type Cloud } from '../../src/cloud';
import type { OpenApiProvider } from '../../src/open-api/open-api';
import { resultOf } from './fixture-cloud';

/*
 * Functions as a reader of the platform's documentation writes them: plain JavaScript that knows nothing of this
 * project, run without a build.
 */

const strangers = join(__dirname, 'samples');
let cloud: Cloud;
let dataDir: string;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'strangers-'));
  cloud = await startCloud({
    dataDir,
    functionsDir: strangers,
    cloudbaserc: join(strangers, 'cloudbaserc.json'),
    environment: {},
    openApi,
    async prepare(database) {
      await database.bulkLoad('articles', [{ _id: 'a1', likes: 0 }]);
      await database.bulkLoad('shops', shops);
    },
  });
});
afterAll(async () => {
  await cloud.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const shops = [
  { _id: '1', name: '近', category: '书店', stars: 3, open: true, metersNorth: 100 },
  { _id: '2', name: '中', category: '书店', stars: 5, open: true, metersNorth: 1000 },
  { _id: '3', name: '远', category: '超市', stars: 4, open: true, metersNorth: 3000 },
  { _id: '4', name: '关', category: '书店', stars: 5, open: false, metersNorth: 50 },
].map(({ metersNorth, ...shop }) => ({
  ...shop,
  location: { type: 'Point', coordinates: [112.97, 28.19 + (metersNorth / 6378100) * (180 / Math.PI)] },
}));

/** A picture, and a content check that refuses pictures under three bytes. */
const openApi: OpenApiProvider = (apiName, args) => {
  if (apiName === 'wxacode.getUnlimited')
    return Promise.resolve({
      contentType: 'image/png',
      buffer: Buffer.from(`code of ${String(args.scene)}`),
    });
  const media = args.media as { filename: string; value: Uint8Array };
  return Promise.resolve(
    media.value.length < 3
      ? { errcode: 87014, errmsg: 'risky content' }
      : { errcode: 0, errmsg: 'ok', name: media.filename },
  );
};

test('a welcome: the event holds what was sent and the caller, whom no client can forge', async () => {
  const { requestId, ...seen } = await resultOf(
    cloud,
    'welcome',
    { sent: { 中: 1 }, userInfo: { openId: 'oForged' } },
    'oMe',
  );
  expect(requestId).toEqual(expect.any(String));
  expect(seen).toEqual({
    userInfo: { appId: expect.stringMatching(/^wx/) as string, openId: 'oMe' },
    sent: { 中: 1 },
    same: true,
    env: 'strangers-1',
    source: 'wx_client',
    environment: 'oMe',
    environ: true,
  });
  expect(await resultOf(cloud, 'welcome', {}, 'oMe')).toMatchObject({ same: true });
});

test('a report: imported, read in rounds of a hundred, summed by month of the city, cleared', async () => {
  const call = (data: object) => cloud.callFunction('report', data, 'oMe');
  const row = (index: number) => ({
    city: index % 2 === 0 ? 'Changsha' : 'changsha east',
    amount: index,
    state: index % 3 === 0 ? 'void' : 'paid',
    soldAt: new Date(Date.parse('2022-11-30T15:00:00Z') + index * 60_000).toISOString(),
  });
  const imported = Array.from({ length: 120 }, (_, index) => row(index));
  expect(await call({ import: imported })).toMatchObject({ result: 120 });
  // Midnight of December in China is 16:00 UTC: the sixty-first row.
  const sum = (rows: typeof imported) => rows.reduce((total, { amount }) => total + amount, 0);
  const month = (rows: typeof imported) => ({
    count: rows.length,
    total: sum(rows),
    paid: sum(rows.filter(({ state }) => state === 'paid')),
  });
  expect(await call({ city: 'CHANGSHA' })).toMatchObject({
    result: {
      rows: 119,
      first: 'changsha east',
      months: [
        { _id: '2022-11', ...month(imported.slice(1, 60)) },
        { _id: '2022-12', ...month(imported.slice(60)) },
      ],
      cleared: 40,
    },
  });
});

test('a poster: a code is drawn, stored and shown; a picture goes to be judged unchanged', async () => {
  const call = (data: object) => resultOf(cloud, 'poster', data, 'oMe');
  const { fileID, url, status } = await call({ id: 7 });
  expect([fileID, status]).toEqual(['cloud://strangers-1.local-strangers-1/posters/7.png', 0]);
  expect(await (await fetch(String(url))).text()).toBe('code of id=7');
  expect(await call({ picture: Buffer.from('PNG').toString('base64') })).toMatchObject({
    errCode: 0,
    name: 'media.png',
  });
  expect(await call({ picture: Buffer.from('x').toString('base64') })).toMatchObject({ errCode: 87014 });
});

test.each([
  ['nothing', null],
  ['date', '1970-01-01T00:00:00.000Z'],
  ['buffer', { type: 'Buffer', data: [97, 98] }],
  ['text', '好'],
  ['later', [1, null, null]],
  ['callback', { answered: 'callback' }],
])('an answer by %s', async (kind, result) => {
  expect(await cloud.callFunction('answers', { kind })).toMatchObject({ result });
});

test('an error given to the callback is an error of the function', async () => {
  expect(await cloud.callFunction('answers', { kind: 'error' })).toMatchObject({
    errCode: -504002,
    errMsg: expect.stringContaining('回调出错') as string,
  });
});

test('code in ES modules, as the documentation writes it', async () => {
  expect(await resultOf(cloud, 'modules', { text: '好' }, 'oMe')).toEqual({ text: '好', openid: 'oMe' });
});

test('a to-do list: each person sees, changes and clears their own', async () => {
  const call = (data: object, openid = 'oMe') => resultOf(cloud, 'todo', data, openid);
  const late = await call({ action: 'add', description: '买书', due: '2022-12-25' });
  const soon = await call({ action: 'add', description: '回电话', due: '2022-12-21', tags: ['急'] });
  await call({ action: 'add', description: '别人的', due: '2022-12-20' }, 'oOther');
  await call({ action: 'progress', id: soon._id, by: 30 });
  expect((await call({ action: 'list' })).data).toEqual([
    {
      _id: soon._id,
      description: '回电话',
      due: '2022-12-21T00:00:00.000Z',
      tags: ['急', '进行中'],
      progress: 30,
    },
    { _id: late._id, description: '买书', due: '2022-12-25T00:00:00.000Z', tags: [], progress: 0 },
  ]);
  expect(await call({ action: 'done', id: soon._id })).toMatchObject({ stats: { updated: 1 } });
  expect(await call({ action: 'done', id: late._id }, 'oOther')).toMatchObject({ stats: { updated: 0 } });
  expect(await call({ action: 'clear' })).toEqual({ removed: 1, left: 1 });
  expect(await call({ action: 'get', id: soon._id })).toMatchObject({
    data: null,
    errMsg: expect.stringContaining('does not exist') as string,
  });
});

test('likes: the count and the records always agree, even for simultaneous taps', async () => {
  const like = (openid: string, articleId = 'a1') => resultOf(cloud, 'likes', { articleId }, openid);
  expect(await like('oA')).toEqual({ success: true, liked: true, likes: 1 });
  expect(await like('oA')).toEqual({ success: true, liked: false, likes: 0 });
  const outcomes = await Promise.all(['oB', 'oC', 'oD', 'oE', 'oF'].map((openid) => like(openid)));
  const liked = outcomes.filter(({ success }) => success).length;
  expect(liked).toBeGreaterThan(0);
  const read = async (collectionName: string) =>
    (
      (await cloud.database.handle('database.aggregateDocuments', {
        collectionName,
        stages: [{ stageKey: '$limit', stageValue: '100' }],
      })) as { data: { list: string[] } }
    ).data.list;
  expect(await read('likes')).toHaveLength(liked);
  expect(await read('articles')).toEqual([expect.stringContaining(`"likes":{"$numberInt":"${liked}"}`)]);
  expect(await like('oA', 'nothing')).toMatchObject({ success: false });
});

test('nearby shops: open ones, nearest first, with kilometres and counts', async () => {
  const near = { longitude: 112.97, latitude: 28.19, radius: 2000 };
  expect(await resultOf(cloud, 'nearby-shops', near)).toEqual({
    shops: [
      { name: '近', category: '书店', km: expect.closeTo(0.1, 1) as number },
      { name: '中', category: '书店', km: expect.closeTo(1, 1) as number },
    ],
    byCategory: [
      { _id: '书店', count: 2, best: 5 },
      { _id: '超市', count: 1, best: 4 },
    ],
  });
});
