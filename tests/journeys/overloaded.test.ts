import type { Locator } from 'playwright-core';
import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { output } from '../integration/product';
import type { Phone } from 'miniprogram-preview/testing';
import { chooseDistrict, keepPicture, startTown, type Town } from './town';

let town: Town;
let phone: Phone;
let asked: number;

beforeAll(async () => {
  town = await startTown(2000);
}, 180_000);
afterAll(() => town.close());
afterEach(async () => {
  town.product.cloud.faults.clear();
  await phone.close();
});

const button = (name: string | RegExp) => phone.page.getByRole('button', { name });
const firstCard = () => button(/^提供，/).first();
/** The platform refuses as it does when all instances of the function are at work: -501004 on the phone. */
const overload = (functionName = 'search') =>
  town.product.cloud.faults.add({
    functionName,
    kind: 'error',
    code: 'EXCEED_CONCURRENT_REQUEST_LIMIT',
  });

async function openPhone(): Promise<void> {
  phone = await town.phone('');
  // Pauses are jumped over on the phone's clock.
  await phone.page.clock.install();
  asked = 0;
  phone.page.on('request', (request) => {
    if (request.url().endsWith('/functions/search') && request.postData()?.includes('"nearby"')) asked += 1;
  });
}

async function passUntilAsked(times: number): Promise<void> {
  while (asked < times) {
    await phone.page.clock.runFor(1_000);
    await new Promise((again) => setTimeout(again, 50));
  }
}

async function passUntilShown(content: Locator): Promise<void> {
  while (!(await content.isVisible())) {
    await phone.page.clock.runFor(1_000);
    await new Promise((again) => setTimeout(again, 50));
  }
}

const go = (url: string) => phone.page.evaluate(`wx.navigateTo({ url: '${url}' })`);

test('a phone that kept nothing says that many people are here, and shows the board by itself when it can', async () => {
  await openPhone();
  const end = overload();
  await chooseDistrict(phone, '岳麓', '湖南省长沙市岳麓区');
  await button('谁有药').click();
  await phone.page.getByText('现在用的人太多了。会自动再试，请稍等。').waitFor();
  await keepPicture(phone, 'overloaded-board');
  const before = asked;
  await passUntilAsked(before + 2);
  await phone.page.getByText('现在用的人太多了。会自动再试，请稍等。').waitFor();
  end();
  await passUntilAsked(before + 3);
  await firstCard().waitFor();
  expect(await phone.page.getByText(/现在用的人太多/).count()).toBe(0);
});

test('a board that was never loaded shows kept posts of the places around it, with their age, until it is loaded', async () => {
  await openPhone();
  await chooseDistrict(phone, '岳麓', '湖南省长沙市岳麓区');
  await button('谁有药').click();
  await firstCard().waitFor();
  const end = overload();
  await button(/^看这里附近：岳麓区/).click();
  await phone.page.getByPlaceholder(/^地名或地址/).fill('芙蓉区');
  await button('湖南省长沙市芙蓉区').click();
  await phone.page.getByText(/^现在用的人太多，这是.*的内容，会自动更新。$/).waitFor();
  await firstCard().waitFor();
  await phone.page.getByText('距离从芙蓉区中心算').waitFor();
  await keepPicture(phone, 'overloaded-nearby');
  end();
  await passUntilAsked(asked + 1);
  await phone.page.getByText(/现在用的人太多/).waitFor({ state: 'detached' });
  await firstCard().waitFor();
});

test('a post that could not be read is shown by itself when it can', async () => {
  const donor = await town.product.enrol('donor');
  const { id } = output(await town.product.call('posts', 'publish', aDraft('spare', { note: '' }), donor));
  await openPhone();
  const end = overload('posts');
  await go(`/packages/post/pages/post/post?id=${id}`);
  await phone.page.getByText('现在用的人太多了。会自动再试，请稍等。').waitFor();
  end();
  await passUntilShown(phone.page.getByText('发布人'));
});

test('a map that could not be loaded is drawn by itself when it can', async () => {
  await openPhone();
  await chooseDistrict(phone, '岳麓', '湖南省长沙市岳麓区');
  const end = overload();
  await go('/packages/find/pages/map/map?board=spare');
  await phone.page.getByText('现在用的人太多了。会自动再试，请稍等。').waitFor();
  end();
  await passUntilShown(button(/^\d+ 条$/).first());
});
