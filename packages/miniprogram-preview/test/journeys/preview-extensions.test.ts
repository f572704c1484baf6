import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { computedStyle, launchBrowser, openPhone } from '../browser';
import { gallery, servePreview, type PreviewServer } from './preview-server';

const fixture = (name: string): string => join(__dirname, '../fixtures/extension', name);

let browser: Browser;
let plain: PreviewServer;
let extended: PreviewServer;

beforeAll(async () => {
  [browser, plain, extended] = await Promise.all([
    launchBrowser(),
    servePreview(gallery),
    servePreview(gallery, { extensions: [{ phone: fixture('bell.ts'), shell: fixture('label.ts') }] }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await Promise.all([plain.close(), extended.close()]);
});

test('without an extension a call reports that there is no telephone network, and succeeds as in WeChat', async () => {
  const { page, close } = await openPhone(browser, plain.phone('pages/second/second'));
  await page.getByText('打电话').click();
  await page.getByText('预览没有电话网络，不会真的拨出').waitFor();
  await page.getByRole('button', { name: '呼叫' }).click();
  await page.getByText('打电话 makePhoneCall:ok').waitFor();
  await page.getByText('打电话').click();
  await page.getByRole('button', { name: '取消' }).click();
  await page.getByText('打电话 makePhoneCall:fail cancel').waitFor();
  await close();
});

test('an extension dials, draws with its own style above the page, and opens pages', async () => {
  const { page, close } = await openPhone(browser, extended.phone('pages/second/second', 'ann'));
  await page.getByText('打电话').click();
  expect(await page.getByText('预览没有电话网络').count()).toBe(0);
  await page.getByRole('button', { name: '呼叫' }).click();
  const bell = page.getByText('铃响 10086 ann');
  expect(await computedStyle(bell, 'color')).toBe('rgb(1, 2, 3)');
  await page.getByRole('button', { name: '看第二页' }).click();
  await page.getByText('打电话', { exact: true }).waitFor();
  await close();
});

test("an extension of the shell follows the phone's holder", async () => {
  const { page, close } = await openPhone(browser, extended.url, { viewport: { width: 1100, height: 900 } });
  await page.getByText('手机 1：ann').waitFor();
  await page.getByText('手机 2：bob').waitFor();
  await page.getByLabel('谁拿着手机 1').selectOption({ label: '波' });
  await page.getByText('手机 1：bob').waitFor();
  await close();
});

test('an extension that does not build fails the start and names the place of the mistake', async () => {
  await expect(servePreview(gallery, { extensions: [{ phone: fixture('missing.ts') }] })).rejects.toThrow(
    /missing\.ts/,
  );
});
