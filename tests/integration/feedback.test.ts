import { randomUUID } from 'node:crypto';
import { campaign } from '../../local/seed/catalogue';
import { booksOf, documents } from './contact-ledger';
import { output, personIdOf, startProduct, type Product } from './product';

/** Whether WeChat's check gives no verdict. */
let isDown = false;
let product: Product;
let operator: string;
beforeAll(async () => {
  product = await startProduct({}, {}, (openApi) => async (name, args, caller) => {
    const answered = await openApi(name, args, caller);
    return isDown && name.endsWith('msgSecCheck') ? { errcode: -1, errmsg: 'system error' } : answered;
  });
  operator = await product.enrol('operator', { role: 'operator' });
});
afterAll(() => product.close());

const send = (openid: string, text: string, error: string | null = null) =>
  product.call('moderation', 'sendFeedback', { kind: 'broken', text, error }, openid);
const own = async (openid: string) => output(await product.call('moderation', 'myFeedback', {}, openid));
const waiting = async () => output(await product.call('moderation', 'waitingFeedback', {}, operator));
const answer = (id: string, words: string, by = operator) =>
  product.call('moderation', 'answerFeedback', { id, answer: words }, by);
const newsFor = async (openid: string) => output(await product.call('news', 'mine', {}, openid)).news;
const miss = (name: string, openid: string) => product.call('moderation', 'missName', { name }, openid);
const missing = async () => output(await product.call('moderation', 'missingNames', {}, operator));

test('a stranger’s message reaches the operators without its author, and the answer reaches the stranger’s inbox', async () => {
  const stranger = `stranger-${randomUUID()}`;
  const { messages, left } = output(await send(stranger, '点获取号码没反应', 'network'));
  expect(messages).toMatchObject([{ kind: 'broken', text: '点获取号码没反应', answer: null }]);
  expect(left).toBe(campaign.limits.feedbackPerDay - 1);
  const queue = await waiting();
  const [message] = queue.messages.filter(({ text }) => text === '点获取号码没反应');
  expect(message).toMatchObject({ error: 'network' });
  expect(JSON.stringify(queue)).not.toContain(stranger);
  const id = message?.id ?? '';
  output(await answer(id, '已经修好了，请再试。'));
  expect((await own(stranger)).messages).toMatchObject([{ answer: '已经修好了，请再试。' }]);
  expect(await newsFor(stranger)).toMatchObject([
    { kind: 'answer', facts: { text: '已经修好了，请再试。' } },
  ]);
  expect((await waiting()).messages.map((each) => each.id)).not.toContain(id);
});

test('an answer that is sent again is one, and another operator’s is refused', async () => {
  const member = await product.enrol(randomUUID());
  const id = output(await send(member, '怎么改手机号')).messages[0]?.id ?? '';
  await Promise.all([answer(id, '点“我的数据”。'), answer(id, '点“我的数据”。')]);
  expect(await answer(id, '换个说法')).toMatchObject({ error: { code: 'feedback-answered' } });
  expect(await newsFor(member)).toHaveLength(1);
  expect(await answer('0'.repeat(32), '谢谢')).toMatchObject({ error: { code: 'not-found' } });
});

test('a blocked person may still write, from each of the person’s phones as one, and not more than the day’s number', async () => {
  const name = randomUUID();
  const phones = [
    await product.enrol(name),
    await product.enrol(`${name}-b`, { personId: personIdOf(name) }),
  ] as const;
  await product.block(phones[0]);
  const sent = await Promise.all(
    Array.from({ length: campaign.limits.feedbackPerDay + 3 }, (_, at) =>
      send(phones[at % 2 === 0 ? 0 : 1], `为什么停用我，第${'一二三四五六七八九'.charAt(at)}次问`),
    ),
  );
  expect(sent.filter(({ ok }) => ok)).toHaveLength(campaign.limits.feedbackPerDay);
  expect(sent.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'feedback-limit' } });
  expect((await own(phones[1])).left).toBe(0);
});

test('operators see how many messages wait, and a member sees no room', async () => {
  await send(`stranger-${randomUUID()}`, '还没有人答复');
  const rooms = async (openid: string) => output(await product.call('news', 'waiting', {}, openid)).rooms;
  expect(await rooms(operator)).toEqual({ items: 0, documents: 0, messages: (await waiting()).waiting });
  expect(await rooms(await product.enrol(randomUUID(), { role: 'volunteer' }))).toEqual({
    items: 0,
    documents: null,
    messages: null,
  });
  expect(await rooms(await product.enrol(randomUUID()))).toBeNull();
});

test('the same words on one day are one message', async () => {
  const stranger = `stranger-${randomUUID()}`;
  const answers = await Promise.all([1, 2, 3].map(() => send(stranger, '地图打不开')));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect((await own(stranger)).messages).toHaveLength(1);
});

test.each([
  ['请打 13812345678', '13812345678'],
  ['我的身份证 110105194912310021 验证不了', '110105194912310021'],
  ['加微信 yaofan888 说', 'yaofan888'],
  ['我住梅溪湖壹号3栋2单元1201', '3栋2单元1201'],
])('%s names something personal, and is sent back', async (text, words) => {
  const refused = await send(`stranger-${randomUUID()}`, text);
  expect(refused).toMatchObject({ error: { code: 'note-to-clean', field: 'text' } });
  expect(JSON.stringify(refused)).toContain(words);
});

test.each([
  '有人找我要 50 块钱一板',
  '为什么阿莫西林不能发',
  '验证码收不到，错误 504003',
  '我在岳麓区，第3页看不到',
  '希望加上藿香正气水和益生菌',
])('%s is heard', async (text) => {
  expect(await send(`stranger-${randomUUID()}`, text)).toMatchObject({ ok: true });
});

test('what WeChat finds risky is refused; what it does not judge reaches the operators', async () => {
  const stranger = `stranger-${randomUUID()}`;
  expect(await send(stranger, '出错了，王八蛋')).toMatchObject({ error: { code: 'content-refused' } });
  isDown = true;
  expect(await send(stranger, '出错了，王八蛋')).toMatchObject({ ok: true });
  isDown = false;
});

test('messages are erased with their author, and an answer to one who is gone finds none', async () => {
  const member = await product.enrol(randomUUID());
  const id = output(await send(member, '请删掉我')).messages[0]?.id ?? '';
  output(await product.call('identity', 'eraseMyData', { confirm: true }, member));
  expect(await answer(id, '好的')).toMatchObject({ error: { code: 'not-found' } });
  expect(await newsFor(member)).toEqual([]);
});

test('a name is shown to operators once enough people missed it, and is not stored before', async () => {
  const people = Array.from({ length: campaign.limits.peopleToShowName }, () => `misser-${randomUUID()}`);
  const last = people.pop() ?? '';
  for (const each of people) expect(output(await miss('造口袋', each))).toEqual({ isCounted: true });
  for (const each of people) output(await miss(' 造口袋 2盒', each));
  expect((await missing()).names).toEqual([]);
  expect(JSON.stringify(await documents(booksOf(product), 'missingNames'))).not.toContain('造口袋');
  output(await miss('造口袋', last));
  expect((await missing()).names).toEqual([{ name: '造口袋', people: campaign.limits.peopleToShowName }]);
  expect(JSON.stringify(await documents(booksOf(product), 'missingNames'))).not.toContain('misser');
});

test.each(['布洛芬', '阿莫西林胶囊', '退烧药', '13812345678', '药', '张三的电话一三八一二三四五六七八'])(
  '%s is no missing name',
  async (name) => {
    expect(output(await miss(name, `misser-${randomUUID()}`))).toEqual({ isCounted: false });
  },
);

test('messages and names are forgotten after the days that personal data is kept', async () => {
  await send(`stranger-${randomUUID()}`, '很久以前');
  await product.cloud.clock.advance((campaign.limits.personalDataDays + 1) * 86_400_000, { fire: 'once' });
  expect(await documents(booksOf(product), 'feedback')).toEqual([]);
  expect(await documents(booksOf(product), 'missingNames')).toEqual([]);
});
