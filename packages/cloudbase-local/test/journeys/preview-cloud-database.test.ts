import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { serveProject, type ServedProject } from '../../src/cli/serve-project';
import { launchBrowser, openPhone } from 'miniprogram-preview/testing';

/* A to-do list whose page reads the database itself, as WeChat's templates do, on the phones of two people. */

const program = {
  'app.json': '{"pages":["pages/todo/todo"]}',
  'app.js': 'App({ onLaunch() { wx.cloud.init() } })',
  'pages/todo/todo.json': '{}',
  'pages/todo/todo.wxml': `
    <button bindtap="add">添加</button>
    <view wx:for="{{todos}}" wx:key="_id" class="todo" data-id="{{item._id}}" bindtap="done">{{item.text}} {{item.times}}</view>
    <text>共 {{total}} 条，{{sum}} 次</text>
    <text>{{reason}}</text>`,
  'pages/todo/todo.js': `
    const db = wx.cloud.database()
    const _ = db.command
    Page({
      data: { todos: [], total: '?', sum: '?', reason: '' },
      onLoad() { this.read() },
      async read() {
        const { data: todos } = await db.collection('todos').where({ times: _.gte(0) }).orderBy('at', 'asc').get()
        const { total } = await db.collection('todos').count()
        const { list } = await db.collection('todos').aggregate().group({ _id: null, sum: _.aggregate.sum('$times') }).end()
        this.setData({ todos, total, sum: list.length ? list[0].sum : 0 })
      },
      add() {
        db.collection('todos').add({
          data: { text: '买书', times: 0, at: new Date(), where: db.Geo.Point(113, 28) },
          success: () => this.read(),
        })
      },
      async done(e) {
        await db.collection('todos').doc(e.currentTarget.dataset.id).update({ data: { times: _.inc(1) } })
        await db.collection('secrets').get().catch((error) => this.setData({ reason: error.errCode + error.errMsg }))
        await this.read()
      },
    })`,
};

let browser: Browser;
let project: ServedProject;
let dir: string;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'todos-'));
  for (const [name, text] of Object.entries(program)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  writeFileSync(
    join(dir, 'cloudbaserc.json'),
    '{"database":{"collections":[{"collectionName":"secrets","aclTag":"ADMINONLY"}]}}',
  );
  [browser, project] = await Promise.all([
    launchBrowser(),
    serveProject({
      root: dir,
      dataDir: join(dir, '.local-cloud'),
      port: 0,
      collections: ['todos'],
      log: () => undefined,
    }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await project.close();
  rmSync(dir, { recursive: true, force: true });
});

test('each person reads, adds and changes their own, and closed collections stay closed', async () => {
  const open = (person: string) =>
    openPhone(browser, `http://127.0.0.1:${project.port}/phone?person=${person}`);
  const ann = await open('ann');
  await ann.page.getByText('共 0 条，0 次').waitFor();
  await ann.page.getByRole('button', { name: '添加' }).click();
  await ann.page.getByText('共 1 条，0 次').waitFor();
  await ann.page.getByText('买书 0').click();
  await ann.page.getByText('共 1 条，1 次').waitFor();
  await ann.page.getByText('-502003collection.get:fail -502003 database permission denied').waitFor();
  const bob = await open('bob');
  await bob.page.getByText('共 0 条，0 次').waitFor();
  await ann.close();
  await bob.close();
});
