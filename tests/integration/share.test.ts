import { aDraft, yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import type { CallInput } from '../../cloudfunctions/shared/contract/contract';
import { output, startProduct, type Product } from './product';

let product: Product;
let donor: string;
let breaks: number | null = null;
let linksMade = 0;
beforeAll(async () => {
  product = await startProduct({}, {}, (openApi) => async (name, args, caller) => {
    if (/urllink.generate/.test(name)) linksMade += 1;
    return breaks !== null && /wxacode.getUnlimited|security.msgSecCheck|urllink.generate/.test(name)
      ? { errCode: breaks, errMsg: 'system error' }
      : await openApi(name, args, caller);
  });
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

describe('a link for SMS and Weibo', () => {
  const link = (target: CallInput<'share', 'link'>['target'], openid = '') =>
    product.call('share', 'link', { target }, openid);
  const queryIn = (url: string) => new URLSearchParams(new URL(url).searchParams.get('cq') ?? '');

  test('leads as the code does; one link of WeChat serves all of them', async () => {
    const post = output(await product.call('posts', 'publish', aDraft('spare'), donor));
    const place = output(await name('湘江一号小区'));
    const before = linksMade;
    const toPost = output(await link({ kind: 'post', id: post.id }));
    const toPlace = output(await link({ kind: 'place', id: place.id }, donor));
    const toBoard = output(await link({ kind: 'board', board: 'need', adcode: '430104' }));
    expect(linksMade - before).toBeLessThanOrEqual(1);
    expect(new Set([toPost, toPlace, toBoard].map(({ url }) => new URL(url).pathname)).size).toBe(1);
    const opened = async (url: string) =>
      output(await product.call('share', 'open', { scene: queryIn(url).get('scene') ?? '' }));
    expect(await opened(toPost.url)).toEqual({ kind: 'post', id: post.id });
    expect(await opened(toPlace.url)).toEqual({ kind: 'place', place });
    expect([...queryIn(toBoard.url)]).toEqual([
      ['at', '430104'],
      ['board', 'need'],
    ]);
    for (const { url } of [toPost, toPlace, toBoard])
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/link\/\d+\/[\w-]+\?cq=[\w%-]{1,256}$/);
  });

  test('is made again before it ends, and the old one serves while WeChat makes none', async () => {
    const board = { kind: 'board', board: 'spare', adcode: '430104' } as const;
    const { url, endsAtMs } = output(await link(board));
    const before = linksMade;
    await product.cloud.clock.advance(9 * 86_400_000, { fire: 'once' });
    expect(output(await link(board)).url).toBe(url);
    expect(linksMade).toBe(before);
    await product.cloud.clock.advance(2 * 86_400_000, { fire: 'once' });
    breaks = -1;
    expect(output(await link(board)).url).toBe(url);
    breaks = null;
    const later = output(await link(board));
    expect(later.url).not.toBe(url);
    expect(later.endsAtMs).toBeGreaterThan(endsAtMs);
  });

  test.each<[CallInput<'share', 'link'>['target'], string]>([
    [{ kind: 'post', id: '0'.repeat(32) }, 'not-found'],
    [{ kind: 'place', id: '0'.repeat(16) }, 'not-found'],
    [{ kind: 'board', board: 'spare', adcode: '999999' }, 'region-unknown'],
  ])('none is made for %j', async (target, code) => {
    expect(await link(target)).toMatchObject({ error: { code } });
  });

  test.each(['none', '', 'beta'])('URL_LINK=%p makes none, and phones offer none', async (value) => {
    product.environment.URL_LINK = value;
    product.cloud.reloadFunctions();
    const board = { kind: 'board', board: 'spare', adcode: '430104' } as const;
    expect(await link(board)).toMatchObject({ error: { code: 'link-unavailable', retry: 'later' } });
    expect(output(await product.call('search', 'campaign', {}))).toMatchObject({ makesLinks: false });
  });
});
