import { aDraft, yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import { output, startProduct, type Product } from './product';

let product: Product;
let donor: string;
let breaks: number | null = null;
beforeAll(async () => {
  product = await startProduct(
    {},
    {},
    (openApi) => async (name, args, caller) =>
      breaks !== null && /wxacode.getUnlimited|security.msgSecCheck/.test(name)
        ? { errCode: breaks, errMsg: 'system error' }
        : await openApi(name, args, caller),
  );
  donor = await product.enrol('donor');
});
afterEach(() => {
  breaks = null;
});
afterAll(() => product.close());

const name = (text: string, openid = donor) =>
  product.call('share', 'namePlace', { kind: 'compound', name: text, place: yuelu }, openid);

test("a place's code leads anybody to the boards there, and names no author", async () => {
  const place = output(await name('湘江一号小区'));
  const { scene, picture } = output(
    await product.call('share', 'code', { target: { kind: 'place', id: place.id } }, donor),
  );
  expect(Buffer.from(picture, 'base64').subarray(1, 4).toString()).toBe('PNG');
  expect(output(await product.call('share', 'open', { scene }))).toEqual({ kind: 'place', place });
  expect(place).toMatchObject({ name: '湘江一号小区', regionLabel: '湖南省长沙市岳麓区' });
  expect(place.place.point).not.toEqual(yuelu.point);
  expect(JSON.stringify(place)).not.toMatch(/donor|测/);
});

test('the same place is named once, by any number of people', async () => {
  const other = await product.enrol('neighbour');
  expect(output(await name('八一路小学', other)).id).toBe(output(await name(' 八一路小学 ')).id);
});

test.each(['湘江一号3栋501', '退烧药 50 元一盒', '加微信 yao888'])(
  '%s is refused as a name',
  async (text) => {
    expect(await name(text)).toMatchObject({ error: { code: 'place-name-refused', field: 'name' } });
  },
);

test('no name is public that WeChat refuses, doubts or has not checked', async () => {
  for (const text of ['王八蛋小区', '老偏方神效小区'])
    expect(await name(text)).toMatchObject({ error: { code: 'place-name-refused', field: 'name' } });
  breaks = -1;
  expect(await name('桃花岭小区')).toMatchObject({ error: { code: 'busy' } });
  // One that is known was checked before.
  expect((await name('湘江一号小区')).ok).toBe(true);
  breaks = null;
  expect((await name('桃花岭小区')).ok).toBe(true);
});

test("a post's code leads to the post, and after its end to others in its place", async () => {
  const post = output(await product.call('posts', 'publish', aDraft('spare'), donor));
  const { scene } = output(
    await product.call('share', 'code', { target: { kind: 'post', id: post.id } }, donor),
  );
  output(await product.call('posts', 'fulfil', { id: post.id }, donor));
  expect(output(await product.call('share', 'open', { scene }))).toEqual({ kind: 'post', id: post.id });
  expect(output(await product.call('share', 'endedPost', { id: post.id }))).toEqual({
    board: 'spare',
    items: ['ibuprofen'],
    regionLabel: post.region.label,
    place: { point: expect.arrayContaining([expect.any(Number)]), adcode: post.region.adcode },
  });
  const again = await product.call('share', 'code', { target: { kind: 'post', id: post.id } }, donor);
  expect(again).toMatchObject({ error: { code: 'post-closed' } });
});

test.each(['', '1p', 'hello', '1pAAAAAAAAAAAAAAAAAAAAAAabcd'])('the scene %p is not ours', async (scene) => {
  expect(await product.call('share', 'open', { scene })).toMatchObject({
    error: { code: 'code-unreadable' },
  });
});

test('when WeChat draws no code, the caller may try again later', async () => {
  const { id } = output(await name('麓谷小镇'));
  breaks = 45009;
  expect(await product.call('share', 'code', { target: { kind: 'place', id } }, donor)).toMatchObject({
    error: { code: 'code-unavailable', retry: 'later' },
  });
});
