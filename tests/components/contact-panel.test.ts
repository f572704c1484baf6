import { answers, contact, nowMs, quota, refuses } from './fixtures';
import { mount, type MountOptions } from './mount';

const panel = `<contact-panel contact="{{contact}}" quota="{{quota}}" now-ms="{{nowMs}}" bind:changed="heard" />`;
const open = (changes: object = {}, functions: MountOptions['functions'] = {}) =>
  mount(panel, { data: { contact: { ...contact, ...changes }, quota, nowMs }, functions });
const ended = { contact: { ...contact, state: 'ended' }, quota, nowMs };

test('an open contact shows its number and asks what came of it', async () => {
  const phone = await open();
  expect(phone.text()).toContain('17000000001');
  expect(phone.has('联系得怎么样？')).toBe(true);
});

const minutesAgo = (minutes: number) => ({ askedAtMs: nowMs - minutes * 60_000 });

test.each([
  ['dialled', '拨打电话'],
  ['copied', '复制'],
  ['used in another way, as its viewer says', '联系过了，说说结果'],
  ['passed over for a message', '不用说话，发消息'],
])('a new number is asked about once it is %s', async (_how, button) => {
  const phone = await open(minutesAgo(1));
  for (const text of ['联系得怎么样？', '联系好了，结束']) expect(phone.has(text)).toBe(false);
  await phone.tap(button);
  for (const text of ['联系得怎么样？', '联系好了，结束']) expect(phone.has(text)).toBe(true);
  expect(phone.has('联系过了，说说结果')).toBe(false);
});

test.each([
  ['a quarter of an hour after it came', minutesAgo(15)],
  ['when its outcome is known', { ...minutesAgo(1), outcome: 'no-answer' }],
  ['when the contact has ended', { ...minutesAgo(1), state: 'ended' }],
])('an unused number is asked about %s', async (_when, changes) => {
  const phone = await open(changes);
  expect(phone.has('联系得怎么样？')).toBe(true);
});

test('finishing asks first, then ends the contact', async () => {
  const phone = await open({}, { 'contact.done': answers(ended) });
  await phone.tap('联系好了，结束');
  expect(phone.calls).toEqual([]);
  await phone.tap('结束');
  expect(phone.calls).toEqual([{ name: 'contact.done', input: { id: contact.id } }]);
  expect(phone.heard).toEqual([{ type: 'changed', detail: ended }]);
});

test('cancelling ends nothing', async () => {
  const phone = await open();
  await phone.tap('联系好了，结束');
  await phone.tap('再等等');
  expect(phone.calls).toEqual([]);
});

test('reporting an outcome says when it gives a contact back', async () => {
  const answer = { contact: { ...contact, outcome: 'received' }, quota: { ...quota, left: 5 }, nowMs };
  const phone = await open({}, { 'contact.outcome': answers(answer) });
  await phone.tap('拿到了');
  expect(phone.calls).toEqual([{ name: 'contact.outcome', input: { id: contact.id, outcome: 'received' } }]);
  expect(phone.heard).toEqual([{ type: 'changed', detail: answer }]);
  expect(phone.has('已记下，还您一次联系机会')).toBe(true);
});

test('a refusal is shown in its own words and changes nothing', async () => {
  const phone = await open(
    {},
    { 'contact.outcome': refuses('contact-pending', '号码正在接通，请稍等。', 'now') },
  );
  await phone.tap('拿到了');
  expect(phone.has('号码正在接通，请稍等。')).toBe(true);
  expect(phone.heard).toEqual([]);
});

test('without a free number the user may try again', async () => {
  const can = { call: false, finish: true, report: false, retry: true };
  const answer = { contact, quota, nowMs };
  const waiting = { state: 'call-back', isReachable: false, masked: null, can } as const;
  const phone = await open(waiting, { 'contact.request': answers(answer) });
  expect(phone.text()).toContain('已经请对方给您回电');
  await phone.tap('再试试要号码');
  expect(phone.calls).toEqual([{ name: 'contact.request', input: { postId: contact.postId } }]);
  expect(phone.heard).toEqual([{ type: 'changed', detail: answer }]);
});

test('a viewer who waits for a call back reads that there is a number now', async () => {
  const can = { call: false, finish: true, report: false, retry: true };
  const phone = await open({ state: 'call-back', isReachable: true, masked: null, can });
  expect(phone.text()).toContain('现在可以要号码，直接打给TA。');
  expect(phone.text()).not.toContain('现在不能直接打给TA');
  expect(phone.has('获取号码')).toBe(true);
});
