import { answers, caller, campaign, contact, nowMs, refuses } from './fixtures';
import { openPage } from './mount';

const page = `packages/trust/pages/talk/talk?id=${contact.id}`;
const said = [
  { side: 'viewer' as const, saying: { kind: 'sentence' as const, code: 'no-voice' }, atMs: nowMs - 120_000 },
  {
    side: 'poster' as const,
    saying: {
      kind: 'plan' as const,
      way: 'contactless' as const,
      place: 'locker',
      day: '2022-12-21',
      hours: 'morning',
    },
    atMs: nowMs - 60_000,
  },
];
const asViewer = { contact, caller: null, said, left: 9, nowMs };
const asGiver = {
  contact: null,
  caller: { ...caller, state: 'open', ringsAs: '0001' },
  said,
  left: 9,
  nowMs,
};

const open = (talk: object, functions: object = {}) =>
  openPage(page, {
    functions: {
      'contact.talk': answers(talk),
      'search.campaign': answers({ version: 'of a test', campaign }),
      ...functions,
    },
  });

test('the viewer reads both sides, and has the sentences of one who takes', async () => {
  const phone = await open(asViewer);
  expect(phone.text()).toContain('我说不出话，请在这里点句子');
  expect(phone.text()).toContain('无接触·快递柜·明天8–10点');
  expect(phone.has('药还有吗？')).toBe(true);
  expect(phone.has('已经放好了，请来拿')).toBe(false);
});

test('the giver reads for whom it is and which number will ring', async () => {
  const phone = await open(asGiver);
  expect(phone.text()).toContain('给老人，家里3人病了');
  expect(phone.text()).toContain('尾号0001');
  expect(phone.has('已经放好了，请来拿')).toBe(true);
});

test('one tap says a sentence', async () => {
  const phone = await open(asViewer, { 'contact.say': answers(asViewer) });
  await phone.tap('药还有吗？');
  expect(phone.calls.at(-1)).toEqual({
    name: 'contact.say',
    input: { id: contact.id, saying: { kind: 'sentence', code: 'still-there' } },
  });
});

test('one tap asks to be notified of the reply', async () => {
  const left = { contact: 0, match: 0, result: 1 };
  const phone = await open(asViewer, { 'news.accepted': answers({ left }) });
  expect(phone.has('对方回复时通知我')).toBe(false);
  phone.run("wx.setStorageSync('messages.templates', [{ name: 'result', id: 'T3' }])");
  phone.run(`wx.reLaunch({ url: '/${page}' }); undefined`);
  await phone.settle();
  await phone.tap('对方回复时通知我');
  await phone.tap('允许');
  expect(phone.calls.at(-1)).toEqual({ name: 'news.accepted', input: { templates: ['result'] } });
});

test('a plan is tapped together, and what is missing is said', async () => {
  const phone = await open(asGiver, { 'contact.say': answers(asGiver) });
  await phone.tap('约地点和时间');
  await phone.tap('无接触');
  await phone.tap('发给对方');
  expect(phone.has('请点一下在哪里')).toBe(true);
  await phone.tap('保安室');
  await phone.tap('明天');
  await phone.tap('18–20点');
  await phone.tap('发给对方');
  expect(phone.calls.at(-1)).toEqual({
    name: 'contact.say',
    input: {
      id: contact.id,
      saying: { kind: 'plan', way: 'contactless', place: 'guard', day: '2022-12-21', hours: 'evening' },
    },
  });
});

test('a refusal is read in its own words', async () => {
  const phone = await open(asViewer, { 'contact.say': refuses('said-enough', '您说得很多了。', 'later') });
  await phone.tap('可以');
  expect(phone.has('您说得很多了。')).toBe(true);
});

test('a contact that is over offers nothing to say', async () => {
  const over = { ...asViewer, contact: { ...contact, state: 'ended', can: { ...contact.can, say: false } } };
  const phone = await open(over);
  expect(phone.has('约地点和时间')).toBe(false);
  expect(phone.text()).toContain('不能再发消息');
});

const hourAgo = { ...contact, askedAtMs: nowMs - 3_600_000 };

test.each([
  ['拿到了', 'received'],
  ['没接通', 'no-answer'],
  ['已送完', 'already-gone'],
])('an hour after the number one tap says %s', async (text, outcome) => {
  const phone = await open(
    { ...asViewer, contact: hourAgo },
    { 'contact.outcome': answers({ contact: { ...hourAgo, outcome }, quota: {}, nowMs }) },
  );
  expect(phone.has('药拿到了吗？')).toBe(true);
  await phone.tap(text);
  expect(phone.calls.find(({ name }) => name === 'contact.outcome')?.input).toEqual({
    id: contact.id,
    outcome,
  });
});

test('nothing is asked before the call can have been made, nor of what was answered', async () => {
  const soon = { ...contact, askedAtMs: nowMs - 60_000 };
  expect((await open({ ...asViewer, contact: soon })).has('药拿到了吗？')).toBe(false);
  const answered = { ...hourAgo, outcome: 'other' as const };
  expect((await open({ ...asViewer, contact: answered })).has('药拿到了吗？')).toBe(false);
});

test('a giver who is asked whether the medicine arrived reads that first, and no more steps before it', async () => {
  const asked = {
    ...caller,
    state: 'open',
    isAsked: true,
    can: { ...caller.can, confirm: true, settle: true },
  };
  const phone = await open({ ...asGiver, caller: asked });
  expect(phone.text()).toMatch(/^TA说拿到了，减1份？给了，减1份给了，已经减过没有给TA/);
  expect(phone.text()).not.toContain('接下来');
  expect((await open(asGiver)).text()).toContain('接下来');
});
