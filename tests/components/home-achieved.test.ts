import { answers } from './fixtures';
import { openPage } from './mount';

const achieved = (solved: number | null) => ({
  'search.achieved': answers({
    region: 'nation',
    days: [],
    total: { need: 40, spare: 30, solved, contactMinutes: null, helpMinutes: null },
    below: [],
    items: [],
  }),
});
const home = (functions: NonNullable<Parameters<typeof openPage>[1]>['functions'] = {}) =>
  openPage('pages/home/home', { functions });

test('home says how many needs were solved, and leads to the page', async () => {
  const phone = await home(achieved(23));
  await phone.tap('这一周解决了 23 个求助');
  expect(phone.asked).toMatchObject([
    { name: 'navigateTo', options: { url: '/packages/achieved/pages/achieved/achieved' } },
  ]);
});

test('home asks once in half a day', async () => {
  const phone = await home(achieved(23));
  const asked = () => phone.calls.filter(({ name }) => name === 'search.achieved').length;
  phone.run(`wx.reLaunch({ url: '/pages/home/home' })`);
  await phone.settle();
  expect(phone.has('这一周解决了 23 个求助')).toBe(true);
  expect(asked()).toBe(1);
});

test.each([
  ['the number is not shown', achieved(null)],
  ['there is no network', {}],
])('where %s, home leads there without a number', async (_case, functions) => {
  const phone = await home(functions);
  expect(phone.has('大家一起做到的')).toBe(true);
});
