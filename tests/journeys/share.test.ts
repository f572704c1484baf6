import type { Phone } from 'miniprogram-preview/testing';
import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { output } from '../integration/product';
import { keepPicture, startTown, type Town } from './town';

let town: Town;
let donor: string;
beforeAll(async () => {
  town = await startTown(2000);
  donor = await town.product.enrol('donor');
}, 180_000);
afterAll(() => town.close());

const agree = ({ page }: Phone): Promise<void> =>
  page.getByRole('button', { name: '同意', exact: true }).click();

async function savePoster({ page }: Phone): Promise<void> {
  await page.getByRole('button', { name: '海报，点击放大' }).waitFor();
  await page.getByRole('button', { name: '存到相册' }).click();
}

async function scanSaved({ page }: Phone): Promise<void> {
  await page.getByRole('button', { name: '允许' }).click();
  await page.getByText('已存到相册。').waitFor();
  await page.evaluate(() => {
    const { wx } = globalThis as typeof globalThis & { wx: { reLaunch(options: object): void } };
    wx.reLaunch({ url: '/pages/home/home' });
  });
  await page.getByRole('button', { name: '扫小区的码' }).click();
  await page.getByRole('button', { name: '相册图片 1' }).click();
}

describe('a poster', () => {
  test('of a compound is made, saved, scanned by a neighbour, and opens the boards there', async () => {
    const phone = await town.phone(donor);
    const { page } = phone;
    await page.getByRole('button', { name: '做张海报' }).click();
    await page.getByRole('button', { name: /在地图上选/ }).click();
    await agree(phone);
    await page.getByPlaceholder('搜索地点').fill('岳麓区');
    await page.getByRole('option', { name: '湖南省长沙市岳麓区' }).first().click();
    await page.getByRole('button', { name: '确定' }).click();
    await page.getByRole('textbox', { name: '海报上写的名字' }).fill('湘江一号小区');
    await keepPicture(phone, 'place-code');
    await page.getByRole('button', { name: '做海报' }).click();
    await savePoster(phone);
    await keepPicture(phone, 'poster-place');
    await scanSaved(phone);
    await page.getByRole('button', { name: /^看这里附近：湘江一号小区/ }).waitFor();
    await page
      .getByRole('button', { name: /^提供，/ })
      .first()
      .waitFor();
    await keepPicture(phone, 'boards-scanned');
    await phone.close();
  });

  test('of a post leads, after its end, to others nearby and to a prefilled form', async () => {
    const post = output(await town.product.call('posts', 'publish', aDraft('spare', { note: '' }), donor));
    const phone = await town.phone(donor, `packages/share/pages/poster/poster?kind=post&id=${post.id}`);
    await savePoster(phone);
    await agree(phone);
    await keepPicture(phone, 'poster-post');
    output(await town.product.call('posts', 'withdraw', { id: post.id }, donor));
    await scanSaved(phone);
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
  await phone.close();
});
