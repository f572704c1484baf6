import { execFileSync } from 'node:child_process';
import { answers, campaign, nowMs, nothingWaits, refuses, self } from './fixtures';
import { mount, openPage } from './mount';

const page = 'packages/help/pages/help/help';
const own = (messages: object[]) => answers({ messages, left: 4, nowMs });
const sent = {
  id: 'a'.repeat(32),
  kind: 'how',
  text: '怎么改地方',
  sentAtMs: nowMs - 60_000,
  answer: null,
  answeredAtMs: null,
};

test('common questions are answered without a network', async () => {
  const phone = await openPage(page);
  await phone.tap('怎么找药？');
  expect(phone.text()).toContain('离得近的在前面');
  await phone.tap('这种药我能吃吗？吃多少？');
  expect(phone.text()).not.toContain('离得近的在前面');
  await phone.tap('看用药指南');
  expect(phone.asked).toMatchObject([{ options: { url: '/packages/guide/pages/guide/guide' } }]);
});

test('120 is one tap away', async () => {
  const phone = await openPage(page);
  await phone.tap('情况危急：打 120');
  expect(phone.asked).toMatchObject([{ name: 'makePhoneCall', options: { phoneNumber: '120' } }]);
});

test('what helps against the error that led here is open at once', async () => {
  const phone = await openPage(`${page}?error=verification-no-record`);
  expect(phone.text()).toContain('走“其他证件”，拍照由人核对');
});

test('a message is sent with what it is about, and is listed until it is answered', async () => {
  const phone = await openPage(`${page}?error=carrier-down`, {
    functions: {
      'moderation.myFeedback': own([]),
      'moderation.sendFeedback': own([sent, { ...sent, id: 'b'.repeat(32), answer: '点“修改”。' }]),
    },
  });
  await phone.type('写给管理员的话', '怎么改地方');
  await phone.tap('实名、停用');
  await phone.tap('发给管理员');
  expect(phone.calls.at(-1)).toEqual({
    name: 'moderation.sendFeedback',
    input: { kind: 'account', text: '怎么改地方', error: 'carrier-down' },
  });
  for (const words of ['收到了', '我写过的', '还没有答复', '答复：点“修改”。'])
    expect(phone.text()).toContain(words);
});

test('a message that is refused says why, and is kept', async () => {
  const sentence = '“13812345678”像是手机号。去掉就能发。';
  const phone = await openPage(page, {
    functions: {
      'moderation.myFeedback': own([]),
      'moderation.sendFeedback': refuses('note-to-clean', sentence, 'after-change'),
    },
  });
  await phone.tap('发给管理员');
  expect(phone.has('请先写一句话。')).toBe(true);
  await phone.type('写给管理员的话', '打 13812345678');
  await phone.tap('发给管理员');
  expect(phone.has(sentence)).toBe(true);
  expect((phone.find('写给管理员的话') as unknown as { value: string }).value).toBe('打 13812345678');
});

const room = 'packages/review/pages/feedback/feedback';
const waiting = {
  id: 'c'.repeat(32),
  kind: 'broken',
  text: '一直转圈',
  error: 'carrier-down',
  sentAtMs: nowMs - 3_600_000,
};
const queue = (messages: object[]) => answers({ messages, waiting: messages.length, nowMs });
const names = answers({ names: [{ name: '造口袋', people: 12 }], hidden: 3, fromPeople: 5 });

test('operators read messages and missing names, and answer with a tap', async () => {
  const phone = await openPage(room, {
    functions: {
      'moderation.waitingFeedback': queue([waiting]),
      'moderation.missingNames': names,
      'moderation.answerFeedback': queue([]),
    },
  });
  for (const words of ['1条在等答复', '出错了·carrier-down·1小时前', '造口袋12人', '还有3个名字'])
    expect(phone.text()).toContain(words);
  await phone.tap('答复：一直转圈');
  await phone.tap('收到了，谢谢您。我们会改。');
  await phone.tap('答复');
  expect(phone.calls.at(-1)).toEqual({
    name: 'moderation.answerFeedback',
    input: { id: waiting.id, answer: '收到了，谢谢您。我们会改。' },
  });
  expect(phone.has('没有在等答复的。')).toBe(true);
});

test('what waits in the rooms is counted at their entrances', async () => {
  const entrances = '<trust-entrances self="{{self}}" rooms="{{rooms}}" />';
  const operator = { ...self, role: 'operator', can: { ...self.can, checkDocuments: true } };
  const phone = await mount(entrances, {
    data: { self: operator, rooms: { items: 0, documents: 3, messages: 2 } },
  });
  for (const words of ['证件核验3条在等', '用户反馈2条在等', '志愿者审核一条一条看'])
    expect(phone.text()).toContain(words);
  await phone.set({ rooms: nothingWaits.rooms });
  expect(phone.text()).not.toContain('条在等');
});

test('help is reached from 我的', async () => {
  const phone = await mount('<trust-entrances self="{{self}}" />', { data: { self } });
  await phone.tap('帮助与反馈');
  expect(phone.asked).toMatchObject([{ options: { url: '/packages/help/pages/help/help' } }]);
});

test('a name that is not listed is counted with one tap', async () => {
  const search = `<catalogue-list campaign="{{campaign}}" />`;
  const phone = await mount(search, {
    data: { campaign },
    functions: { 'moderation.missName': answers({ isCounted: true }) },
  });
  await phone.type('药名或牌子', '造口袋');
  await phone.tap('告诉管理员缺这个');
  expect(phone.calls).toEqual([{ name: 'moderation.missName', input: { name: '造口袋' } }]);
  expect(phone.text()).toContain('记下了，谢谢');
  await phone.type('药名或牌子', '布洛芬');
  expect(phone.has('告诉管理员缺这个')).toBe(false);
});

test('no error is said in a window without the way to help', () => {
  const sources = execFileSync('git', ['grep', '-h', 'showCancel: false', '--', 'miniprogram'], {
    encoding: 'utf8',
  });
  expect(sources.split('\n').filter((line) => /没有成功|没有发|没有删除|message/.test(line))).toEqual([]);
});
