import type { Browser } from 'playwright-core';
import { launchBrowser, openPhone } from '../browser';
import { gallery, servePreview, type PreviewServer } from './preview-server';

let browser: Browser;
let server: PreviewServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), servePreview(gallery, { wechatUrl: '/wechat' })]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const message = {
  templateId: 'template-1',
  page: 'pages/forms/forms',
  data: { thing1: { value: '有人回复了您' }, time2: { value: '12月1日 08:00' } },
};

test('an accepted message arrives as a notification on that phone alone, and a tap opens its page', async () => {
  const ann = await openPhone(browser, server.phone('pages/second/second', 'ann'));
  const bob = await openPhone(browser, server.phone('pages/second/second', 'bob'));
  await ann.page.getByText('订阅消息').click();
  await ann.page.getByRole('button', { name: '允许' }).click();
  await ann.page.getByText('订阅消息 accept').waitFor();
  expect(server.accepted).toEqual([{ person: 'ann', templateIds: ['template-1'] }]);

  server.sendMessage('ann', message);
  const banner = ann.page.getByRole('alert', { name: '服务通知' });
  await banner.getByText('12月1日 08:00').waitFor();
  expect(await bob.page.getByRole('alert').count()).toBe(0);
  await banner.getByText('有人回复了您').click();
  await ann.page.getByText('地区').waitFor();
  expect(await banner.count()).toBe(0);
  await Promise.all([ann.close(), bob.close()]);
});

test('a notification without a page opens the first one, and can be closed', async () => {
  const { page, close } = await openPhone(browser, server.phone('pages/second/second', 'ann'));
  await page.getByText('第二页内容').waitFor();
  await server.listening('ann');
  server.sendMessage('ann', { ...message, page: null });
  server.sendMessage('ann', { ...message, data: { thing1: { value: '另一条' } } });
  await page
    .getByRole('alert')
    .filter({ hasText: '另一条' })
    .getByRole('button', { name: '关闭通知' })
    .click();
  await page.getByText('有人回复了您').click();
  await page.getByText('第二页内容').waitFor({ state: 'detached' });
  await close();
});

test('a phone in the shell listens once its person accepts messages, and from the start in later visits', async () => {
  const { page, close } = await openPhone(browser, server.url, { viewport: { width: 1100, height: 900 } });
  const phone = page.frameLocator('iframe[title="手机 2"]');
  await phone.getByRole('tab', { name: '第二页' }).click();
  expect(server.isListening('bob')).toBe(false);
  await phone.getByText('订阅消息').click();
  await phone.getByRole('button', { name: '允许' }).click();
  await server.listening('bob');
  await page.getByRole('button', { name: '重新打开手机 2' }).click();
  await phone.getByRole('tab', { name: '第二页' }).waitFor();
  await server.listening('bob');
  server.sendMessage('bob', message);
  await phone.getByRole('alert', { name: '服务通知' }).waitFor();
  await close();
});

test('the phone code of WeChat goes to the program', async () => {
  const { page, close } = await openPhone(browser, server.phone('pages/second/second', 'ann'));
  await page.getByRole('button', { name: '手机号' }).click();
  await page.getByRole('button', { name: '允许' }).click();
  await page.getByText('号码 已给 code-of-ann').waitFor();
  await close();
});
