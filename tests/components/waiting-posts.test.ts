import { emptyBody } from '../../cloudfunctions/shared/contract/post-body';
import { answers, refuses } from './fixtures';
import { mount, type MountOptions, type Mounted } from './mount';

const waiting = {
  board: 'need',
  draft: {
    ...emptyBody,
    clientToken: 'a'.repeat(32),
    items: [{ code: 'thermometer', quantity: 1, unit: '支' }],
    place: {
      kind: 'region',
      name: '岳麓区',
      regionLabel: '岳麓区',
      place: { point: [112.9, 28.2], adcode: '430104' },
    },
    note: '急用',
    portions: 2,
  },
  refusal: '',
};

async function withWaiting(functions: MountOptions['functions'] = {}): Promise<Mounted> {
  const wxml = '<waiting-posts wx:if="{{on}}" bind:sent="heard" />';
  const phone = await mount(wxml, { data: { on: false }, functions });
  phone.run(`wx.setStorageSync('outbox.posts', ${JSON.stringify([waiting])})`);
  await phone.set({ on: true });
  return phone;
}
const left = (phone: Mounted) => phone.run("wx.getStorageSync('outbox.posts').length");

test('shows the waiting post, which still waits without a network', async () => {
  const phone = await withWaiting();
  expect(phone.has('求助：体温计1支')).toBe(true);
  await phone.tap('现在再试');
  expect(phone.has('还没发出，会自动补发')).toBe(true);
  expect(left(phone)).toBe(1);
});

test('an overloaded service leaves the post waiting', async () => {
  const phone = await withWaiting({ 'posts.publish': refuses('busy', '现在用的人太多了。', 'now') });
  await phone.tap('现在再试');
  expect(left(phone)).toBe(1);
});

test('a sent post no longer waits', async () => {
  const phone = await withWaiting({ 'posts.publish': answers({ id: 'b'.repeat(32) }) });
  await phone.tap('现在再试');
  expect(phone.calls).toMatchObject([
    { name: 'posts.publish', input: { clientToken: waiting.draft.clientToken } },
  ]);
  expect(left(phone)).toBe(0);
  expect(phone.heard).toMatchObject([{ type: 'sent' }]);
});

test('a refused post shows the reason, is not sent again by itself, and can be changed', async () => {
  const phone = await withWaiting({
    'posts.publish': refuses('post-limit', '最多同时有 3 条。', 'after-change'),
  });
  await phone.tap('现在再试');
  expect(phone.has('最多同时有3条。')).toBe(true);
  expect(phone.has('现在再试')).toBe(false);
  await phone.tap('改一改');
  expect(left(phone)).toBe(0);
  expect(phone.run("wx.getStorageSync('draft.need').note")).toBe('急用');
  expect(phone.asked).toMatchObject([
    { name: 'navigateTo', options: { url: '/packages/publish/pages/publish-need/publish-need' } },
  ]);
});

test('is dropped after a question', async () => {
  const phone = await withWaiting();
  await phone.tap('不发了');
  await phone.tap('再想想');
  expect(left(phone)).toBe(1);
  await phone.tap('不发了');
  phone.run("document.querySelectorAll('button').forEach((b) => b.textContent === '不发了' && b.click())");
  await phone.settle();
  expect(left(phone)).toBe(0);
});
