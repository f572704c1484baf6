import type { Phone } from '../browser';
import { careless, gallery, servePreview, type PreviewServer } from './preview-server';
import { usePreview } from './use-preview';

const strict = usePreview(gallery);
let phone: Phone;

async function open({ server }: { server: PreviewServer }, page = ''): Promise<void> {
  phone = await strict.open(server.phone(page));
}

/** The `errMsg` with which a call ends. */
const ended = (call: string): Promise<string> => phone.page.evaluate(ending(call));
const ending = (call: string) =>
  `Promise.resolve().then(() => ${call}).then((answer) => answer?.errMsg ?? 'ok', (error) => error.errMsg ?? error.message)`;

/** Calls that a phone refuses: what is called, and the phone's answer. */
const refused: [string, string][] = [
  ["wx.setStorage({ key: 'a', data: 'x'.repeat(1048576) })", 'setStorage:fail:entry size limit reached'],
  ["wx.setStorageSync('a', 'x'.repeat(1048576))", 'setStorageSync:fail:entry size limit reached'],
  [
    "wx.requestSubscribeMessage({ tmplIds: ['a', 'b', 'c', 'd'] })",
    'requestSubscribeMessage:fail TmplIds max length is 3',
  ],
  [
    "wx.showModal({ confirmText: '我知道这件事' })",
    'showModal:fail confirmText length should not larger than 4 Chinese characters',
  ],
  [
    "wx.showActionSheet({ itemList: ['1', '2', '3', '4', '5', '6', '7'] })",
    'showActionSheet:fail parameter error: itemList should not be larger than 6',
  ],
  [
    'wx.showActionSheet({ itemList: [] })',
    'showActionSheet:fail parameter error: parameter.itemList should have at least 1 item;',
  ],
  [
    'wx.showToast({ title: 404 })',
    'showToast:fail parameter error: parameter.title should be String instead of Number;',
  ],
  [
    'wx.setClipboardData({ data: null })',
    'setClipboardData:fail parameter error: parameter.data should be String instead of Null;',
  ],
  ["wx.navigateTo({ url: '/pages/second/second' })", 'navigateTo:fail can not navigateTo a tabbar page'],
  ["wx.switchTab({ url: '/pages/forms/forms' })", 'switchTab:fail can not switch to no-tabBar page'],
  ["wx.setTabBarBadge({ index: 2, text: '1' })", 'setTabBarBadge:fail tabbar item not found'],
];

describe('by default a phone of the preview', () => {
  test.each(refused)('refuses %s as WeChat does', async (call, answer) => {
    await open(strict);
    expect(await ended(call)).toBe(answer);
  });

  test('changes the tab bar only while it is shown', async () => {
    await open(strict, 'pages/forms/forms');
    expect(await ended('wx.hideTabBar({})')).toBe('hideTabBar:fail not TabBar page');
  });

  test('opens ten pages', async () => {
    await open(strict, 'pages/forms/forms');
    const opened = await ended(
      "(async () => { for (;;) await wx.navigateTo({ url: '/pages/forms/forms' }); })()",
    );
    expect(opened).toBe('navigateTo:fail webview count limit exceed');
    expect(await phone.page.evaluate('getCurrentPages().length')).toBe(10);
  });

  test('asks for a tap where WeChat does', async () => {
    const calls = {
      openSetting: '{}',
      requestSubscribeMessage: "{ tmplIds: ['a'] }",
      getUserProfile: '{}',
      navigateToMiniProgram: "{ appId: 'wx1' }",
      exitMiniProgram: '{}',
    };
    const endings = Object.entries(calls).map(([name, options]) => ending(`wx.${name}(${options})`));
    // What a test calls counts as a tap, and what a page does by itself does not.
    const context = await strict.browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(
      `addEventListener('load', () => { globalThis.answers = Promise.all([${endings.join()}]); })`,
    );
    await page.goto(strict.server.phone());
    expect(await page.evaluate('globalThis.answers')).toEqual(
      Object.keys(calls).map((name) => `${name}:fail can only be invoked by user TAP gesture.`),
    );
    await context.close();
  });

  test('stores less than 10 MB in all', async () => {
    await open(strict);
    const filled = await ended(
      "(async () => { for (let n = 0; ; n++) await wx.setStorage({ key: 'k' + n, data: 'x'.repeat(900000) }); })()",
    );
    expect(filled).toBe('setStorage:fail:quota reached');
  });

  test('says the places that its program does not declare', async () => {
    const server = await servePreview(careless);
    await open({ server });
    const undeclared = 'the api need to be declared in the requiredPrivateInfos field in app.json/ext.json';
    expect(await ended('wx.getLocation({})')).toBe(`getLocation:fail ${undeclared}`);
    await server.close();
  });

  test('does not draw what is too large for one setData, although the data has it', async () => {
    await open(strict, 'pages/strange/strange');
    const set = "getCurrentPages()[0].setData({ 'big.list[0]': 'x'.repeat(1048576) })";
    const said = phone.page.waitForEvent('console', (message) => message.text().startsWith('vdSyncBatch'));
    await phone.page.evaluate(set);
    expect((await said).text()).toMatch(/^vdSyncBatch 数据传输长度为 1048594 已经超过最大长度 1048576/);
    expect(await phone.page.evaluate('getCurrentPages()[0].data.big.list[0].length')).toBe(1_048_576);
    expect(await phone.page.locator('#pages').innerText()).not.toContain('xxx');
  });
});

test('a lenient phone lets them pass, and says each answer of a phone', async () => {
  const lenient = await servePreview(gallery, { lenient: true });
  await open({ server: lenient });
  const sheet = "wx.showActionSheet({ itemList: ['1', '2', '3', '4', '5', '6', '7'] })";
  const shown = ended(sheet);
  await phone.page.getByText('7', { exact: true }).click();
  expect(await shown).toBe('showActionSheet:ok');
  expect(await ended("wx.setStorage({ key: 'a', data: 'x'.repeat(1048576) })")).toBe('setStorage:ok');
  expect(await ended('wx.showToast({ title: 404 })')).toBe('showToast:ok');
  const last = phone.page.waitForEvent('console', (message) => message.text().includes('vdSyncBatch'));
  await phone.page.evaluate("getCurrentPages()[0].setData({ big: 'x'.repeat(1048577) })");
  await last;
  const warnings = phone.console.filter((line) => line.startsWith('[warning] a phone answers '));
  expect(warnings.map((line) => line.split('\n')[0]?.slice('[warning] a phone answers '.length))).toEqual([
    'showActionSheet:fail parameter error: itemList should not be larger than 6',
    'setStorage:fail:entry size limit reached',
    'showToast:fail parameter error: parameter.title should be String instead of Number;',
    'vdSyncBatch 数据传输长度为 1048587 已经超过最大长度 1048576',
  ]);
  await lenient.close();
});
