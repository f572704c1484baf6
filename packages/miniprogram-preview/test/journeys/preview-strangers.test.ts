import type { Page } from 'playwright-core';
import { computedStyle, openPhone, type Phone } from '../browser';
import { careless, gallery, servePreview, type PreviewServer } from './preview-server';
import { usePreview } from './use-preview';

const preview = usePreview(gallery);
let phone: Phone;
let page: Page;
beforeEach(async () => {
  phone = await preview.open(preview.server.phone('pages/strange/strange'));
  page = phone.page;
});

test('a component event named like a browser event is received once', async () => {
  await page.getByText('按一次').click();
  await page.getByText('按了 1', { exact: true }).waitFor();
  await page.getByText('按一次').click();
  await page.getByText('按了 2', { exact: true }).waitFor();
});

test('a hover class may name several classes', async () => {
  const hovering = page.getByText('两个类');
  await hovering.hover();
  await page.mouse.down();
  expect(await computedStyle(hovering, 'color')).toBe('rgb(1, 2, 3)');
  expect(await computedStyle(hovering, 'background-color')).toBe('rgb(4, 5, 6)');
  await page.mouse.up();
});

test('a form reports which button submitted it', async () => {
  await page.getByRole('button', { name: '交', exact: true }).click();
  await page.getByText('交自 ok').waitFor();
});

test('an input handler may return the new text of the field', async () => {
  await page.getByPlaceholder('只要字母').fill('a1b2');
  expect(await page.getByPlaceholder('只要字母').inputValue()).toBe('ab');
});

test('a scroll view reports its position', async () => {
  await page.locator('.scroller').evaluate((scroller) => scroller.scrollTo(0, 50));
  await page.getByText('滚到 50').waitFor();
});

test('keyframes play, and the values of the last one remain', async () => {
  await page.getByText('动一下').click();
  await page.getByText('动完 是').waitFor();
  expect(await computedStyle(page.locator('.moving'), 'transform')).toMatch(/^matrix\(.*30, 0\)$/);
});

test('a file of another package can be required later', async () => {
  await page.getByText('晚些').click();
  await page.getByText('晚来 你好').waitFor();
});

test('navigating to a missing page fails with its name', async () => {
  await page.getByText('无此页').click();
  await page.getByText('没有 navigateTo:fail page "pages/none/none" is not found').waitFor();
});

test("a canvas draws the program's own pictures and becomes a file", async () => {
  await page.getByText('画 20/true').waitFor();
});

test('buttons of programs without style v2 are as wide as their container', async () => {
  expect(await computedStyle(page.getByRole('button', { name: '宽按钮' }), 'width')).toBe('390px');
});

test('tab icons need no network', async () => {
  const other = await preview.open();
  const icon = other.page.getByRole('tab', { name: '首页' }).locator('img');
  expect(await icon.getAttribute('src')).toMatch(/^data:image\/png;base64,/);
});

describe('a program with faults that WeChat reports only where they run', () => {
  let faulty: PreviewServer;
  let stranger: Phone;
  beforeAll(async () => {
    faulty = await servePreview(careless);
    stranger = await openPhone(preview.browser, faulty.phone());
    await stranger.page.locator('html[data-ready]').waitFor();
  });
  afterAll(async () => {
    await stranger.close();
    await faulty.close();
  });

  test('opens, and each fault fails at its own place alone', async () => {
    // Its package comes later than the page.
    await stranger.page.getByText('近处的包 300').waitFor();
    const text = await stranger.page.locator('#pages').innerText();
    expect(text).toContain('两种,,3,,1,5,function');
    expect(text).toContain('"fixed" is read-only');
    expect(text).toContain("module 'pages/home/nowhere.js' is not defined, require args is './nowhere'");
    expect(text).toContain('单元格');
    const said = stranger.console.join('\n');
    expect(said).not.toContain('is illegal');
    for (const finding of [
      'app.json:2:32 page "pages/gone/gone" has no pages/gone/gone.wxml',
      'app.wxss:1:1 @import "./nowhere.wxss" is not found',
      'pages/home/home.json:4:13 component "/nowhere/nowhere" is not found',
      'pages/home/home.wxml:1:1 imports or includes "template/login/index.wxml", which does not exist',
      'wx.getRecorderManager() is not supported by the preview',
    ])
      expect(said).toContain(finding);
  });

  test("brings WeUI's components and its style sheet with it", async () => {
    expect(await stranger.page.locator('.weui-cell').count()).toBeGreaterThan(0);
    expect(await computedStyle(stranger.page.locator('.weui-cell').first(), 'display')).toBe('flex');
  });

  test('a tap shows its finger, and a long press that is handled is no tap', async () => {
    await stranger.page.getByRole('button', { name: '点' }).click();
    await stranger.page.getByText('手指 1 1 true').waitFor();
    await stranger.page.getByRole('button', { name: '按住' }).click({ delay: 500 });
    expect(await stranger.page.locator('.words').innerText()).toBe('按住 1');
  });

  /** The `errMsg` with which a call ends, or its answer. */
  const ended = (call: string): Promise<unknown> =>
    stranger.page.evaluate(
      `Promise.resolve().then(() => ${call}).catch((error) => error.errMsg ?? error.message)`,
    );

  test('what a phone refuses fails in its words', async () => {
    const undeclared =
      'fail the api need to be declared in the requiredPrivateInfos field in app.json/ext.json';
    expect(await ended('wx.getLocation({})')).toBe(`getLocation:${undeclared}`);
    expect(await ended('wx.chooseAddress({})')).toBe(`chooseAddress:${undeclared}`);
  });

  test('the person at the phone chooses how a payment ends', async () => {
    const paid = ended('wx.requestPayment({})');
    await stranger.page.getByRole('button', { name: '支付成功' }).click();
    expect(await paid).toEqual({ errMsg: 'requestPayment:ok' });
    const cancelled = ended('wx.requestPayment({})');
    await stranger.page.getByRole('button', { name: '取消支付' }).click();
    expect(await cancelled).toBe('requestPayment:fail cancel');
  });

  test("a video is the browser's own, and a context plays it", async () => {
    const player = stranger.page.locator('wx-video video');
    expect(await player.getAttribute('src')).toMatch(/nowhere\.mp4$/);
    await stranger.page.evaluate("wx.createVideoContext('film').playbackRate(2)");
    expect(await stranger.page.evaluate("document.querySelector('wx-video video').playbackRate")).toBe(2);
  });

  test('a web view says which page a phone would show', async () => {
    await stranger.page.evaluate('getCurrentPages()[0].setData({ browsing: true })');
    await stranger.page.getByText('https://example.com/a').waitFor();
    await stranger.page.evaluate('getCurrentPages()[0].setData({ browsing: false })');
  });

  test('a picture that cannot be loaded draws nothing', async () => {
    const picture = stranger.page.locator('wx-image img');
    expect(await computedStyle(picture, 'visibility')).toBe('hidden');
  });

  test('what is called on a refused object is refused by name', async () => {
    await stranger.page.getByRole('button', { name: '录音' }).click();
    await stranger.page.getByText('start:fail wx.getRecorderManager().start is not supported').waitFor();
  });

  test('a refused transfer gives its task all the same, and fails', async () => {
    const listen =
      '(task) => { task.onProgressUpdate(() => undefined); return task.catch((e) => e.errMsg); }';
    expect(await ended(`(${listen})(wx.downloadFile({ url: 'https://example.com/a' }))`)).toBe(
      'downloadFile:fail wx.downloadFile is not supported by the preview',
    );
  });

  test('the files of a subpackage run when its first page opens, even if they fail', async () => {
    expect(stranger.console.join('\n')).not.toContain('the subpackage runs');
    await stranger.page.getByRole('button', { name: '分包' }).click();
    await stranger.page.getByText('分包页').waitFor();
    expect(stranger.console.join('\n')).toContain('the subpackage runs');
  });
});
