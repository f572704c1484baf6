import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import type { Phone } from 'miniprogram-preview/testing';
import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { output } from '../integration/product';
import { keepPicture, startTown, type Town } from './town';

let town: Town;
let donor: string;
beforeAll(async () => {
  town = await startTown(2000, {}, [
    { openid: 'openid-donor', name: '甲', note: '' },
    { openid: 'openid-neighbour', name: '乙', note: '' },
  ]);
  donor = await town.product.enrol('donor');
}, 180_000);
afterAll(() => town.close());

/** A phone of its own, or one of the two that share a page. */
type Screen = Pick<FrameLocator, 'getByRole' | 'getByText' | 'getByPlaceholder'>;

const agree = (screen: Screen): Promise<void> =>
  screen.getByRole('button', { name: '同意', exact: true }).click();

async function savePoster(screen: Screen): Promise<void> {
  await screen.getByRole('button', { name: '海报，点击放大' }).waitFor();
  await screen.getByRole('button', { name: '存到相册' }).click();
}

async function allowSaving(screen: Screen): Promise<void> {
  await screen.getByRole('button', { name: '允许' }).click();
  await screen.getByText('已存到相册。').waitFor();
}

async function scanSaved(screen: Screen): Promise<void> {
  await screen.getByRole('button', { name: '扫小区的码' }).click();
  await screen.getByRole('button', { name: '相册图片 1' }).click();
}

describe('a poster', () => {
  test("of a compound, saved on one phone, opens the boards there on a neighbour's phone that scans it", async () => {
    const { page, close } = await town.shell();
    const maker = page.frameLocator('iframe[title="手机 1"]');
    const neighbour = page.frameLocator('iframe[title="手机 2"]');
    await maker.getByRole('button', { name: '做张海报' }).click();
    await maker.getByRole('button', { name: /在地图上选/ }).click();
    await agree(maker);
    await maker.getByPlaceholder('搜索地点').fill('岳麓区');
    await maker.getByRole('option', { name: '湖南省长沙市岳麓区' }).first().click();
    await maker.getByRole('button', { name: '确定' }).click();
    await maker.getByRole('textbox', { name: '海报上写的名字' }).fill('湘江一号小区');
    await maker.getByRole('button', { name: '做海报' }).click();
    await savePoster(maker);
    await allowSaving(maker);
    await scanSaved(neighbour);
    await neighbour.getByRole('button', { name: /^看这里附近：湘江一号小区/ }).waitFor();
    await neighbour
      .getByRole('button', { name: /^提供，/ })
      .first()
      .waitFor();
    await page.screenshot({
      path: join(__dirname, '../../dist/screenshots/poster-scanned-by-the-other.png'),
    });
    await close();
  });

  test('of a post leads, after its end, to others nearby and to a prefilled form', async () => {
    const post = output(await town.product.call('posts', 'publish', aDraft('spare', { note: '' }), donor));
    const phone = await town.phone(donor, `packages/share/pages/poster/poster?kind=post&id=${post.id}`);
    await savePoster(phone.page);
    await agree(phone.page);
    await keepPicture(phone, 'poster-post');
    output(await town.product.call('posts', 'withdraw', { id: post.id }, donor));
    await allowSaving(phone.page);
    await phone.page.evaluate(() => {
      const { wx } = globalThis as typeof globalThis & { wx: { reLaunch(options: object): void } };
      wx.reLaunch({ url: '/pages/home/home' });
    });
    await scanSaved(phone.page);
    await phone.page
      .getByText(/已收回|已撤回|已结束/)
      .first()
      .waitFor();
    await phone.close();
    const other = await town.phone(
      await town.product.enrol('seeker'),
      `packages/post/pages/post/post?id=${post.id}`,
    );
    await other.page.getByText('附近还有人有：').waitFor();
    await keepPicture(other, 'post-ended');
    await other.page.getByRole('button', { name: '发布求助' }).click();
    await other.page.getByText('需要什么药').waitFor();
    await other.page
      .getByText(/已选|数量|布洛芬/)
      .last()
      .waitFor();
    await keepPicture(other, 'need-filled-in');
    await other.close();
  });
});

test('a card to a post that was erased leads to what is nearby and to a need', async () => {
  const leaving = await town.product.enrol('leaving');
  const { id } = output(await town.product.call('posts', 'publish', aDraft('spare', { note: '' }), leaving));
  output(await town.product.call('identity', 'eraseMyData', { confirm: true }, leaving));
  const phone = await town.phone(
    await town.product.enrol('late-reader'),
    `packages/post/pages/post/post?id=${id}`,
  );
  await phone.page.getByText('这条信息不存在，或已经被删除。').waitFor();
  await phone.page.getByRole('button', { name: '发布求助' }).waitFor();
  await keepPicture(phone, 'post-erased');
  await phone.page.getByRole('button', { name: '看看附近还有什么' }).click();
  await phone.page.getByRole('tab', { name: '谁有药', selected: true }).waitFor();
  await phone.close();
});

test('matching posts are shown right after publishing', async () => {
  const asker = await town.product.enrol('asker');
  const need = output(await town.product.call('posts', 'publish', aDraft('need', { note: '' }), asker));
  const phone = await town.phone(asker, `packages/post/pages/post/post?id=${need.id}&fresh=1`);
  await phone.page.getByText('现在就有人有：').waitFor();
  await phone.page
    .getByRole('button', { name: /^提供，.*布洛芬/ })
    .first()
    .waitFor();
  await keepPicture(phone, 'post-fresh-fits');
  await phone.close();
});

test('a shared post shows its card with a picture, and a shared board names the district only', async () => {
  const sharer = await town.product.enrol('sharer');
  const { id } = output(await town.product.call('posts', 'publish', aDraft('spare', { note: '' }), sharer));
  const phone = await town.phone(sharer, `packages/post/pages/post/post?id=${id}`);
  await phone.page.getByRole('button', { name: '转发给别人' }).click();
  const card = phone.page.getByRole('dialog', { name: '转发' });
  await card.getByText('长沙市岳麓区有人送：布洛芬').waitFor();
  await card.locator('img').waitFor();
  await keepPicture(phone, 'share-card');
  await card.getByRole('button', { name: '知道了' }).click();
  const url = await copiedLink(phone);
  await phone.close();
  const reader = await town.open(url);
  await reader.page.getByText('发布人').waitFor();
  await reader.close();
  output(await town.product.call('posts', 'withdraw', { id }, sharer));
  const late = await town.open(url);
  await late.page.getByText('附近还有人有：').waitFor();
  await late.page.getByRole('button', { name: '发布求助' }).click();
  await late.page.getByText('需要什么药').waitFor();
  await late.page
    .getByRole('button', { name: /布洛芬/ })
    .first()
    .waitFor();
  await late.close();
});

test('a link to a board opens that board at its district', async () => {
  const phone = await town.phone('', 'packages/share/pages/send/send?board=need&at=430104');
  await phone.page.getByText('看看岳麓区谁有药、谁缺药').waitFor();
  await keepPicture(phone, 'share-board');
  const url = await copiedLink(phone);
  await phone.close();
  const reader = await town.open(url);
  await reader.page.getByRole('button', { name: /^看这里附近：岳麓区/ }).waitFor();
  await reader.page.getByRole('tab', { name: '谁缺药', selected: true }).waitFor();
  await reader.close();
});

async function copiedLink({ page }: Phone): Promise<string> {
  await page.getByRole('button', { name: '复制链接' }).click();
  await page.getByText(/^复制好了/).waitFor();
  return page.getByText(/^http:\/\/127.0.0.1:\d+\/link\//).innerText();
}
