import type { Browser, Page } from 'playwright-core';
import { computedStyle, launchBrowser, openPhone, type Phone } from '../browser';
import { gallery, servePreview, type PreviewServer } from './preview-server';

let browser: Browser;
let server: PreviewServer;
let phone: Phone;
let page: Page;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), servePreview(gallery)]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
beforeEach(async () => {
  phone = await openPhone(browser, server.phone('pages/strange/strange'));
  page = phone.page;
  await page.locator('html[data-ready]').waitFor();
});
afterEach(() => phone.close());

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
  const other = await openPhone(browser, server.phone());
  await other.page.locator('html[data-ready]').waitFor();
  const icon = other.page.getByRole('tab', { name: '首页' }).locator('img');
  expect(await icon.getAttribute('src')).toMatch(/^data:image\/png;base64,/);
  await other.close();
});
