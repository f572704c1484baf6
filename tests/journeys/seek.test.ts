import type { Phone } from 'miniprogram-preview/testing';
import { chooseDistrict, countingHand, keepPicture, startTown, type Town } from './town';

let town: Town;
let phone: Phone;

beforeAll(async () => {
  town = await startTown(20_000);
}, 180_000);
afterAll(() => town.close());
beforeEach(async () => {
  phone = await town.phone('demo-stranger');
});
afterEach(() => phone.close());

const offers = () => phone.page.getByRole('button', { name: /^提供，/ });
const headings = async (): Promise<string[]> =>
  (await phone.page.getByRole('heading').allInnerTexts()).filter((text) => /公里/.test(text));

const bands = [
  '1 公里内',
  '2 公里内',
  '5 公里内',
  '10 公里内',
  '20 公里内',
  '50 公里内',
  '100 公里内',
  '100 公里以外',
];

describe('looking for medicine', () => {
  test('the 布洛芬 nearest to her parents is four taps and two characters away', async () => {
    const hand = countingHand(phone);
    await hand.tap(phone.page.getByRole('button', { name: /^看这里附近/ }));
    await hand.tap(phone.page.getByPlaceholder('地名或地址'));
    await hand.type('岳麓');
    await hand.tap(phone.page.getByRole('button', { name: '湖南省长沙市岳麓区' }));
    await hand.tap(phone.page.getByRole('button', { name: '谁有布洛芬' }).first());
    await offers().first().waitFor();
    expect(await offers().first().getAttribute('aria-label')).toContain('布洛芬');
    expect([hand.taps, hand.typed]).toEqual([4, 2]);
  });

  test('a daughter in Beijing sees the 布洛芬 nearest to her parents in Changsha first, and opens it', async () => {
    const { page } = phone;
    await chooseDistrict(phone, '岳麓', '湖南省长沙市岳麓区');
    await page.getByRole('button', { name: '谁有药' }).click();
    await offers().first().waitFor();
    await page.getByRole('button', { name: '筛选' }).click();
    await page.getByRole('button', { name: /^找别的药/ }).click();
    await page.getByPlaceholder('药名或牌子').fill('芬必得');
    await page.getByRole('button', { name: /^布洛芬（/ }).click();
    await page.getByRole('button', { name: '确定' }).click();
    await page.getByText('清除筛选').waitFor();
    await offers().first().waitFor();
    const labels = await offers().evaluateAll((cards) =>
      cards.map((card) => card.getAttribute('aria-label')),
    );
    expect(labels.filter((label) => !label?.includes('布洛芬'))).toEqual([]);
    const shown = (await headings()).map((heading) => bands.indexOf(heading));
    expect(shown).toEqual([...shown].sort((a, b) => a - b));
    expect(shown[0]).toBeLessThan(bands.indexOf('50 公里内'));
    await keepPicture(phone, 'boards-ibuprofen');
    await offers().first().click();
    await page.getByText(/只免费互助，谁要钱都别给/).waitFor();
    await page
      .getByText(/^湖南省长沙市/)
      .last()
      .waitFor();
    await keepPicture(phone, 'post');
  });

  test('from home one tap on a popular item shows the offers nearby', async () => {
    const { page } = phone;
    await chooseDistrict(phone, '岳麓', '湖南省长沙市岳麓区');
    await keepPicture(phone, 'home-search');
    await page.getByRole('button', { name: '谁有布洛芬', exact: true }).click();
    await page.getByText('清除筛选').waitFor();
    await offers().first().waitFor();
    const label = await offers().first().getAttribute('aria-label');
    expect(label).toContain('布洛芬');
  });

  test('a map draws the posts of a board as circles, and a tap on one lists what is there', async () => {
    const { page } = phone;
    await chooseDistrict(phone, '岳麓', '湖南省长沙市岳麓区');
    await page.getByRole('button', { name: '谁有药' }).click();
    await offers().first().waitFor();
    await page.getByRole('button', { name: '地图' }).click();
    const counts = page.getByRole('button', { name: /^\d+ 条$/ });
    await counts.first().waitFor();
    await page.waitForLoadState('networkidle');
    await keepPicture(phone, 'map');
    const total = await counts.evaluateAll((all) =>
      all.reduce((sum, each) => sum + parseInt(each.getAttribute('aria-label') ?? '', 10), 0),
    );
    expect(total).toBe(50);
    await counts.first().click();
    const listed = parseInt((await counts.first().getAttribute('aria-label')) ?? '', 10);
    await offers()
      .nth(listed - 1)
      .waitFor();
    await keepPicture(phone, 'map-list');
    await offers().first().click();
    await page.getByRole('button', { name: '在地图上看大概位置' }).click();
    await page.getByRole('application', { name: '地图' }).waitFor();
    await page.waitForLoadState('networkidle');
    await keepPicture(phone, 'post-map');
  });

  test('her parents’ home gets a name that this phone keeps, and is one tap away', async () => {
    const { page } = phone;
    const nameOf = { name: '看爸妈家（岳麓区）附近' };
    await chooseDistrict(phone, '岳麓', '湖南省长沙市岳麓区');
    await page.getByRole('button', { name: /^看这里附近/ }).click();
    await page.getByRole('button', { name: '给岳麓区起个名字' }).click();
    await page.getByRole('button', { name: '爸妈家' }).click();
    await page.getByText('名字只记在这部手机里。').waitFor();
    await keepPicture(phone, 'choose-place-named');
    await page.getByRole('button', { name: '用我现在的位置' }).click();
    await page.getByRole('button', { name: '同意', exact: true }).click();
    await page.getByRole('button', { name: /^看这里附近：我现在的位置/ }).waitFor();
    await page.getByRole('button', nameOf).click();
    await page.getByRole('button', { name: /^看这里附近：爸妈家（岳麓区）/ }).waitFor();
    await keepPicture(phone, 'home-named');
    await page.getByRole('button', { name: '谁有药' }).click();
    await page.getByText('距离从爸妈家（岳麓区）中心算').waitFor();
  });

  test('scrolling down brings more posts', async () => {
    const { page } = phone;
    await chooseDistrict(phone, '岳麓', '湖南省长沙市岳麓区');
    await page.getByRole('button', { name: '谁缺药' }).click();
    const needs = page.getByRole('button', { name: /^求助，/ });
    await needs.nth(19).scrollIntoViewIfNeeded();
    await needs.nth(39).waitFor({ state: 'attached' });
  });

  test('where nothing is within 50 km the nearest is shown and described as far', async () => {
    await chooseDistrict(phone, '措勤', '西藏自治区阿里地区措勤县');
    await phone.page.getByRole('button', { name: '谁有药' }).click();
    await phone.page.getByText(/^(50|100) 公里内没有。最近的约 [\d,]+ 公里，在/).waitFor();
    await offers().first().waitFor();
    await keepPicture(phone, 'boards-far');
  });

  test('without a connection the board says so, and its retry works once there is one', async () => {
    const { page } = phone;
    await chooseDistrict(phone, '岳麓', '湖南省长沙市岳麓区');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '谁有药' }).click();
    await page.getByText('网络连接不上，请检查网络后重试。').waitFor();
    await keepPicture(phone, 'boards-offline');
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByText('网络连接不上，请检查网络后重试。').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: '重试' }).click();
    await offers().first().waitFor();
  });
});
