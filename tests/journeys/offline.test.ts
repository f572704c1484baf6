import type { Phone } from 'miniprogram-preview/testing';
import { aDraft, yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import { output } from '../integration/product';
import { chooseDistrict, keepPicture, startTown, type Town } from './town';

let town: Town;
let phone: Phone;

beforeAll(async () => {
  town = await startTown(300);
}, 180_000);
afterAll(() => town.close());
afterEach(() => phone.close());

const button = (name: string | RegExp) => phone.page.getByRole('button', { name });
const offline = (is: boolean) => phone.page.context().setOffline(is);
const mine = async (openid: string) => output(await town.product.call('posts', 'mine', {}, openid)).posts;

/** Closes the program and opens it on a page again. */
async function reopen(page: string, network: 'on' | 'off' = 'off'): Promise<void> {
  const url = new URL(phone.page.url());
  url.hash = '';
  url.searchParams.set('page', page);
  url.searchParams.set('network', network);
  await phone.page.goto(url.href);
}

describe('without a network', () => {
  test('the very first screen has 120 by one tap, its signs and the guide', async () => {
    phone = await town.phone('', 'pages/home/home');
    await reopen('pages/home/home');
    await button('拨打120').click();
    await phone.page
      .getByText(/呼叫|拨打/)
      .first()
      .waitFor();
    await keepPicture(phone, 'offline-120');
    await button('取消').click();
    await button(/^情况危急，不要等药/).click();
    await phone.page.getByText('不到3个月的宝宝发烧').waitFor();
    await keepPicture(phone, 'offline-home');
    await button('看用药指南').click();
    await phone.page.getByPlaceholder('药名或牌子').waitFor();
    await keepPicture(phone, 'offline-guide');
  });

  test('after one visit the boards, a post and the number of a contact are there, with their age', async () => {
    const owner = await town.product.enrol('offline-owner');
    const post = output(
      await town.product.call('posts', 'publish', aDraft('spare', { place: yuelu }), owner),
    );
    const seeker = await town.product.enrol('offline-seeker');
    phone = await town.phone(seeker);
    await chooseDistrict(phone, '岳麓', '湖南省长沙市岳麓区');
    await button('谁有药').click();
    await button(/^提供，/)
      .first()
      .click();
    await phone.page.getByText('发布人').waitFor();
    output(await town.product.call('contact', 'request', { postId: post.id }, seeker));
    await reopen('packages/trust/pages/contacts/contacts', 'on');
    await phone.page.getByText(/^1\d\d \d{4} \d{4}$/).waitFor();

    await reopen('packages/trust/pages/contacts/contacts');
    await phone.page.getByText(/^网络不通，这是.*的内容。$/).waitFor();
    await phone.page.getByText(/^1\d\d \d{4} \d{4}$/).waitFor();
    await keepPicture(phone, 'offline-contacts');
    await button('联系过了，说说结果').click();
    await phone.page.getByRole('radio', { name: '拿到了' }).click();
    await phone.page.getByText('已记在手机上，有网络就自动发出。').waitFor();

    await reopen('pages/boards/boards');
    await phone.page.getByText(/^网络不通，这是.*的内容。$/).waitFor();
    await button(/^提供，/)
      .first()
      .click();
    await phone.page.getByText('发布人').waitFor();
    await keepPicture(phone, 'offline-post');

    await reopen('packages/trust/pages/contacts/contacts', 'on');
    await phone.page.getByText('已记下，可以改。').waitFor();
    const { contacts } = output(await town.product.call('contact', 'mine', {}, seeker));
    expect(contacts).toMatchObject([{ outcome: 'received' }]);
  });

  test('a need without a network waits in 我的 and is sent once when the network is back', async () => {
    const openid = await town.product.enrol('offline-writer');
    phone = await town.phone(openid);
    await chooseDistrict(phone, '武侯', '四川省成都市武侯区');
    await button('我需要药，发布求助').click();
    await button('添加需要的药').click();
    await phone.page.getByRole('checkbox', { name: '体温计' }).click();
    await button('完成').click();
    await offline(true);
    await button('发布求助').click();
    await phone.page.getByText('没有发出去').waitFor();
    await button('自动补发').click();
    await phone.page.getByText('还没发出，会自动补发').waitFor();
    await keepPicture(phone, 'offline-waiting');
    expect(await mine(openid)).toHaveLength(0);
    await offline(false);
    await phone.page.getByText('等待的信息已经发出').waitFor();
    await phone.page.getByText('还没发出，会自动补发').waitFor({ state: 'detached' });
    expect(await mine(openid)).toMatchObject([{ items: [{ code: 'thermometer' }] }]);
  });

  test('a need that an overloaded service did not take is sent again by itself, and makes one post', async () => {
    const openid = await town.product.enrol('crowded-out');
    phone = await town.phone(openid);
    // The wait is jumped over on the phone's clock.
    await phone.page.clock.install();
    await chooseDistrict(phone, '武侯', '四川省成都市武侯区');
    await button('我需要药，发布求助').click();
    await button('添加需要的药').click();
    await phone.page.getByRole('checkbox', { name: '体温计' }).click();
    await button('完成').click();
    let refused = 0;
    let isOverloaded = true;
    await phone.page.route('**/functions/posts', async (route) => {
      const { call } = route.request().postDataJSON() as { call: string };
      if (call !== 'publish' || !isOverloaded) return route.continue();
      refused += 1;
      const error = { code: 'busy', message: '现在用的人太多了，请稍等几秒再试。', retry: 'now' };
      return route.fulfill({ json: { result: { ok: false, error }, errMsg: 'cloud.callFunction:ok' } });
    });
    await button('发布求助').click();
    await phone.page.getByText('没有发出去').waitFor();
    await button('自动补发').click();
    await phone.page.getByText('还没发出，会自动补发').waitFor();
    await keepPicture(phone, 'overloaded-waiting');
    await phone.page.clock.fastForward(60_000);
    while (refused < 2) await new Promise((again) => setTimeout(again, 50));
    expect(await mine(openid)).toHaveLength(0);
    isOverloaded = false;
    await phone.page.clock.fastForward(60_000);
    await phone.page.getByText('等待的信息已经发出').waitFor();
    await phone.page.getByText('还没发出，会自动补发').waitFor({ state: 'detached' });
    expect(await mine(openid)).toMatchObject([{ items: [{ code: 'thermometer' }] }]);
  });
});
