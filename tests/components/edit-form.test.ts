import { answers, campaign, refuses, self, spare } from './fixtures';
import { openPage, type MountOptions } from './mount';

const edited = {
  ...spare,
  source: 'pharmacy',
  items: [
    {
      ...spare.items[0],
      code: 'ibuprofen',
      quantity: 4,
      unit: '粒',
      expiresOn: '2099-05',
      packaging: 'sealed',
    },
  ],
  can: { ...spare.can, correct: true },
};
const open = (functions: MountOptions['functions'] = {}) =>
  openPage(`packages/publish/pages/publish-spare/publish-spare?edit=${spare.id}`, {
    functions: {
      'posts.read': answers(edited),
      'search.campaign': answers({ version: 'of a test', campaign }),
      'identity.me': answers(self),
      ...functions,
    },
  });

test('the form of an own post shows what it says, and asks for no place', async () => {
  const phone = await open();
  expect(phone.has('保存修改')).toBe(true);
  expect(phone.text()).toContain('地点和发布时间不变');
  expect(phone.text()).not.toContain('在哪里取药');
});

test('saving sends what the form says, without a place, and leaves no draft behind', async () => {
  const phone = await open({ 'posts.correct': answers(edited) });
  await phone.tap('保存修改');
  const sent = phone.calls.find(({ name }) => name === 'posts.correct')?.input as {
    id: string;
    draft: object;
  };
  expect(sent.id).toBe(spare.id);
  expect(sent.draft).toMatchObject({ board: 'spare', note: spare.note, portions: spare.portions?.left });
  expect(Object.keys(sent.draft)).not.toContain('place');
  expect(phone.run("wx.getStorageSync('draft.spare')")).toBe('');
});

test('what is refused is said at the form', async () => {
  const phone = await open({ 'posts.correct': refuses('post-closed', '这条信息已经结束了。', 'no') });
  await phone.tap('保存修改');
  expect(phone.has('这条信息已经结束了。')).toBe(true);
});

test('a post that waits or was refused is corrected as a whole, under the reason, and sent again', async () => {
  const review = { state: 'to-correct', why: [], reason: 'selling', sinceMs: 0, isAppealed: false };
  const refused = {
    ...edited,
    status: 'pending',
    review: { ...review, sentence: '看起来是买卖、收费或交换。', expectedByMs: null, findings: [] },
  };
  const phone = await open({ 'posts.read': answers(refused), 'posts.correct': answers(refused) });
  expect(phone.has('看起来是买卖、收费或交换。')).toBe(true);
  expect(phone.has('保存修改')).toBe(false);
  await phone.type('补充说明', '免费送，放在门口');
  await phone.tap('再发一次');
  expect(phone.calls.find(({ name }) => name === 'posts.correct')?.input).toMatchObject({
    id: spare.id,
    draft: { board: 'spare', note: '免费送，放在门口', items: [{ code: 'ibuprofen', quantity: 4 }] },
  });
});
