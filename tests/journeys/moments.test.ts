import type { Phone } from 'miniprogram-preview/testing';
import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { output } from '../integration/product';
import { chooseDistrict, keepPicture, startTown, type Town } from './town';

let town: Town;
let phone: Phone;
beforeAll(async () => {
  town = await startTown(300);
}, 180_000);
afterAll(() => town.close());
afterEach(() => phone.close());

/** The calls of the cloud that the phone made since, with the openid that each of them carried. */
function calledBy({ page }: Phone): { call: string; openid: string }[] {
  const called: { call: string; openid: string }[] = [];
  page.on('request', (request) => {
    const name = /\/functions\/(\w+)$/.exec(request.url())?.[1];
    if (name === undefined) return;
    const { call } = request.postDataJSON() as { call: string };
    called.push({ call: `${name}.${call}`, openid: request.headers()['x-wx-openid'] ?? '' });
  });
  return called;
}

/** Shares the shown page to Moments, and opens it as a reader of Moments does. */
async function openFromMoments({ page }: Phone): Promise<void> {
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('button', { name: '分享到朋友圈' }).click();
  await page.getByRole('button', { name: '从朋友圈打开' }).click();
  await page.getByRole('button', { name: '前往小程序' }).waitFor();
}

/** What a single page did without a tap: it asked for nothing that needs a login, and WeChat refused nothing. */
function expectOpenReading(called: { call: string; openid: string }[]): void {
  const readableByAll = [
    'search.nearby',
    'search.campaign',
    'search.achieved',
    'posts.read',
    'share.endedPost',
  ];
  expect(called.length).toBeGreaterThan(0);
  expect(called.filter(({ call }) => !readableByAll.includes(call))).toEqual([]);
  expect(called.filter(({ openid }) => openid !== '')).toEqual([]);
  expect(phone.console.filter((line) => /single page mode|\[pageerror\]|\[error\]/.test(line))).toEqual([]);
}

test('a board shared to Moments is read without a login, and opens in the program where it was shared', async () => {
  phone = await town.phone(await town.product.enrol('sharing-board'));
  await chooseDistrict(phone, '岳麓', '湖南省长沙市岳麓区');
  await phone.page.getByRole('button', { name: '谁缺药' }).click();
  await phone.page
    .getByRole('button', { name: /^求助，/ })
    .first()
    .waitFor();
  const called = calledBy(phone);
  await openFromMoments(phone);
  await phone.page
    .getByRole('button', { name: /^求助，/ })
    .first()
    .waitFor();
  await phone.page.getByRole('tab', { name: '谁缺药', selected: true }).waitFor();
  expect(await phone.page.getByRole('tab', { name: '我的' }).count()).toBe(0);
  await keepPicture(phone, 'moments-board');
  expectOpenReading(called);
  await phone.page
    .getByRole('button', { name: /^求助，/ })
    .first()
    .click();
  await phone.page.getByText('请前往小程序使用完整服务').waitFor();
  await phone.page.getByRole('button', { name: '前往小程序' }).click();
  await phone.page.getByRole('tab', { name: '我的' }).waitFor();
  await phone.page.getByRole('button', { name: /^看这里附近：岳麓区/ }).waitFor();
});

test('a post shared to Moments is read without a login, and after its end others nearby are', async () => {
  const donor = await town.product.enrol('sharing-post');
  const { id } = output(await town.product.call('posts', 'publish', aDraft('spare', { note: '' }), donor));
  phone = await town.phone(donor, `packages/post/pages/post/post?id=${id}`);
  await phone.page.getByText('发布人').waitFor();
  const called = calledBy(phone);
  await openFromMoments(phone);
  await phone.page.getByText('发布人').waitFor();
  await keepPicture(phone, 'moments-post');
  expectOpenReading(called);
  output(await town.product.call('posts', 'withdraw', { id }, donor));
  await phone.page.reload();
  await phone.page.getByText('附近还有人有：').waitFor();
  expectOpenReading(called);
});

test('the program shared to Moments shows its doors and 120, and asks nothing of a login', async () => {
  phone = await town.phone('');
  await phone.page.getByRole('button', { name: '我需要药，发布求助' }).waitFor();
  const called = calledBy(phone);
  await openFromMoments(phone);
  await phone.page.getByRole('button', { name: '我需要药，发布求助' }).waitFor();
  await phone.page.waitForLoadState('networkidle');
  await keepPicture(phone, 'moments-home');
  expectOpenReading(called);
});
