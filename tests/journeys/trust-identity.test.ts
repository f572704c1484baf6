import { uploadPictures } from '../integration/upload-picture';
import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { output } from '../integration/product';
import type { Phone } from 'miniprogram-preview/testing';
import { countingHand, keepPicture, startTown, type Town } from './town';

let town: Town;
let phone: Phone;

beforeAll(async () => {
  town = await startTown(0);
}, 240_000);
afterAll(() => town.close());
afterEach(() => phone.close());

/** By its whole text; an icon before it is part of the name. */
const button = (text: string): Locator =>
  phone.page.getByRole('button', { name: new RegExp(`(^|[^\\p{Script=Han}，])${text}$`, 'u') });
const field = (name: string): Locator => phone.page.getByRole('textbox', { name });
const cardOf = (openid: string) => town.product.providers.register.cardOf(openid);
const self = async (openid: string) => output(await town.product.call('identity', 'me', {}, openid));

async function bindPhone(): Promise<void> {
  await button('用微信绑定手机号').click();
  await button('同意').click();
  await button('允许').click();
  await phone.page.getByText('已绑定').waitFor();
}

describe('verification', () => {
  test('reports missing answers at their fields before any request', async () => {
    phone = await town.phone('careless', 'packages/trust/pages/verify/verify');
    await field('身份证号').fill('11010119900307123');
    await button('开始核验').click();
    await phone.page.getByText('请先绑定手机号。').waitFor();
    await phone.page.getByText('身份证号是 18 位，现在是 17 位。').waitFor();
    await phone.page.getByText('请先勾选同意。').waitFor();
    await keepPicture(phone, 'trust-verify-faulty');
  }, 240_000);

  test('reports a mismatch at the number, and continues when it is mended', async () => {
    phone = await town.phone('mistaken', 'packages/trust/pages/verify/verify');
    await bindPhone();
    await field('姓名').fill('欧阳错名');
    await field('身份证号').fill(cardOf('mistaken').idNumber);
    await phone.page.getByRole('checkbox', { name: /同意/ }).click();
    await button('开始核验').click();
    await phone.page.getByText(/姓名和身份证号对不上/).waitFor();
    await field('姓名').fill(cardOf('mistaken').name);
    await button('开始核验').click();
    await phone.page.getByText('已实名，可以发布和联系').waitFor();
    await keepPicture(phone, 'trust-mine');
    expect(await self('mistaken')).toMatchObject({ verification: 'verified', phoneBound: true });
  }, 240_000);

  test('a blocked person is refused with a new account too, even after erasing the first one', async () => {
    const { name, idNumber } = cardOf('expelled');
    await bindAlone('expelled');
    output(await town.product.call('identity', 'verify', { name, idNumber, consent: true }, 'expelled'));
    await town.product.block('expelled');
    output(await town.product.call('identity', 'eraseMyData', { confirm: true }, 'expelled'));
    await bindAlone('expelled-again');
    phone = await town.phone('expelled-again', 'packages/trust/pages/verify/verify');
    await field('姓名').fill(name);
    await field('身份证号').fill(idNumber);
    await phone.page.getByRole('checkbox', { name: /同意/ }).click();
    await button('开始核验').click();
    await phone.page.getByText('您的账号因违规已停用。有疑问请联系管理员。').waitFor();
    expect((await self('expelled-again')).verification).toBe('none');
  }, 240_000);

  test('without the privacy authorization no phone is bound', async () => {
    phone = await town.phone('shy', 'packages/trust/pages/verify/verify');
    await button('用微信绑定手机号').click();
    await button('不同意').click();
    await phone.page.getByText(/没有授权手机号/).waitFor();
    expect((await self('shy')).phoneBound).toBe(false);
  }, 240_000);

  test('follows a form that is filled in already, and then publishes it with nothing typed twice', async () => {
    phone = await town.phone('student', 'pages/home/home');
    const hand = countingHand(phone);
    await hand.tap(button('我需要药，发布求助'));
    await hand.tap(button('加布洛芬'));
    await hand.tap(phone.page.getByRole('button', { name: /点击选择$/ }).last());
    await hand.tap(phone.page.getByPlaceholder('地名或地址'));
    await hand.type('岳麓');
    await hand.tap(phone.page.getByRole('button', { name: '湖南省长沙市岳麓区' }));
    await hand.tap(button('发布求助'));
    await hand.tap(button('用微信绑定手机号'));
    await hand.tap(button('同意'));
    await hand.tap(button('允许'));
    const { name, idNumber } = cardOf('student');
    const hasKeyboard = (field: Locator) =>
      expect(field.and(phone.page.locator(':focus')).waitFor()).resolves.toBeUndefined();
    await hasKeyboard(field('姓名'));
    await hand.type(name);
    await phone.page.keyboard.press('Enter');
    await hasKeyboard(field('身份证号'));
    await hand.type(idNumber);
    await hand.tap(phone.page.getByRole('checkbox', { name: /同意/ }));
    await hand.tap(button('开始核验'));
    await phone.page
      .getByText(/发布成功|发布好了/)
      .first()
      .waitFor();
    expect([hand.taps, hand.typed]).toEqual([11, 2 + [...name].length + 18]);
    // Three seconds a tap, one a character: under a minute.
    expect(3 * hand.taps + hand.typed).toBeLessThan(60);
    expect((await output(await town.product.call('posts', 'mine', {}, 'student'))).posts).toHaveLength(1);
  }, 240_000);

  test('leads a guest who wants to publish there and back to the form', async () => {
    phone = await town.phone('giver', 'pages/home/home');
    await button('我有多的药，分给别人').click();
    await button('去实名（约 30 秒）').click();
    await bindPhone();
    await field('姓名').fill(cardOf('giver').name);
    await field('身份证号').fill(cardOf('giver').idNumber);
    await phone.page.getByRole('checkbox', { name: /同意/ }).click();
    await button('开始核验').click();
    await button('发布，分给别人').waitFor();
  }, 240_000);
});

describe('my data', () => {
  test('is shown, and erased after a question', async () => {
    const openid = await town.product.enrol('leaving');
    const post = output(await town.product.call('posts', 'publish', aDraft('spare'), openid));
    phone = await town.phone(openid, 'pages/my-posts/my-posts');
    await button('我的数据，查看和删除').click();
    await phone.page.getByText('实名：测*（已核验）').waitFor();
    await keepPicture(phone, 'trust-my-data');
    await button('删除我的数据').click();
    await button('不删了').click();
    expect((await self(openid)).verification).toBe('verified');
    await button('删除我的数据').click();
    await button('全部删除').click();
    await phone.page.getByText('已经删除').waitFor();
    expect(await self(openid)).toMatchObject({ verification: 'none', phoneBound: false });
    expect(await town.product.call('posts', 'read', { id: post.id }, 'anybody')).toMatchObject({
      error: { code: 'not-found' },
    });
  }, 240_000);
});

describe('another document', () => {
  test('is handed in with its picture, and waits for the operator', async () => {
    await bindAlone('foreigner');
    phone = await town.phone('foreigner', 'packages/trust/pages/verify/verify');
    await phone.page.getByRole('link', { name: /没有居民身份证/ }).click();
    await field('姓名').fill('Anna Schmidt');
    await field('证件号码').fill('C01X00T47');
    await button('出生日期：请选择').click();
    await button('确定').click();
    await phone.page.getByText('年、月、日都要选').waitFor();
    await button('出生日期：请选择').click();
    for (const name of ['1980年', '2月', '29日'])
      await phone.page.getByRole('option', { name, exact: true }).click();
    await button('确定').click();
    await button('出生日期：1980-02-29').waitFor();
    const choosing = phone.page.waitForEvent('filechooser');
    await button('拍照或从相册选').click();
    await button('同意').click();
    await (await choosing).setFiles(join(__dirname, '../../miniprogram/images/tab-home.png'));
    await phone.page.getByRole('button', { name: '删除照片 1' }).waitFor();
    await phone.page.getByRole('checkbox', { name: '同意用证件核验身份' }).click();
    await keepPicture(phone, 'trust-documents');
    await button('交给管理员核验').click();
    await phone.page.getByText('已经交上来了').waitFor();
    expect((await self('foreigner')).verification).toBe('pending');

    const operator = await town.product.enrol('operator', { role: 'operator' });
    const { documents } = output(await town.product.call('identity', 'documentQueue', {}, operator));
    expect(documents).toMatchObject([
      { kind: 'passport', maskedName: expect.not.stringContaining('Schmidt') as string },
    ]);
    const picture = await fetch(documents[0]?.photoUrls[0] ?? '');
    expect(picture.status).toBe(200);
  }, 240_000);

  test('is looked at by an operator, who passes it by what the picture shows, or sends it back with a reason', async () => {
    const operator = await town.product.enrol('operator-2', { role: 'operator' });
    await handIn('second-foreigner', 'P7654321');
    phone = await town.phone(operator, 'pages/my-posts/my-posts');
    await button('证件核验，\\d+ 条在等').click();
    await phone.page.getByText('护照，A*').waitFor();
    await phone.page.getByText(/后面还有 1 份/).waitFor();
    await phone.page.waitForFunction(
      "[...document.images].some(({ src, naturalWidth }) => src.includes('/storage/') && naturalWidth > 0)",
    );
    await field('照片上的姓名').fill('anna schmidt');
    await field('照片上的号码').fill('C01X00T48');
    await button('核对一致，通过').click();
    await phone.page.getByText(/和对方填写的不一样，请再看一眼照片/).waitFor();
    await keepPicture(phone, 'trust-document-queue');
    await phone.page.goto(`${phone.page.url()}&fontScale=1.8`);
    await phone.page.getByText('护照，A*').waitFor();
    await keepPicture(phone, 'trust-document-queue-largest');
    await button('先看下一份').scrollIntoViewIfNeeded();
    await keepPicture(phone, 'trust-document-queue-largest-end');
    await field('照片上的姓名').fill('anna schmidt');
    await field('照片上的号码').fill('C01X00T47');
    await button('核对一致，通过').click();
    await phone.page.getByText(/后面没有了/).waitFor();
    expect((await self('foreigner')).verification).toBe('verified');

    await button('退回').click();
    await phone.page.getByText('请先选一个原因。').waitFor();
    await phone.page.getByText('照片看不清，请重新拍。').click();
    await button('退回').click();
    await phone.page.getByText('没有证件在等核验。').waitFor();
    expect(await self('second-foreigner')).toMatchObject({
      verification: 'refused',
      refusal: '照片看不清，请重新拍。',
    });
  }, 240_000);

  test('of a resident who is not on record is offered at once, and a person checks it', async () => {
    await bindAlone('unrecorded');
    phone = await town.phone('unrecorded', 'packages/trust/pages/verify/verify');
    await field('姓名').fill('无名氏');
    await field('身份证号').fill('119900197001010230');
    await phone.page.getByRole('checkbox', { name: /同意/ }).click();
    await button('开始核验').click();
    await phone.page.getByText(/公安库里暂时查不到这个身份/).waitFor();
    await keepPicture(phone, 'trust-no-record');
    await phone.page.getByRole('link', { name: /由人核对/ }).click();
    await phone.page.getByRole('radio', { name: '居民身份证', checked: true }).waitFor();
    await button('出生日期：1970-01-01').waitFor();
    expect(await field('姓名').inputValue()).toBe('无名氏');
    expect(await field('证件号码').inputValue()).toBe('119900197001010230');
    const choosing = phone.page.waitForEvent('filechooser');
    await button('拍照或从相册选').click();
    await button('同意').click();
    await (await choosing).setFiles(join(__dirname, '../../miniprogram/images/tab-home.png'));
    await phone.page.getByRole('button', { name: '删除照片 1' }).waitFor();
    await phone.page.getByRole('checkbox', { name: '同意用证件核验身份' }).click();
    await button('交给管理员核验').click();
    await phone.page.getByText('已经交上来了').waitFor();

    const operator = await town.product.enrol('operator-3', { role: 'operator' });
    const { documents } = output(await town.product.call('identity', 'documentQueue', {}, operator));
    const [waiting] = documents.filter(({ kind }) => kind === 'resident');
    const decision = { decision: 'accept' as const, nameRead: '无名氏', numberRead: '119900197001010230' };
    output(
      await town.product.call('identity', 'decideDocument', { id: waiting?.id ?? '', ...decision }, operator),
    );
    expect((await self('unrecorded')).verification).toBe('verified');
  }, 240_000);

  test('is closed to everybody else', async () => {
    phone = await town.phone(await town.product.enrol('not-an-operator'), 'pages/my-posts/my-posts');
    await button('我的数据，查看和删除').waitFor();
    expect(await phone.page.getByText('证件核验').count()).toBe(0);
  }, 240_000);
});

/** Binds a phone by a direct call, because the journey is not about that screen. */
async function bindAlone(openid: string): Promise<void> {
  const code = town.product.providers.wechat.issuePhoneCode(openid);
  output(await town.product.call('identity', 'bindPhone', { code }, openid));
}

/** Hands in a passport without a screen. */
async function handIn(openid: string, number: string): Promise<void> {
  await bindAlone(openid);
  output(
    await town.product.call(
      'identity',
      'submitDocument',
      {
        kind: 'passport',
        name: 'Bruno Weber',
        number,
        bornOn: '1980-02-29',
        photoFileIds: await uploadPictures(town.product, openid),
        consent: true,
      },
      openid,
    ),
  );
}
