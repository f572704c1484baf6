import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser, openPhone, type Phone } from 'miniprogram-preview/testing';
import { measure } from '../screens/measure';
import { chooseDistrict, keepPicture } from './town';

const root = join(__dirname, '../..');
const helper = 'demo-wang-laoshi';
const asker = 'demo-zhou-min';

let dir: string;
let product: ChildProcess;
let origin: string;
let browser: Browser;
const phones: Phone[] = [];

/** The flood as a reader of the README starts it. */
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'flood-'));
  product = spawn(process.execPath, ['--import', 'tsx', 'local/start.ts', '--campaign', 'flood'], {
    cwd: root,
    env: { ...process.env, PORT: '0', SEED_POSTS: '300', DATA_DIR: join(dir, 'data') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  [browser, origin] = await Promise.all([launchBrowser(), ready(product)]);
}, 240_000);
afterAll(async () => {
  await browser.close();
  const ended = new Promise((resolve) => product.once('close', resolve));
  product.kill('SIGINT');
  await ended;
  rmSync(dir, { recursive: true, force: true });
});
afterEach(async () => {
  for (const phone of phones.splice(0)) await phone.close();
});

const ready = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      const [, address] = /^ready (http:\S+)\//.exec(chunk.toString()) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.once('close', () => reject(new Error('it ended before it was ready')));
  });

async function phoneOf(person: string, page = 'pages/home/home', fontScale = 1): Promise<Phone> {
  const query = new URLSearchParams({ person, page, fontScale: String(fontScale) });
  const phone = await openPhone(browser, `${origin}/phone?${query.toString()}`);
  phone.page.setDefaultTimeout(30_000);
  phones.push(phone);
  return phone;
}
const tap = ({ page }: Phone, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click();
const shows = ({ page }: Phone, text: string | RegExp): Promise<void> =>
  page.getByText(text).first().waitFor();

/** No word about medicine is on the shown page. */
async function expectNoMedicine({ page }: Phone): Promise<void> {
  const shown = await page.locator('#pages > :last-child').innerText();
  expect(shown.match(/.{0,9}(?:药|退烧|布洛芬|抗原|剂量|几个人病).{0,9}/g)).toBeNull();
}

test('somebody trapped asks for rescue, and a neighbour with a boat finds the need first and gets a number', async () => {
  const asking = await phoneOf(asker);
  await expectNoMedicine(asking);
  await chooseDistrict(asking, '岳麓', '湖南省长沙市岳麓区');
  await tap(asking, '我需要帮助，发布求助');
  await tap(asking, /^加被困救援$/);
  await tap(asking, '增加要帮的人');
  await asking.page.getByRole('checkbox', { name: '被困' }).click();
  await shows(asking, /水在涨、出不来、有人落水：马上打119/);
  await asking.page
    .getByRole('textbox', { name: /说明|情况/ })
    .fill('水到二楼了，家里有走不动的老人，求一条船');
  await expectNoMedicine(asking);
  await keepPicture(asking, 'flood-form');
  await tap(asking, '发布求助');
  await shows(asking, '发布成功');
  await expectNoMedicine(asking);
  await keepPicture(asking, 'flood-published');

  const helping = await phoneOf(helper);
  await chooseDistrict(helping, '岳麓', '湖南省长沙市岳麓区');
  await tap(helping, '谁要帮助');
  const first = helping.page.getByRole('button', { name: /^求助，/ }).first();
  await expect(first.getAttribute('aria-label')).resolves.toMatch(/^求助，被困救援.*1 公里内/);
  await expectNoMedicine(helping);
  await keepPicture(helping, 'flood-board');
  await first.click();
  await shows(helping, '发布人');
  await helping.page.locator('#pages > :last-child').getByText('被困', { exact: true }).first().waitFor();
  await expectNoMedicine(helping);
  await tap(helping, '联系TA');
  await tap(helping, '获取号码');
  await shows(helping, '接下来');
  await expectNoMedicine(helping);
  await keepPicture(helping, 'flood-number');
}, 240_000);

test('a boat is offered in the words of a flood, and is on its board at once', async () => {
  const helping = await phoneOf(helper);
  await chooseDistrict(helping, '岳麓', '湖南省长沙市岳麓区');
  await tap(helping, '我能帮忙，有物资或能出力');
  await tap(helping, /^加船或冲锋舟$/);
  await helping.page.getByRole('textbox', { name: /说明|情况/ }).fill('有一条船可以接人，能拉人去安置点');
  await helping.page.getByRole('radio').first().click();
  await expectNoMedicine(helping);
  await keepPicture(helping, 'flood-offer');
  await tap(helping, /^发布/);
  // The demonstration gave this person a boat on the board already.
  await tap(helping, '再发一条');
  await shows(helping, '发布成功');
  await expectNoMedicine(helping);
}, 120_000);

test.each([
  ['home', 'pages/home/home', '我需要帮助'],
  ['guide', 'packages/advice/pages/advice/advice', '119 消防救援'],
  ['need form', 'packages/publish/pages/publish-need/publish-need', '需要什么'],
  ['spare form', 'packages/publish/pages/publish-spare/publish-spare', '能给什么'],
  ['own posts', 'pages/my-posts/my-posts', '我发布的'],
])(
  '%s fits the smallest phone at the largest font, light and dark, and speaks of no medicine',
  async (name, page, text) => {
    const phone = await phoneOf(asker, page, 1.8);
    await phone.page.setViewportSize({ width: 320, height: 568 });
    await shows(phone, text);
    await expectNoMedicine(phone);
    expect(await measure(phone.page, false)).toEqual([]);
    await phone.page.emulateMedia({ colorScheme: 'dark' });
    await keepPicture(phone, `flood-${name.replace(' ', '-')}-largest`);
  },
);

test('the boards lead to a whole post at the largest font on the smallest phone', async () => {
  const phone = await phoneOf(asker, 'pages/home/home', 1.8);
  await phone.page.setViewportSize({ width: 320, height: 568 });
  await chooseDistrict(phone, '岳麓', '湖南省长沙市岳麓区');
  await tap(phone, '谁能帮忙');
  await phone.page
    .getByRole('button', { name: /^提供，/ })
    .first()
    .waitFor();
  expect(await measure(phone.page, true)).toEqual([]);
});
