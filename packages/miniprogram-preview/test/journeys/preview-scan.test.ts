import type { Browser, Frame, Page } from 'playwright-core';
import { launchBrowser, openPhone } from '../browser';
import { gallery, servePreview, type PreviewServer } from './preview-server';

let browser: Browser;
let server: PreviewServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), servePreview(gallery)]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

interface AlbumCalls {
  wx: { scanCode(): Promise<object>; saveImageToPhotosAlbum(options: object): Promise<{ errMsg: string }> };
}

/** Starts `wx.scanCode`. Its answer, or the `errMsg` of its failure, comes when the sheet is answered. */
const scan = (phone: Page): Promise<unknown> =>
  phone.evaluate(() =>
    (globalThis as typeof globalThis & AlbumCalls).wx.scanCode().then(
      ({ ...answer }) => answer,
      ({ errMsg }: { errMsg: string }) => errMsg,
    ),
  );

const save = (phone: Page | Frame, filePath: string): Promise<string> =>
  phone.evaluate(
    (path) =>
      (globalThis as typeof globalThis & AlbumCalls).wx.saveImageToPhotosAlbum({ filePath: path }).then(
        ({ errMsg }) => errMsg,
        ({ errMsg }: { errMsg: string }) => errMsg,
      ),
    filePath,
  );

test('a picture that one phone saved is scanned: a page of the program, or a text', async () => {
  const { page, close } = await openPhone(browser, server.phone('pages/second/second', 'ann'));
  const saved = save(page, '/images/page-code.png');
  await page.getByRole('button', { name: '允许' }).click();
  expect(await saved).toBe('saveImageToPhotosAlbum:ok');
  expect(await save(page, '/images/text-code.png')).toBe('saveImageToPhotosAlbum:ok');
  const text = scan(page);
  await page.getByRole('button', { name: '相册图片 1' }).click();
  expect(await text).toMatchObject({ scanType: 'QR_CODE', result: '只免费互助' });
  const code = scan(page);
  await page.getByRole('button', { name: '相册图片 2' }).click();
  expect(await code).toMatchObject({ scanType: 'WX_CODE', path: 'pages/second/second?scene=a%3D1' });
  await close();
});

test('a person who refuses saves nothing, and a person who closes the scanner gets a failure', async () => {
  const { page, close } = await openPhone(browser, server.phone('pages/second/second', 'bob'));
  const saved = save(page, '/images/page-code.png');
  await page.getByRole('button', { name: '拒绝' }).click();
  expect(await saved).toBe('saveImageToPhotosAlbum:fail auth deny');
  const code = scan(page);
  await page.getByText('相册里还没有图片').waitFor();
  await page.getByRole('button', { name: '取消' }).click();
  expect(await code).toBe('scanCode:fail cancel');
  await close();
});

test('one phone of the shell opens the page of a code that the other phone saved', async () => {
  const { page, close } = await openPhone(browser, server.url, { viewport: { width: 1100, height: 900 } });
  const [first, second] = [1, 2].map((index) => page.frameLocator(`iframe[title="手机 ${index}"]`));
  await first?.getByRole('tab', { name: '第二页' }).click();
  const frame = page.frame({ url: /person=ann/ });
  if (!frame) throw new Error('no phone is in the hand of ann');
  const saved = save(frame, '/images/page-code.png');
  await first?.getByRole('button', { name: '允许' }).click();
  expect(await saved).toBe('saveImageToPhotosAlbum:ok');
  await page.getByRole('button', { name: '手机 2扫一扫' }).click();
  await second?.getByRole('button', { name: '相册图片 1' }).click();
  await second?.getByText('第二页内容').waitFor();
  await close();
});

test('a link opens its page with what the sender appended, until its end', async () => {
  const ticket = Buffer.from('pages/second/second?a=1').toString('base64url');
  const link = (end: number) =>
    new URL(`/link/${end}/${ticket}?cq=${encodeURIComponent('b=2')}`, server.phone('')).href;
  const { page, close } = await openPhone(browser, link(Date.now() + 60_000));
  expect(new URL(page.url()).searchParams.get('page')).toBe('pages/second/second?a=1&b=2');
  await close();
  expect((await fetch(link(Date.now() - 1))).status).toBe(410);
});
