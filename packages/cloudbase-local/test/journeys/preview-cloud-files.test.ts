import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { createPreview, type Preview } from 'miniprogram-preview';
import { nodeSdk, startFixtureCloud, type FixtureCloud } from '../conformance/fixture-cloud';
import { launchBrowser, openPhone } from 'miniprogram-preview/testing';

/* A program that keeps pictures in the cloud, on a phone of the preview with its own cloud. */

const program = {
  'app.json': '{"pages":["pages/album/album"]}',
  'app.js': 'App({})',
  'pages/album/album.json': '{}',
  'pages/album/album.wxml': `
    <image class="picture" src="{{fileID}}" bindload="seen" />
    <text>{{said}}</text>`,
  'pages/album/album.js': `
    Page({
      data: { fileID: '', said: '' },
      async onLoad() {
        const filePath = URL.createObjectURL(new Blob(['<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"/>']));
        const { fileID } = await wx.cloud.uploadFile({ cloudPath: 'album/一 张.svg', filePath });
        const { fileList } = await wx.cloud.getTempFileURL({ fileList: [fileID] });
        const { tempFilePath } = await wx.cloud.downloadFile({ fileID });
        const text = await (await fetch(tempFilePath)).text();
        const missing = await wx.cloud.downloadFile({ fileID: fileID + 'x' }).catch((error) => error.errCode);
        const { fileID: spare } = await wx.cloud.uploadFile({ cloudPath: 'album/spare.svg', filePath });
        const { fileList: removed } = await wx.cloud.deleteFile({ fileList: [spare, 'cloud://fixture-1.local-fixture-1/made.txt'] });
        const { result } = await wx.cloud.callFunction({
          name: 'echo',
          data: { phone: wx.cloud.CloudID('held'), deep: { phone: new wx.cloud.CloudID('held') } },
        });
        const { phone, deep, userInfo } = result.event;
        this.setData({
          fileID,
          said: JSON.stringify([fileList[0].status, text.slice(0, 4), missing, removed.map((each) => each.status), phone, deep, userInfo.openId]),
        });
      },
    })`,
};

let browser: Browser;
let fixture: FixtureCloud;
let preview: Preview;
let server: Server;
let dir: string;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'album-'));
  for (const [name, text] of Object.entries(program)) {
    mkdirSync(dirname(join(dir, 'program', name)), { recursive: true });
    writeFileSync(join(dir, 'program', name), text);
  }
  [browser, fixture, preview] = await Promise.all([
    launchBrowser(),
    startFixtureCloud({
      openData: (id) => Promise.resolve(id === 'held' ? { phoneNumber: '138' } : undefined),
    }),
    createPreview({
      root: join(dir, 'program'),
      people: [{ openid: 'ann', name: '安', note: '第一个人' }],
    }),
  ]);
  server = createServer((request, response) => {
    void (async () => {
      if (await fixture.cloud.endpoint(request, response)) return;
      if (!(await preview.handle(request, response))) response.writeHead(404).end();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await preview.close();
  await fixture.close();
  rmSync(dir, { recursive: true, force: true });
});

test('a page uploads a file, downloads it, shows it by its id, and hands over data that only the cloud can open', async () => {
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await nodeSdk().uploadFile({ cloudPath: 'made.txt', fileContent: Buffer.from('by a function') });
  const phone = await openPhone(browser, `${origin}/phone?person=ann&page=pages/album/album`);
  const said = phone.page.getByText('[0,');
  await said.waitFor();
  expect(JSON.parse(await said.innerText())).toEqual([
    0,
    '<svg',
    -503003,
    [0, -503002],
    { cloudID: 'held', data: { phoneNumber: '138' } },
    { phone: 'held' },
    'ann',
  ]);
  const source = await phone.page.locator('.picture img').getAttribute('src');
  expect(source).toBe(
    `/files/?id=${encodeURIComponent('cloud://fixture-1.local-fixture-1/album/一 张.svg')}`,
  );
  await phone.close();
});
