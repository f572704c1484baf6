import { listedPost } from '../../cloudfunctions/shared/domain/listed-post';
import { storedFieldsOf } from '../../cloudfunctions/shared/testing/a-post';
import { campaign, nowMs, spare } from './fixtures';
import { mount } from './mount';

const query = { board: 'spare', items: ['ibuprofen'], place: { point: [112.9, 28.2], adcode: '430104' } };
const found = (id: string, band: number) =>
  listedPost(storedFieldsOf({ ...spare, id }), { band, reach: 'city' });
const names = { ibuprofen: '布洛芬' };

const open = (posts: object[], except = '') =>
  mount('<nearby-posts query="{{query}}" except="{{except}}" heading="现在就有人有：" />', {
    data: { query, except },
    functions: {
      'search.nearby': () => ({ ok: true, output: { posts, names, nextCursor: null, nowMs } }),
      'search.campaign': () => ({ ok: true, output: { version: 'of a test', campaign } }),
    },
  });

test('the nearest matching posts are shown under their distance, and a tap opens one', async () => {
  const phone = await open([found('a'.repeat(32), 1), found('b'.repeat(32), 1)]);
  expect(phone.text()).toMatch(/^现在就有人有：2公里内布洛芬4粒/);
  expect(phone.calls.find(({ name }) => name === 'search.nearby')?.input).toMatchObject(query);
  await phone.tap('布洛芬 4粒');
  expect(phone.asked[0]).toMatchObject({ name: 'navigateTo' });
});

test('neither the post itself nor distant posts are shown', async () => {
  const phone = await open([found('a'.repeat(32), 0), found('b'.repeat(32), 7)], 'a'.repeat(32));
  expect(phone.text()).toBe('');
});

test('without an answer nothing is shown', async () => {
  const phone = await mount('<nearby-posts query="{{query}}" heading="现在就有人有：" />', {
    data: { query },
  });
  expect(phone.text()).toBe('');
});
