import type { Phone } from '../browser';
import { gallery } from './preview-server';
import { usePreview } from './use-preview';

const preview = usePreview(gallery);
let phone: Phone;
beforeEach(async () => {
  phone = await preview.open(preview.server.phone('pages/home/home', 'ann', { scene: '1154' }));
  await phone.page.getByLabel('记录').getByText('ready').waitFor();
});

const answer = (expression: string): Promise<unknown> => phone.page.evaluate(expression);

test('a page opened from Moments knows its scene, has no tab bar, and leads into the program', async () => {
  expect(await answer('[wx.getLaunchOptionsSync().scene, wx.getApiCategory()]')).toEqual([
    1154,
    'browseOnly',
  ]);
  expect(await phone.page.getByRole('tab').count()).toBe(0);
  await phone.page.getByRole('button', { name: '前往小程序' }).click();
  await phone.page.getByRole('tab', { name: '首页' }).waitFor();
  expect(await answer('wx.getLaunchOptionsSync().scene')).toBe(1001);
});

test('it has no person: the cloud learns none, and its storage is its own', async () => {
  const called = answer("wx.cloud.callFunction({ name: 'echo', data: {} }).then(({ result }) => result)");
  expect(await called).toMatchObject({ openid: '' });
  await answer("wx.setStorageSync('a', 1)");
  await phone.page.getByRole('button', { name: '前往小程序' }).click();
  await phone.page.getByRole('tab', { name: '首页' }).waitFor();
  expect(await answer("wx.getStorageSync('a')")).toBe('');
});

test.each([
  'navigateTo',
  'switchTab',
  'setTabBarBadge',
  'setNavigationBarTitle',
  'login',
  'setClipboardData',
])('wx.%s is refused, and WeChat says where it works', async (name) => {
  const refused = answer(
    `wx.${name}({ url: '/pages/forms/forms', index: 0, text: '1', title: 't', data: 'd' }).catch(({ errMsg }) => errMsg)`,
  );
  expect(await refused).toBe(`${name}:fail can not be used in single page mode`);
  await phone.page.getByText('请前往小程序使用完整服务').waitFor();
});
