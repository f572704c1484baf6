import { groupWarnings } from '../../miniprogram/presenters/item/item-warnings';
import { answers, campaign, nowMs, self, spare } from './fixtures';
import { mount, openPage } from './mount';

const box = '<medicine-warnings lines="{{lines}}" />';

test('warnings are heard as an alert and lead to the guide', async () => {
  const phone = await mount(box, { data: { lines: groupWarnings(['ibuprofen'], ['pregnant'], campaign) } });
  expect(phone.text()).toContain('怀孕时不要吃布洛芬');
  await phone.tap('看用药指南');
  expect(phone.asked).toMatchObject([
    { name: 'navigateTo', options: { url: '/packages/guide/pages/guide/guide' } },
  ]);
});

test('without warnings nothing is drawn', async () => {
  const phone = await mount(box, { data: { lines: [] } });
  expect(phone.text()).toBe('');
});

const functions = {
  'search.campaign': answers({ version: 'of a test', campaign }),
  'identity.me': answers(self),
  'contact.interest': answers({ posts: [], nowMs }),
};

test('the need form warns a pregnant woman of ibuprofen as soon as both are chosen, and no longer when one is gone', async () => {
  const phone = await openPage('packages/publish/pages/publish-need/publish-need', { functions });
  await phone.tap('孕产妇');
  expect(phone.text()).not.toContain('怀孕时不要吃布洛芬');
  await phone.tap('添加需要的药');
  await phone.tap('布洛芬（胶囊、片）');
  expect(phone.text()).toContain('怀孕时不要吃布洛芬');
  await phone.tap('去掉布洛芬（胶囊、片）');
  expect(phone.text()).not.toContain('怀孕时不要吃布洛芬');
});

test('an opened post shows the warnings of its items for its groups', async () => {
  const post = { ...spare, board: 'need', portions: null, groups: ['infant'], mine: false };
  const phone = await openPage('packages/post/pages/post/post', {
    functions: { ...functions, 'posts.read': answers(post) },
  });
  expect(phone.text()).toContain('不到6个月的宝宝不能用布洛芬');
});
