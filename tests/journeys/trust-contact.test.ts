import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import type { Locator } from 'playwright-core';
import { output } from '../integration/product';
import type { Phone } from 'miniprogram-preview/testing';
import { keepPicture, startTown, type Town } from './town';

let town: Town;
const phones: Phone[] = [];

beforeAll(async () => {
  town = await startTown(0);
}, 240_000);
afterAll(() => town.close());
afterEach(async () => {
  for (const phone of phones.splice(0)) await phone.close();
});

async function phoneOf(openid: string, page?: string): Promise<Phone> {
  const phone = await town.phone(openid, page);
  phones.push(phone);
  return phone;
}
/** By its whole text; an icon before it is part of the name. */
const button = ({ page }: Phone, text: string): Locator =>
  page.getByRole('button', { name: new RegExp(`(^|[^\\p{Script=Han}，])${text}$`, 'u') });
const publish = async (openid: string): Promise<string> =>
  output(await town.product.call('posts', 'publish', aDraft('spare', { portions: 3 }), openid)).id;
const openPost = (openid: string, id: string): Promise<Phone> =>
  phoneOf(openid, `packages/post/pages/post/post?id=${id}`);
/** The same phone opens the program again with its storage kept. */
async function open({ page }: Phone, path: string, settings: Record<string, string> = {}): Promise<void> {
  const address = new URL(page.url());
  address.search = new URLSearchParams({
    person: address.searchParams.get('person') ?? '',
    page: path,
    ...settings,
  }).toString();
  await page.goto(address.href);
}
const callScreen = ({ page }: Phone): Locator => page.getByRole('dialog', { name: /^电话 / });

/** The number that the contact sheet shows, in the form that is dialled. */
async function shownNumber({ page }: Phone): Promise<string> {
  const text = await page.getByText(/^170 \d{4} \d{4}$/).innerText();
  return text.replace(/ /g, '');
}

describe('a stranger', () => {
  test('reads, verifies, contacts, calls; the other phone rings; the outcome gives the contact back', async () => {
    const donor = await town.product.enrol('ringing-donor');
    const id = await publish(donor);
    const { register } = town.product.providers;
    const { name, idNumber } = register.cardOf('anna');
    const seeker = await openPost('anna', id);
    await button(seeker, '联系TA（先实名）').click();

    await button(seeker, '用微信绑定手机号').click();
    await seeker.page.getByText('先看一下隐私保护指引').waitFor();
    await keepPicture(seeker, 'trust-privacy');
    await button(seeker, '同意').click();
    await button(seeker, '允许').click();
    await seeker.page.getByText('已绑定').waitFor();
    await seeker.page.getByRole('textbox', { name: '姓名' }).fill(name);
    await seeker.page.getByRole('textbox', { name: '身份证号' }).fill(idNumber);
    await seeker.page.getByRole('checkbox', { name: /同意/ }).click();
    await keepPicture(seeker, 'trust-verify');
    await button(seeker, '开始核验').click();

    await seeker.page.getByText('今天还能联系 5 位（一天最多 5 位）。').waitFor();
    await keepPicture(seeker, 'trust-contact-explained');
    await button(seeker, '获取号码').click();
    const number = await shownNumber(seeker);
    await seeker.page.getByText(/^号码还能用 2[34] 小时/).waitFor();
    await seeker.page.getByText(/今天还能联系 4 位/).waitFor();
    await keepPicture(seeker, 'trust-contact-number');
    expect(await seeker.page.getByText('联系得怎么样？').count()).toBe(0);

    const answering = await phoneOf(donor);
    await button(answering, '我需要药，发布求助').waitFor();
    await button(seeker, '拨打电话').click();
    await button(seeker, '呼叫').click();
    await callScreen(answering).getByText(number).waitFor();
    await keepPicture(answering, 'trust-ringing');
    await button(answering, '接听').click();
    await callScreen(seeker).getByText('通话中').waitFor();
    await keepPicture(seeker, 'trust-talking');
    await button(seeker, '挂断').click();
    for (const phone of [seeker, answering]) {
      await callScreen(phone)
        .getByText(/^通话结束，时长 0:/)
        .waitFor();
      await button(phone, '关闭').last().click();
    }

    await seeker.page.getByRole('radio', { name: '拿到了' }).click();
    await seeker.page.getByText('已记下，还您一次联系机会').waitFor();
    await seeker.page.getByText(/今天还能联系 5 位/).waitFor();
    const real = [donor, 'anna'].map(register.phoneOf);
    for (const phone of [seeker, answering]) {
      const content = await phone.page.content();
      expect(real.filter((each) => content.includes(each))).toEqual([]);
    }
  }, 240_000);
});

describe('a member', () => {
  test('is refused the sixth contact in a day, with the time of the next', async () => {
    const viewer = await town.product.enrol('eager');
    for (let count = 0; count < 5; count += 1) {
      const postId = await publish(await town.product.enrol(`giver-${count}`));
      output(await town.product.call('contact', 'request', { postId }, viewer));
    }
    const phone = await openPost(viewer, await publish(await town.product.enrol('giver-6')));
    await button(phone, '联系TA').click();
    await phone.page.getByText(/^一天 5 位已经用完。明天 \d\d:\d\d 恢复一位。$/).waitFor();
    expect(await button(phone, '获取号码').count()).toBe(0);
    await keepPicture(phone, 'trust-sixth');

    await button(phone, '看我的联系').click();
    await button(phone, '联系过了，说说结果').first().click();
    await phone.page.getByRole('radio', { name: '没接通' }).first().click();
    await phone.page.getByText(/今天还能联系 1 位/).waitFor();
    await keepPicture(phone, 'trust-contacts');
  }, 240_000);

  test('is called back with one tap when there was no number', async () => {
    const donor = await town.product.enrol('busy-donor');
    const viewer = await town.product.enrol('patient');
    const id = await publish(donor);
    const poster = await phoneOf(donor, 'pages/my-posts/my-posts');
    await button(poster, '谁联系了我，没有人在等').waitFor();
    const viewing = await openPost(viewer, id);
    const { dypls } = town.product.providers.faults;
    dypls.add({ kind: 'error', action: 'BindAxb', code: 'isv.NO_AVAILABLE_NUMBER' });
    try {
      await button(viewing, '联系TA').click();
      await button(viewing, '获取号码').click();
      await viewing.page.getByText('现在不能直接打给TA，已经请对方给您回电。').waitFor();
      await viewing.page.getByText(/今天还能联系 5 位/).waitFor();
      await keepPicture(viewing, 'trust-call-back-asked');
    } finally {
      dypls.clear();
    }
    const caller = await openPost(await town.product.enrol('with-a-number'), id);
    await button(caller, '联系TA').click();
    await button(caller, '获取号码').click();
    await shownNumber(caller);
    await keepPicture(caller, 'trust-contact-spare');

    // The donor opens the program again: the home page shows that somebody waits, and the post shows the number of
    // people.
    await open(poster, 'pages/home/home');
    const mine = poster.page.getByRole('tab', { name: /我的/ });
    // One waits to be called, and one piece of news says that somebody may call.
    await mine.getByText('2', { exact: true }).waitFor();
    await keepPicture(poster, 'trust-waiting-badge');
    await mine.click();
    await button(poster, '谁联系了我，1 位在等您').waitFor();
    await poster.page.getByText('1 位拿到了隐私号码，可能会打给您').waitFor();
    await keepPicture(poster, 'trust-own-post-interest');
    await open(poster, `packages/post/pages/post/post?id=${id}`, { fontScale: '1.8' });
    await button(poster, '1 位在等您回电，去回电').scrollIntoViewIfNeeded();
    await keepPicture(poster, 'trust-own-post-interest-largest');
    await open(poster, 'pages/my-posts/my-posts');
    await button(poster, '1 位在等您回电，去回电').click();
    await button(poster, '给TA回电').click();
    await button(poster, '呼叫').click();
    await callScreen(viewing).getByText('来电').waitFor();
    await button(viewing, '拒接').click();
    await callScreen(poster).getByText(/正忙/).waitFor();
    await button(poster, '关闭').click();
    await poster.page
      .getByText(/^号码还能用/)
      .first()
      .waitFor();
    await keepPicture(poster, 'trust-callers');
    // Two people have a number now. The donor ends one, and that number reaches the donor no more.
    await button(poster, '结束联系').first().click();
    await poster.page.getByText(/这个人不能再通过您的任何一条信息联系您/).waitFor();
    await keepPicture(poster, 'trust-end-viewer');
    await button(poster, '结束').click();
    await poster.page.getByText('已结束').waitFor();
  }, 240_000);

  test('ends a contact, and the number reaches no phone any more', async () => {
    const viewer = await town.product.enrol('finished');
    const phone = await openPost(viewer, await publish(await town.product.enrol('quiet-donor')));
    await button(phone, '联系TA').click();
    await button(phone, '获取号码').click();
    const number = await shownNumber(phone);
    await button(phone, '联系过了，说说结果').click();
    await button(phone, '联系好了，结束').click();
    await button(phone, '结束').click();
    await phone.page.getByText('这次联系已经结束，号码不能再用。').waitFor();
    expect(town.product.providers.exchange.dial(viewer, number)).toMatchObject({
      announcement: expect.stringContaining('无法接通') as string,
    });
  }, 240_000);
});

describe('where numbers are shared', () => {
  let shared: Town;
  beforeAll(async () => {
    shared = await startTown(0, { poolMode: 'extension' });
  }, 240_000);
  afterAll(() => shared.close());

  test('the extension is given in plain words, and dialled by the phone itself', async () => {
    const { call, enrol } = shared.product;
    const donor = await enrol('shared-donor');
    const { id } = output(await call('posts', 'publish', aDraft('spare'), donor));
    const path = `packages/post/pages/post/post?id=${id}`;
    const viewing = await shared.phone(await enrol('shared-viewer'), path);
    const answering = await shared.phone(donor);
    phones.push(viewing, answering);
    await button(viewing, '联系TA').click();
    await button(viewing, '获取号码').click();
    await viewing.page.getByText(/^打通后会请您按分机号：按 [\d ]+，再按 # 号（井号）$/).waitFor();
    await viewing.page.getByText(/分机号会自动按好/).waitFor();
    await keepPicture(viewing, 'trust-contact-digits');
    await button(answering, '我需要药，发布求助').waitFor();
    await button(viewing, '拨打电话').click();
    await button(viewing, '呼叫').click();
    await callScreen(answering).getByText('来电').waitFor();
    await button(viewing, '挂断').click();
    await open(viewing, path, { fontScale: '1.8' });
    await button(viewing, '联系TA').click();
    await viewing.page.getByText(/^打通后会请您按分机号/).waitFor();
    await keepPicture(viewing, 'trust-contact-digits-largest');
  }, 240_000);
});
