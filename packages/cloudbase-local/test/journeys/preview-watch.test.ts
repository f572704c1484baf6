import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { serveProject, type ServedProject } from '../../src/cli/serve-project';
import { launchBrowser, openPhone } from 'miniprogram-preview/testing';

/* A chat room, written as WeChat's documentation teaches, on the phones of two people. */

const program = {
  'app.json': '{"pages":["pages/room/room"]}',
  'app.js': 'App({ onLaunch() { wx.cloud.init() } })',
  'pages/room/room.json': '{}',
  'pages/room/room.wxml': `
    <input class="line" value="{{line}}" bindinput="write" />
    <button bindtap="send">发送</button>
    <button bindtap="leave">离开</button>
    <view wx:for="{{messages}}" wx:key="_id" class="message" data-id="{{item._id}}" bindtap="retract">{{item.text}}</view>
    <text class="heard">{{heard}}</text>
    <text class="latest">{{latest}}</text>
    <text class="refused">{{refused}}</text>`,
  'pages/room/room.js': `
    const db = wx.cloud.database()
    Page({
      data: { messages: [], line: '', heard: '', latest: '', refused: '' },
      onLoad() {
        this.watcher = db.collection('messages').where({ room: 1 }).orderBy('sentAt', 'asc').limit(50).watch({
          onChange: (snapshot) => {
            const words = snapshot.docChanges.map((change) => change.queueType + '/' + change.dataType).join(',')
            this.setData({
              messages: snapshot.docs,
              heard: (snapshot.type === 'init' ? 'init' : this.data.heard) + ' [' + words + ']',
            })
          },
          onError: (error) => this.setData({ refused: String(error.errCode) }),
        })
        this.latest = db.collection('messages').orderBy('sentAt', 'desc').limit(1).watch({
          onChange: ({ docs }) => this.setData({ latest: docs.length ? '最新 ' + docs[0].text : '还没有' }),
          onError: console.error,
        })
        db.collection('secrets').watch({
          onChange: () => undefined,
          onError: (error) => this.setData({ refused: error.errCode + ' ' + /COLLECTION_PERMISSION_DENIED/.exec(error.errMsg) }),
        })
      },
      onUnload() { this.leave() },
      write(e) { this.data.line = e.detail.value },
      send() { db.collection('messages').add({ data: { room: 1, text: this.data.line, sentAt: Date.now() } }) },
      retract(e) { db.collection('messages').doc(e.currentTarget.dataset.id).remove() },
      leave() { this.watcher.close(); this.latest.close() },
    })`,
};

let browser: Browser;
let project: ServedProject;
let dir: string;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'room-'));
  for (const [name, text] of Object.entries(program)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  const collections = [
    { collectionName: 'messages', aclTag: 'READONLY' },
    { collectionName: 'secrets', aclTag: 'ADMINONLY' },
  ];
  writeFileSync(join(dir, 'cloudbaserc.json'), JSON.stringify({ database: { collections } }));
  const options = { root: dir, dataDir: join(dir, '.local-cloud'), port: 0, collections: [] };
  [browser, project] = await Promise.all([
    launchBrowser(),
    serveProject({ ...options, log: () => undefined }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await project.close();
  rmSync(dir, { recursive: true, force: true });
});

async function enter(person: string) {
  const phone = await openPhone(browser, `http://127.0.0.1:${project.port}/phone?person=${person}`);
  const { page } = phone;
  await page.getByText('还没有').or(page.getByText('最新')).waitFor();
  return {
    ...phone,
    async say(text: string) {
      await page.locator('.line input').fill(text);
      await page.getByRole('button', { name: '发送' }).click();
    },
    hears: (text: string) => page.locator('.message', { hasText: text }).waitFor(),
    loses: (text: string) => page.locator('.message', { hasText: text }).waitFor({ state: 'detached' }),
  };
}

test('each reads at once what the other writes, until they leave', async () => {
  const [ann, bob] = await Promise.all([enter('ann'), enter('bob')]);
  await ann.say('谁有布洛芬');
  await bob.hears('谁有布洛芬');
  await bob.say('我有');
  await ann.hears('我有');
  await ann.page.getByText('最新 我有').waitFor();
  // Only the author of a message can take it back.
  await bob.page.getByText('谁有布洛芬', { exact: true }).click();
  await ann.page.locator('.message', { hasText: '谁有布洛芬' }).click();
  await bob.loses('谁有布洛芬');
  expect(await bob.page.locator('.heard').innerText()).toBe(
    'init [] [enqueue/add] [enqueue/add] [dequeue/remove]',
  );
  await ann.page.getByText('-402002 COLLECTION_PERMISSION_DENIED').waitFor();

  const late = await enter('cid');
  await late.page.getByText('init [init/init]', { exact: true }).waitFor();
  await late.page.getByRole('button', { name: '离开' }).click();
  await ann.close();
  await bob.say('还有人吗');
  await bob.hears('还有人吗');
  expect(await late.page.locator('.message').allInnerTexts()).toEqual(['我有']);
  await Promise.all([bob.close(), late.close()]);
});
