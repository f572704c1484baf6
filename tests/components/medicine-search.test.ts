import { campaign } from './fixtures';
import { mount, openPage } from './mount';

const open = (flat = false, board = 'spare') =>
  mount('<medicine-search campaign="{{campaign}}" flat="{{flat}}" board="{{board}}" bind:pick="heard" />', {
    data: { campaign, flat, board },
  });

test('the most wanted items are one tap away', async () => {
  const phone = await open();
  await phone.tap('布洛芬');
  expect(phone.heard).toEqual([{ type: 'pick', detail: { code: 'ibuprofen' } }]);
});

test('on a board its chips say whose posts they show', async () => {
  expect((await open(true, 'need')).has('谁缺布洛芬')).toBe(true);
});

test.each([false, true])(
  'a tap on the search opens the page that knows every name (flat: %s)',
  async (flat) => {
    const phone = await open(flat);
    await phone.tap('找药：药名、牌子、症状');
    expect(phone.asked).toMatchObject([
      { name: 'navigateTo', options: { url: '/packages/find/pages/find/find?picked=' } },
    ]);
  },
);

test('that page finds a medicine by any name', async () => {
  const phone = await openPage('packages/find/pages/find/find');
  await phone.type('药名或牌子', '泰诺林');
  expect(phone.has('对乙酰氨基酚混悬液（儿童）')).toBe(true);
  expect(phone.has('布洛芬混悬液（儿童）')).toBe(false);
});
