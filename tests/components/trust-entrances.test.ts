import { self } from './fixtures';
import { mount } from './mount';

const entrances = '<trust-entrances self="{{self}}" waiting="{{waiting}}" />';
test.each([
  ['实名验证', 'verify'],
  ['我的联系', 'contacts'],
  ['谁联系了我', 'callers'],
  ['我的数据', 'my-data'],
])('%s leads to its page', async (name, page) => {
  const phone = await mount(entrances, { data: { self, waiting: 2 } });
  await phone.tap(name);
  expect(phone.asked).toEqual([
    { name: 'navigateTo', options: { url: `/packages/trust/pages/${page}/${page}` } },
  ]);
});

test.each([
  ['guest', []],
  ['member', ['当志愿者']],
  ['volunteer', ['志愿者审核']],
  ['operator', ['志愿者审核', '志愿者管理']],
] as const)('a %s sees of the review rooms %j', async (role, rooms) => {
  const phone = await mount(entrances, { data: { self: { ...self, role }, waiting: 0 } });
  const all = ['当志愿者', '志愿者审核', '志愿者管理'];
  expect(all.filter((room) => phone.has(room))).toEqual(rooms);
});

test('reports have an entrance that shows their outcome', async () => {
  const phone = await mount(entrances, { data: { self, waiting: 0 } });
  await phone.tap('我的举报');
  expect(phone.asked).toMatchObject([{ options: { url: '/packages/review/pages/reports/reports' } }]);
});

test('people that wait are counted', async () => {
  const phone = await mount(entrances, { data: { self, waiting: 2 } });
  expect(phone.has('2位在等您')).toBe(true);
});

test('unread news is counted, and leads to the inbox', async () => {
  const unread = '<trust-entrances self="{{self}}" waiting="{{0}}" unread="{{3}}" />';
  const phone = await mount(unread, { data: { self } });
  await phone.tap('3条新消息');
  expect(phone.asked).toMatchObject([{ options: { url: '/packages/news/pages/news/news' } }]);
});

test.each([
  [false, 'a member does not see'],
  [true, 'an operator sees'],
])('(%s) %s the documents to check', async (checkDocuments) => {
  const can = { ...self.can, checkDocuments };
  const phone = await mount(entrances, { data: { self: { ...self, can }, waiting: 0 } });
  expect(phone.has('证件核验')).toBe(checkDocuments);
});
