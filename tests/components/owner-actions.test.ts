import { answers, refuses, spare } from './fixtures';
import { mount, type MountOptions } from './mount';

const actions = '<owner-actions post="{{post}}" bind:changed="heard" bind:stale="heard" />';
const open = (functions: MountOptions['functions'] = {}, post = spare) =>
  mount(actions, { data: { post }, functions });

test('only the actions that the server allows can be tapped', async () => {
  const phone = await open();
  expect(phone.text()).toBe('送出1份全部送完撤回');
});

test('an open post can be changed, and what its form answers is the changed post', async () => {
  const phone = await open({}, { ...spare, can: { ...spare.can, correct: true } });
  await phone.tap('修改');
  expect(phone.asked).toMatchObject([
    {
      name: 'navigateTo',
      options: { url: `/packages/publish/pages/publish-spare/publish-spare?edit=${spare.id}` },
    },
  ]);
});

test('an ended post can be published again: the form opens with what it said, at its public place', async () => {
  const can = { ...spare.can, give: false, fulfil: false, withdraw: false };
  const phone = await open({}, { ...spare, status: 'expired', can });
  expect(phone.text()).toBe('再发一次');
  await phone.tap('再发一次');
  const draft = phone.run("wx.getStorageSync('draft.spare')") as Record<string, unknown>;
  expect(draft).toMatchObject({
    note: spare.note,
    groups: spare.groups,
    place: { place: { point: spare.publicPoint, adcode: spare.region.adcode } },
  });
  expect(draft.clientToken).toMatch(/^.{16,64}$/);
  expect(phone.asked).toMatchObject([{ name: 'navigateTo' }]);
});

test('giving one portion of several needs no question and answers the changed post', async () => {
  const changed = { ...spare, portions: { total: 3, left: 1 } };
  const phone = await open({ 'posts.give': answers(changed) });
  await phone.tap('送出1份');
  expect(phone.calls).toEqual([{ name: 'posts.give', input: { id: spare.id, leftBefore: 2, leftAfter: 1 } }]);
  expect(phone.heard).toEqual([{ type: 'changed', detail: { post: changed } }]);
  expect(phone.has('已记下')).toBe(true);
});

test('withdrawing asks first', async () => {
  const phone = await open({ 'posts.withdraw': answers({ ...spare, status: 'withdrawn' }) });
  await phone.tap('撤回');
  await phone.tap('再想想');
  expect(phone.calls).toEqual([]);
  await phone.tap('撤回');
  await phone.tap('确定');
  expect(phone.calls).toEqual([{ name: 'posts.withdraw', input: { id: spare.id } }]);
});

test.each(['post-changed', 'gift-final'])(
  'after %s the post is stale, and the user reads why',
  async (code) => {
    const phone = await open({ 'posts.give': refuses(code, '这条信息刚刚变了。', 'after-change') });
    await phone.tap('送出1份');
    expect(phone.has('这条信息刚刚变了。')).toBe(true);
    expect(phone.heard).toEqual([{ type: 'stale' }]);
  },
);
