import type { CallInput } from '../../cloudfunctions/shared/contract/contract';
import { aDraft, yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import { output } from '../integration/product';
import type { Phone } from 'miniprogram-preview/testing';
import { keepPicture, startTown, type Town } from './town';

const hourMs = 3_600_000;
const spare = () =>
  aDraft('spare', {
    items: [{ code: 'antigen-test', quantity: 2, unit: '支' }],
    portions: 2,
    source: 'home',
  });

let town: Town;
let phone: Phone;

beforeAll(async () => {
  town = await startTown(0);
}, 180_000);
afterAll(() => town.close());
afterEach(() => phone.close());

/** A member who has published the draft and is looking at 我的. */
async function ownerOf(name: string, published: CallInput<'posts', 'publish'>): Promise<string> {
  const openid = await town.product.enrol(name);
  output(await town.product.call('posts', 'publish', published, openid));
  phone = await town.phone(openid, 'pages/my-posts/my-posts');
  return openid;
}
const tap = (name: string): Promise<void> => phone.page.getByRole('button', { name, exact: true }).click();
const statusOf = async (openid: string): Promise<string | undefined> =>
  output(await town.product.call('posts', 'mine', {}, openid)).posts[0]?.status;

describe('my posts', () => {
  test('a portion is added by editing, and marking portions given closes the post with the last one', async () => {
    const openid = await ownerOf('giver', spare());
    await phone.page.getByText('还有 2 份').waitFor();
    await keepPicture(phone, 'my-posts');
    await tap('修改');
    await tap('增加份数');
    await tap('保存修改');
    await phone.page.getByText('还有 3 份').waitFor();
    await tap('送出 1 份');
    await phone.page.getByText('还有 2 份').waitFor();
    await tap('送出 1 份');
    await phone.page.getByText('还有 1 份').waitFor();
    await tap('送出 1 份');
    await phone.page.getByText('送出最后一份？').waitFor();
    await tap('确定');
    await phone.page.getByText('送药 · 已经送完').waitFor();
    expect(await statusOf(openid)).toBe('fulfilled');
  });

  test('a withdrawn post is off the board, and is published again from its own form', async () => {
    const openid = await ownerOf('leaver', aDraft('need'));
    await tap('撤回');
    await phone.page.getByText('撤回这条信息？').waitFor();
    await tap('再想想');
    expect(await statusOf(openid)).toBe('published');
    await tap('撤回');
    await tap('确定');
    await phone.page.getByText('求助 · 已撤回').waitFor();
    const board = output(
      await town.product.call('search', 'nearby', { board: 'need', place: yuelu }, 'guest'),
    );
    expect(board.posts).toEqual([]);
    await tap('再发一次');
    await tap('发布求助');
    await phone.page.getByText('发布成功').waitFor();
    expect(await statusOf(openid)).toBe('published');
  });

  test('a solved need is shown as solved', async () => {
    const openid = await ownerOf('solved', aDraft('need'));
    await tap('已经解决');
    await tap('确定');
    await phone.page.getByText('求助 · 已经解决').waitFor();
    expect(await statusOf(openid)).toBe('fulfilled');
  });

  test('half an hour before its end a post can be given a whole new life', async () => {
    const openid = await town.product.enrol('keeper');
    output(await town.product.call('posts', 'publish', aDraft('need'), openid));
    await town.product.cloud.clock.advance(47.75 * hourMs, { fire: 'once' });
    phone = await town.phone(openid, 'pages/my-posts/my-posts');
    await phone.page.getByText(/还剩 1\d 分钟/).waitFor();
    await tap('延长时间');
    await phone.page.getByText(/求助 · 到\d+月\d+日 \d\d:\d\d/).waitFor();
    await keepPicture(phone, 'my-posts-renewed');
  });

  test('a stranger reads that verification is missing, and has no posts', async () => {
    phone = await town.phone('demo-stranger', 'pages/my-posts/my-posts');
    await phone.page.getByText(/还没有实名/).waitFor();
    await phone.page.getByText('没有进行中的信息。').waitFor();
  });
});
