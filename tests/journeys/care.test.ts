import type { Locator } from 'playwright-core';
import { computedStyle, type Phone } from 'miniprogram-preview/testing';
import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { output } from '../integration/product';
import { chooseDistrict, keepPicture, startTown, type Town } from './town';

let town: Town;
let phone: Phone;

beforeAll(async () => {
  town = await startTown(0);
}, 180_000);
afterAll(() => town.close());
afterEach(() => phone.close());

const button = (name: string | RegExp): Locator => phone.page.getByRole('button', { name });
const pick = (name: string | RegExp): Promise<void> =>
  phone.page.getByRole('checkbox', { name }).first().click();
const warned = (text: RegExp): Promise<void> =>
  phone.page.getByRole('alert').getByText(text).first().waitFor();

/** The need form of a new member, with these items picked. */
async function needFor(name: string, items: (string | RegExp)[]): Promise<void> {
  phone = await town.phone(await town.product.enrol(name));
  await chooseDistrict(phone, '历下', '山东省济南市历下区');
  await button('我需要药，发布求助').click();
  await button('添加需要的药').click();
  for (const item of items) await pick(item);
  await button(`完成（${items.length}）`).click();
}

/** A stranger's post as a new member opens it. */
async function postOf(name: string, board: 'need' | 'spare', changes: object): Promise<void> {
  const owner = await town.product.enrol(`${name}-owner`);
  const { id } = output(await town.product.call('posts', 'publish', aDraft(board, changes), owner));
  phone = await town.phone(await town.product.enrol(name), `packages/post/pages/post/post?id=${id}`);
}

describe('the form warns as soon as an item and a group conflict', () => {
  test('of ibuprofen in pregnancy, and names what may be taken instead', async () => {
    await needFor('pregnant', [/^布洛芬（/]);
    await pick('孕产妇');
    await warned(/怀孕时不要吃布洛芬.*可换成对乙酰氨基酚/);
    await keepPicture(phone, 'care-pregnant');
  });

  test('of a capsule for an infant', async () => {
    await needFor('infant', [/^布洛芬（/]);
    await pick('婴儿');
    await warned(/吞不下胶囊/);
    await warned(/不到6个月的宝宝不能用布洛芬/);
  });

  test('of two medicines that must not be taken together', async () => {
    await needFor('clash', [/^布洛芬（/, /^对乙酰氨基酚片/]);
    await warned(/不要一起吃|只吃一种|同时/);
    await keepPicture(phone, 'care-clash');
  });

  test('counts what is missing, and a tap leads there', async () => {
    phone = await town.phone(await town.product.enrol('forgetful'));
    await chooseDistrict(phone, '历下', '山东省济南市历下区');
    await button('我有多的药，分给别人').click();
    await button('添加能送的药').click();
    await pick(/^布洛芬（/);
    await button('完成（1）').click();
    await button('发布，分给别人').click();
    await button('还差 3 处，点这里去填').click();
    await phone.page.getByRole('textbox', { name: '一共有多少粒' }).fill('10');
    await phone.page.getByText('够分 2 份，余 2 粒。').waitFor();
    await button('布洛芬（胶囊、片）有效期：请选择').click();
    await button('确定').click();
    await phone.page.getByText('年份和月份都要选').waitFor();
    await button('还差 3 处，点这里去填').waitFor();
    await keepPicture(phone, 'care-missing');
  });
});

describe('a post warns its reader', () => {
  test('a taker names the patient before there is a number', async () => {
    await postOf('taker', 'spare', {});
    await button('联系TA').click();
    await phone.page.getByRole('dialog').getByRole('checkbox', { name: '孕产妇' }).click();
    await phone.page
      .getByRole('dialog')
      .getByText(/怀孕时不要吃布洛芬/)
      .waitFor();
    await keepPicture(phone, 'care-taker');
  });

  test('a donor to a need reads what its groups may not take', async () => {
    await postOf('giver', 'need', { groups: ['infant'] });
    await button('联系TA').click();
    await phone.page
      .getByRole('dialog')
      .getByText(/不到6个月的宝宝不能用布洛芬/)
      .waitFor();
  });

  test('a sign of danger in a need comes before everything else, with 120', async () => {
    await postOf('reader', 'need', { note: '宝宝46天，发烧38.6，急求退烧药', groups: ['infant'] });
    await phone.page.getByText(/这里写着“宝宝46天”：可能等不得药/).waitFor();
    await button('拨打120').waitFor();
    await phone.page.getByText('不到3个月的宝宝发烧：马上去医院，不要在家等药。').waitFor();
    await keepPicture(phone, 'care-danger');
  });
});

test('a phone in the dark has dark pages and bars, and follows when it turns light', async () => {
  phone = await town.phone('', 'pages/home/home');
  await phone.page.emulateMedia({ colorScheme: 'dark' });
  const bar = phone.page.locator('#navigation-bar');
  const card = phone.page.locator('.card').first();
  await keepPicture(phone, 'care-dark');
  expect(await computedStyle(bar, 'background-color')).toBe('rgb(29, 32, 37)');
  expect(await computedStyle(card, 'background-color')).toBe('rgb(29, 32, 37)');
  await phone.page.emulateMedia({ colorScheme: 'light' });
  for (const part of [bar, card]) expect(await backgroundOnceLight(part)).toBe('rgb(255, 255, 255)');
});

/** The program hears of the change a moment after the browser. */
async function backgroundOnceLight(part: Parameters<typeof computedStyle>[0]): Promise<string> {
  let background = '';
  for (let tries = 0; tries < 50 && background !== 'rgb(255, 255, 255)'; tries += 1) {
    if (tries > 0) await phone.page.waitForTimeout(100);
    background = await computedStyle(part, 'background-color');
  }
  return background;
}
