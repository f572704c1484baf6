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
const overload = () =>
  town.product.cloud.faults.add({
    functionName: 'search',
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
