import { answers, campaign, refuses, self, spare } from './fixtures';
import { openPage, type MountOptions } from './mount';

const gone = refuses('not-found', '这条信息不存在，或已经被删除。', 'never');
const open = (query: string, functions: MountOptions['functions'] = {}) =>
  openPage(encodeURIComponent(`packages/post/pages/post/post?${query}`), {
    functions: {
      'posts.read': gone,
      'share.endedPost': gone,
      'search.campaign': answers({ version: 'of a test', campaign }),
      'search.nearby': answers({ posts: [], names: {}, nextCursor: null, nowMs: 0 }),
      'identity.me': answers(self),
      ...functions,
    },
  });

test('a card to an erased post begins a need with its medicine, in its district', async () => {
  const phone = await open(`id=${spare.id}&card=spare.430104.ibuprofen`);
  expect(phone.calls).toContainEqual({
    name: 'search.nearby',
    input: expect.objectContaining({
      board: 'spare',
      items: ['ibuprofen'],
      place: expect.objectContaining({ adcode: '430104' }),
    }),
  });
  await phone.tap('发布求助');
  expect(phone.asked.at(-1)).toMatchObject({
    name: 'navigateTo',
    options: { url: '/packages/publish/pages/publish-need/publish-need?items=ibuprofen' },
  });
  expect(phone.run(`wx.getStorageSync('place.chosen').name`)).toBe('湖南省长沙市岳麓区');
});

test('what the service still says of an ended post counts more than its card', async () => {
  const place = { point: [113, 28.2], adcode: '430102' };
  const phone = await open(`id=${spare.id}&card=spare.430104.ibuprofen`, {
    'share.endedPost': answers({ board: 'need', items: ['antigen-test'], regionLabel: '芙蓉区', place }),
  });
  expect(phone.calls).toContainEqual({
    name: 'search.nearby',
    input: expect.objectContaining({ board: 'need', items: ['antigen-test'], place }),
  });
});

test.each(['id=', 'id=abc', ''])('a link that lost its end (%p) says so and leads on', async (query) => {
  const phone = await open(query, {
    'posts.read': refuses('invalid-input', '填写的内容有误，请检查后再试。', 'after-change'),
  });
  expect(phone.has('这条信息不存在，或已经被删除。')).toBe(true);
  expect(phone.has('发布求助')).toBe(true);
});

test('a post is shared with what it is about', async () => {
  const phone = await open(`id=${spare.id}`, { 'posts.read': answers(spare) });
  const query = `id=${spare.id}&card=spare.${spare.region.adcode}.ibuprofen`;
  expect(phone.run('getCurrentPages().at(-1).onShareTimeline().query')).toBe(query);
  expect(phone.run('getCurrentPages().at(-1).onShareAppMessage().path')).toBe(
    `/packages/post/pages/post/post?${query}`,
  );
  expect(phone.has('转发给别人')).toBe(true);
});

test.each(['pending', 'hidden', 'withdrawn', 'fulfilled'])(
  'a post that is %s is not offered for sharing, because only its owner can open it',
  async (status) => {
    const phone = await open(`id=${spare.id}`, { 'posts.read': answers({ ...spare, status }) });
    expect(phone.has('发布人')).toBe(true);
    expect(phone.has('转发给别人')).toBe(false);
    expect(phone.has('打印二维码')).toBe(false);
  },
);

test('a post that was refused by an overloaded service is asked for again by itself', async () => {
  const functions: NonNullable<MountOptions['functions']> = {
    'posts.read': refuses('busy', '现在用的人太多了。', 'now'),
  };
  const phone = await open(`id=${spare.id}`, functions);
  expect(phone.has('现在用的人太多了。会自动再试，请稍等。')).toBe(true);
});
