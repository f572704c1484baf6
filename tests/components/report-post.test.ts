import { answers, nowMs, refuses, spare } from './fixtures';
import { mount, type MountOptions } from './mount';

const link = `<report-post post-id="{{id}}" token="{{token}}" />`;
const open = (functions: MountOptions['functions'] = {}, token = 't') =>
  mount(link, { data: { id: spare.id, token }, functions });
const report = {
  id: 'c'.repeat(32),
  about: 'post',
  postId: spare.id,
  board: 'spare',
  summary: '布洛芬',
  reason: 'asked-for-money',
  state: 'received',
  sentence: '已收到，会有人来看。',
  reportedAtMs: nowMs,
  handledAtMs: null,
};

test.each([
  ['t', 't'],
  ['', null],
])('a report carries its reason and the token %j', async (token, sent) => {
  const phone = await open({ 'moderation.report': answers({ report, nowMs }) }, token);
  await phone.tap('举报这条信息');
  await phone.tap('要钱');
  await phone.tap('举报');
  expect(phone.calls).toEqual([
    { name: 'moderation.report', input: { postId: spare.id, reason: 'asked-for-money', token: sent } },
  ]);
  expect(phone.text()).toContain('已收到，会有人来看。');
  expect(phone.has('举报这条信息')).toBe(false);
});

test('a report without a reason is asked for one', async () => {
  const phone = await open();
  await phone.tap('举报这条信息');
  await phone.tap('举报');
  expect(phone.calls).toEqual([]);
  expect(phone.has('请先选一个原因。')).toBe(true);
});

test('a refusal is read in the sheet', async () => {
  const phone = await open({ 'moderation.report': refuses('report-limit', '今天举报得太多了。') });
  await phone.tap('举报这条信息');
  await phone.tap('骂人');
  await phone.tap('举报');
  expect(phone.has('今天举报得太多了。')).toBe(true);
});

test('somebody who contacted the user is reported by the contact, with reasons of their own', async () => {
  const phone = await mount('<report-post contact-id="{{id}}" />', {
    data: { id: 'd'.repeat(32) },
    functions: { 'moderation.reportViewer': answers({ report: { ...report, about: 'viewer' }, nowMs }) },
  });
  await phone.tap('举报这个人');
  expect(phone.has('不是本人说的药')).toBe(false);
  await phone.tap('骂人、骚扰');
  await phone.tap('举报');
  expect(phone.calls).toEqual([
    { name: 'moderation.reportViewer', input: { id: 'd'.repeat(32), reason: 'rude' } },
  ]);
  expect(phone.has('举报这个人')).toBe(false);
});
