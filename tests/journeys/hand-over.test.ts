import { aDraft, yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import type { Phone } from 'miniprogram-preview/testing';
import { output } from '../integration/product';
import { chooseDistrict, keepPicture, startTown, type Town } from './town';

let town: Town;
const phones: Phone[] = [];

beforeAll(async () => {
  town = await startTown(0);
}, 240_000);
afterAll(() => town.close());
afterEach(async () => {
  for (const phone of phones.splice(0)) await phone.close();
});

async function phoneOf(openid: string, page: string): Promise<Phone> {
  const phone = await town.phone(openid, page);
  phones.push(phone);
  return phone;
}
const tap = ({ page }: Phone, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click();
const shows = ({ page }: Phone, text: string | RegExp): Promise<void> =>
  page.getByText(text).first().waitFor();
/** The page is pulled down, as people do who wait. */
const again = ({ page }: Phone): Promise<unknown> => page.reload();

/** Nothing is there, so the seeker asks to be notified, and is, once there is something. */
async function notified(asking: Phone, donor: string): Promise<void> {
  await chooseDistrict(asking, '岳麓', '湖南省长沙市岳麓区');
  await tap(asking, '谁有布洛芬');
  // What a tap may ask for comes with the count of what waits, sooner than a person reads that nothing is there.
  await asking.page.waitForFunction(
    `Object.keys(localStorage).some((key) => key.includes('messages.templates'))`,
  );
  await tap(asking, '有了告诉我');
  await asking.page.getByRole('button', { name: '允许', exact: true }).click();
  await shows(asking, '好，附近有了会告诉您。');
  // Somebody who waits eight kilometres away is notified later.
  const farther = await town.product.enrol('farther');
  const place = { ...yuelu, point: [yuelu.point[0], yuelu.point[1] + 0.072] as [number, number] };
  output(
    await town.product.call('news', 'setAlert', { board: 'spare', items: ['ibuprofen'], place }, farther),
  );
  output(await town.product.call('posts', 'publish', aDraft('spare', { note: '' }), donor));
  await town.product.cloud.clock.advance(60_000, { fire: 'once' });
  expect(output(await town.product.call('news', 'mine', {}, farther)).news).toEqual([]);
  const notice = asking.page.getByRole('alert', { name: '服务通知' });
  await notice.getByText('附近有人有，点开联系').waitFor();
  await keepPicture(asking, 'alert-fires');
  await notice.getByRole('button').first().click();
}

test('without a voice: notified of a spare, asked, agreed, taken, thanked, and a portion less', async () => {
  const [donor, seeker] = [await town.product.enrol('giving'), await town.product.enrol('voiceless')];
  const asking = await phoneOf(seeker, 'pages/home/home');
  await notified(asking, donor);
  await tap(asking, '联系TA');
  await asking.page.getByRole('checkbox', { name: '老人' }).click();
  await asking.page.getByRole('radio', { name: '3人' }).click();
  await keepPicture(asking, 'hand-over-for-whom');
  await tap(asking, '获取号码');
  await tap(asking, '不用说话，发消息');
  await tap(asking, '发：我说不出话，请在这里点句子');
  await shows(asking, /^我 \d\d:\d\d$/);

  const giving = await phoneOf(donor, 'packages/news/pages/news/news');
  await shows(giving, /给您发了消息/);
  await keepPicture(giving, 'hand-over-news');
  await tap(giving, /给您发了消息/);
  await shows(giving, '给老人，家里 3 人病了');
  const number = await asking.page
    .getByText(/^170 \d{4} \d{4}$/)
    .first()
    .innerText();
  await shows(giving, new RegExp(`尾号 ${number.slice(-4)} 的隐私号码`));
  await tap(giving, '约地点和时间');
  await giving.page.getByRole('radio', { name: '无接触' }).click();
  await giving.page.getByRole('radio', { name: '快递柜' }).click();
  await giving.page.getByRole('radio', { name: '明天' }).click();
  await giving.page.getByRole('radio', { name: '8–10点', exact: true }).click();
  await keepPicture(giving, 'hand-over-plan');
  await tap(giving, '发给对方');
  await shows(giving, '无接触 · 快递柜 · 明天 8–10点');
  await keepPicture(giving, 'hand-over-talk-giver');

  await again(asking);
  await shows(asking, '无接触 · 快递柜 · 明天 8–10点');
  await tap(asking, '发：可以');
  const taken = await phoneOf(seeker, 'packages/trust/pages/contacts/contacts');
  await tap(taken, '联系过了，说说结果');
  await taken.page.getByRole('radio', { name: '拿到了' }).click();
  await shows(taken, '已记下，还您一次联系机会');

  const thanked = await phoneOf(donor, 'packages/news/pages/news/news');
  await shows(thanked, /您帮到了 1 家人/);
  await keepPicture(thanked, 'hand-over-thanks');
  await tap(thanked, /您帮到了 1 家人/);
  await shows(thanked, 'TA说拿到了，减 1 份？');
  await keepPicture(thanked, 'hand-over-question');
  await tap(thanked, '给了，减 1 份');
  await shows(thanked, '已记下，谢谢您');
  const mine = await phoneOf(donor, 'pages/my-posts/my-posts');
  await shows(mine, '还有 2 份');
  await keepPicture(mine, 'hand-over-my-posts');

  await tap(mine, '撤销送出');
  await shows(mine, '还有 3 份');
}, 240_000);

test('a slip of the thumb on the last portion is taken back', async () => {
  const donor = await town.product.enrol('slipping');
  const draft = aDraft('spare', { portions: 1 });
  output(await town.product.call('posts', 'publish', draft, donor));
  const phone = await phoneOf(donor, 'pages/my-posts/my-posts');
  await tap(phone, '送出 1 份');
  await tap(phone, '确定');
  await shows(phone, '送药 · 已经送完');
  await keepPicture(phone, 'hand-over-ended');
  await tap(phone, '撤销送出');
  await shows(phone, '还有 1 份');
}, 120_000);
