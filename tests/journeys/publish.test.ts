import type { Locator } from 'playwright-core';
import { output } from '../integration/product';
import type { Phone } from 'miniprogram-preview/testing';
import { chooseDistrict, countingHand, keepPicture, startTown, type Town } from './town';

let town: Town;
const phones: Phone[] = [];

beforeAll(async () => {
  town = await startTown(300);
}, 180_000);
afterAll(() => town.close());
afterEach(async () => {
  for (const phone of phones.splice(0)) await phone.close();
});

async function phoneOf(openid: string): Promise<Phone> {
  const phone = await town.phone(openid);
  phones.push(phone);
  return phone;
}
const button = ({ page }: Phone, name: string | RegExp): Locator => page.getByRole('button', { name });
const mine = async (openid: string) => output(await town.product.call('posts', 'mine', {}, openid)).posts;

describe('publishing', () => {
  test('a need for two medicines and an old person takes a user with a chosen place seven taps', async () => {
    const openid = await town.product.enrol('student');
    const phone = await phoneOf(openid);
    await chooseDistrict(phone, '历下', '山东省济南市历下区');
    const hand = countingHand(phone);
    await hand.tap(button(phone, '我需要药，发布求助'));
    await hand.tap(button(phone, '添加需要的药'));
    await hand.tap(phone.page.getByRole('checkbox', { name: /^布洛芬（/ }));
    await hand.tap(phone.page.getByRole('checkbox', { name: '抗原试剂' }));
    await hand.tap(button(phone, '完成'));
    await hand.tap(phone.page.getByRole('checkbox', { name: '老人' }));
    await keepPicture(phone, 'need-form');
    await hand.tap(button(phone, '发布求助'));
    await phone.page.getByText('发布成功').waitFor();
    expect([hand.taps, hand.typed]).toEqual([7, 0]);
    await keepPicture(phone, 'need-published');
    expect(await mine(openid)).toMatchObject([
      {
        board: 'need',
        items: [
          { code: 'ibuprofen', quantity: 4, unit: '粒' },
          { code: 'antigen-test', quantity: 2, unit: '支' },
        ],
        groups: ['elderly'],
        region: { label: '山东省济南市历下区' },
      },
    ]);
  });

  test('a spare takes a user without a place twelve taps, both wheels of the expiry among them', async () => {
    const openid = await town.product.enrol('spare-giver');
    const phone = await phoneOf(openid);
    const hand = countingHand(phone);
    await hand.tap(button(phone, '我有多的药，分给别人'));
    await hand.tap(button(phone, /^加布洛芬$/));
    await hand.tap(button(phone, '布洛芬（胶囊、片）有效期：请选择'));
    await hand.tap(phone.page.getByRole('option', { name: `${new Date().getFullYear() + 2}年` }));
    await hand.tap(phone.page.getByRole('option', { name: '6月' }));
    await hand.tap(button(phone, '确定'));
    await hand.tap(phone.page.getByRole('radio', { name: '整盒未拆' }));
    await hand.tap(phone.page.getByRole('radio', { name: '家里的余药' }));
    await hand.tap(phone.page.getByRole('button', { name: /点击选择$/ }).last());
    await hand.tap(phone.page.getByPlaceholder('地名或地址'));
    await hand.type('历下');
    await hand.tap(button(phone, '山东省济南市历下区'));
    await hand.tap(button(phone, '发布，分给别人'));
    await phone.page.getByText('发布成功').waitFor();
    expect([hand.taps, hand.typed]).toEqual([12, 2]);
    expect(await mine(openid)).toMatchObject([{ board: 'spare', portions: { left: 2 } }]);
  });

  test("a neighbour's offer on one phone comes first on the other", async () => {
    const donor = await phoneOf(await town.product.enrol('donor'));
    await chooseDistrict(donor, '岳麓', '湖南省长沙市岳麓区');
    await button(donor, '我有多的药，分给别人').click();
    await button(donor, '添加能送的药').click();
    await donor.page.getByRole('checkbox', { name: '抗原试剂' }).click();
    await button(donor, '完成').click();
    await button(donor, '增加份数').click();
    await button(donor, '发布，分给别人').click();
    await donor.page.getByText('请选择药品的来源。').waitFor();
    await keepPicture(donor, 'spare-form-faulty');
    await donor.page.getByRole('radio', { name: '家里的余药' }).click();
    await button(donor, '发布，分给别人').click();
    await donor.page.getByText('发布成功').waitFor();

    const seeker = await phoneOf('demo-stranger');
    await chooseDistrict(seeker, '岳麓', '湖南省长沙市岳麓区');
    await button(seeker, '谁有药').click();
    const first = seeker.page.getByRole('button', { name: /^提供，/ }).first();
    await expect(first.getAttribute('aria-label')).resolves.toMatch(
      /^提供，抗原试剂 2支，还有 3 份，还能联系 6 位，1 公里内，长沙市岳麓区，1 小时内/,
    );
    await keepPicture(seeker, 'boards-neighbour');
  });

  test('an offered medicine is asked for its expiry and packaging, at the field', async () => {
    const phone = await phoneOf(await town.product.enrol('careless'));
    await chooseDistrict(phone, '岳麓', '湖南省长沙市岳麓区');
    await button(phone, '我有多的药，分给别人').click();
    await button(phone, '添加能送的药').click();
    await phone.page.getByRole('checkbox', { name: /^布洛芬（/ }).click();
    await button(phone, '完成').click();
    await button(phone, '发布，分给别人').click();
    await phone.page.getByText('请填写布洛芬（胶囊、片）的有效期。').waitFor();
    await phone.page.getByText('请选择布洛芬（胶囊、片）的包装情况。').waitFor();
  });

  test('a form for an infant names at once the signs that must not wait for medicine', async () => {
    const phone = await phoneOf(await town.product.enrol('mother'));
    await chooseDistrict(phone, '历下', '山东省济南市历下区');
    await button(phone, '我需要药，发布求助').click();
    await phone.page.getByRole('checkbox', { name: '婴儿' }).click();
    await phone.page.getByText('不到3个月的宝宝发烧：马上去医院').first().waitFor();
    expect(await button(phone, '拨打120').count()).toBe(2);
    await button(phone, '拨打120').last().scrollIntoViewIfNeeded();
    await keepPicture(phone, 'need-infant');
  });

  test('a stranger reads before filling in anything that publishing needs verification', async () => {
    const phone = await phoneOf('demo-stranger');
    await button(phone, '我需要药，发布求助').click();
    await phone.page.getByText(/发布求助要实名一次/).waitFor();
    await button(phone, '添加需要的药').waitFor();
    await keepPicture(phone, 'need-stranger');
  });

  test('a form survives leaving its page, and two taps make one post', async () => {
    const openid = await town.product.enrol('hasty');
    const phone = await phoneOf(openid);
    await chooseDistrict(phone, '武侯', '四川省成都市武侯区');
    await button(phone, '我需要药，发布求助').click();
    await button(phone, '添加需要的药').click();
    await phone.page.getByRole('checkbox', { name: '体温计' }).click();
    await button(phone, '完成').click();
    await button(phone, '返回').click();
    await button(phone, '我需要药，发布求助').click();
    await button(phone, '去掉体温计').waitFor();
    await button(phone, '发布求助').dblclick();
    await phone.page.getByText('发布成功').waitFor();
    expect(await mine(openid)).toHaveLength(1);
  });

  test('when the answer is lost on the way the form is kept, and its retry makes one post', async () => {
    const openid = await town.product.enrol('unlucky');
    const phone = await phoneOf(openid);
    await chooseDistrict(phone, '武侯', '四川省成都市武侯区');
    await button(phone, '我需要药，发布求助').click();
    await button(phone, '添加需要的药').click();
    await phone.page.getByRole('checkbox', { name: '体温计' }).click();
    await button(phone, '完成').click();
    await phone.page.route(
      '**/functions/posts',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await button(phone, '发布求助').click();
    await phone.page.getByText('没有发出去').waitFor();
    await keepPicture(phone, 'need-not-sent');
    await button(phone, '重试').click();
    await phone.page.getByText('发布成功').waitFor();
    expect(await mine(openid)).toHaveLength(1);
  });
});
