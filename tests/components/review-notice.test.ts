import { answers, nowMs, spare } from './fixtures';
import { mount, type MountOptions } from './mount';

const review = {
  state: 'waiting',
  why: ['note-doubtful'],
  reason: null,
  sinceMs: nowMs,
  isAppealed: false,
  sentence: '说明里有几个字像广告或联系方式，改一改就能快一点。',
  expectedByMs: 4_000_000_000_000,
  findings: [{ kind: 'dealing', words: '懂的来' }],
};
const open = (changes: object, can: object, functions: MountOptions['functions'] = {}) =>
  mount('<review-notice post="{{post}}" bind:appealed="heard" />', {
    data: { post: { ...spare, review: { ...review, ...changes }, can: { ...spare.can, ...can } } },
    functions,
  });

test('a post on its board has no notice', async () => {
  const phone = await mount('<review-notice post="{{post}}" />', { data: { post: spare } });
  expect(phone.text()).toBe('');
});

test('an owner reads that the post waits, with the reason, the words and the time', async () => {
  const phone = await open({}, {});
  for (const words of ['在等志愿者看，别人还看不到', '改一改就能快一点', '懂的来', '前有结果'])
    expect(phone.text()).toContain(words);
});

test('correcting leads to the whole form', async () => {
  const phone = await open({}, { correct: true });
  await phone.tap('修改再发');
  const url = `/packages/publish/pages/publish-spare/publish-spare?edit=${spare.id}`;
  expect(phone.asked).toMatchObject([{ name: 'navigateTo', options: { url } }]);
});

test('an appeal goes to another volunteer with the owner’s words', async () => {
  const phone = await open(
    { state: 'refused', expectedByMs: null },
    { appeal: true },
    { 'moderation.appeal': answers({ review: { ...review, isAppealed: true }, nowMs }) },
  );
  await phone.tap('申诉');
  await phone.type('想对志愿者说的话', '我没有要钱');
  await phone.tap('交给另一位志愿者');
  expect(phone.calls).toEqual([
    { name: 'moderation.appeal', input: { postId: spare.id, text: '我没有要钱' } },
  ]);
  expect(phone.heard).toMatchObject([{ type: 'appealed' }]);
});
