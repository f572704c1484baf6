import type { Browser } from 'playwright-core';
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

test('chooseLocation finds a place by name, or takes the point tapped on the map', async () => {
  const { page, close } = await openPhone(browser, server.phone('pages/second/second'));
  await page.getByText('地点').click();
  await page.getByPlaceholder('搜索地点').fill('岳麓区');
  await page.getByRole('option', { name: '湖南省长沙市岳麓区' }).first().click();
  await page.getByRole('button', { name: '确定' }).click();
  await page.getByText('地点 岳麓区/湖南省长沙市岳麓区/28.2,112.9').waitFor();
  await page.getByText('地点').click();
  await page.getByRole('application', { name: '地图' }).click({ position: { x: 100, y: 100 } });
  await page.getByRole('button', { name: '确定' }).click();
  await page.getByText(/地点 .*北京市/).waitFor();
  await close();
});

test('cloud functions are called in the name of the person, and fail without a network', async () => {
  const { page, close } = await openPhone(browser, server.phone('pages/second/second', 'ann'));
  await page.getByText('云函数').click();
  await page.getByText('云函数 {"openid":"ann","data":{"a":1}}').waitFor();
  await close();
  const offline = await openPhone(browser, server.phone('pages/second/second', 'ann', { network: 'off' }));
  await offline.page.getByText('云函数').click();
  await offline.page.getByText('云函数 cloud.callFunction:fail').waitFor();
  await offline.close();
});

test('two phones are shown side by side with different people', async () => {
  const { page, close } = await openPhone(browser, server.url, { viewport: { width: 1100, height: 900 } });
  for (const [index, openid] of ['ann', 'bob'].entries()) {
    const phone = page.frameLocator(`iframe[title="手机 ${index + 1}"]`);
    await phone.getByRole('tab', { name: '第二页' }).click();
    await phone.getByText('云函数').click();
    await phone.getByText(`云函数 {"openid":"${openid}","data":{"a":1}}`).waitFor();
  }
  await close();
});
