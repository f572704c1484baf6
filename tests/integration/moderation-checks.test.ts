import type { OpenApiProvider } from 'cloudbase-local';
import { aDraft, yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import { output, startProduct, type Product } from './product';

/** The present behaviour of WeChat's check: answers by its words, an error of its own, or no answer. */
let trouble: number | 'silent' | null = null;
let asked = 0;
const troubled =
  (openApi: OpenApiProvider): OpenApiProvider =>
  async (name, args, caller) => {
    // Asked in any case, because the simulated WeChat learns from it that the person uses the program, which WeChat
    // requires.
    const answer = await openApi(name, args, caller);
    if (!name.endsWith('msgSecCheck')) return answer;
    asked += 1;
    if (trouble === 'silent') return new Promise(() => undefined);
    return trouble === null ? answer : { errcode: trouble, errmsg: 'trouble' };
  };

let product: Product;
beforeAll(async () => {
  product = await startProduct({}, {}, troubled);
});
afterAll(() => product.close());
beforeEach(() => {
  trouble = null;
});

let people = 0;
const publish = async (note: string) => {
  const owner = await product.enrol(`writer-${(people += 1)}`);
  return { owner, answer: await product.call('posts', 'publish', aDraft('need', { note }), owner) };
};
const minutes = async (count: number) => {
  for (let at = 0; at < count; at += 1) await product.cloud.clock.advance(61_000, { fire: 'once' });
};
const statusOf = async (id: string, owner: string) =>
  output(await product.call('posts', 'read', { id }, owner)).status;
const listed = async () =>
  output(await product.call('search', 'nearby', { board: 'need', place: yuelu, pageSize: 50 })).posts.map(
    ({ id }) => id,
  );

test('a risky text is refused, a doubtful one waits, the others are published', async () => {
  expect((await publish('老人发烧，想要布洛芬')).answer).toMatchObject({ output: { status: 'published' } });
  expect((await publish('孩子发烧，王八蛋都走开')).answer).toMatchObject({
    error: { code: 'content-refused', field: 'note' },
  });
  expect((await publish('老人发烧，老偏方神效也没用，求布洛芬')).answer).toMatchObject({
    output: { status: 'pending', review: { why: ['platform-doubtful'] } },
  });
});

test.each([[-1], [45009], [44991], [61010], ['silent' as const]])(
  'while WeChat answers %p no unchecked text is public; it is published automatically afterwards',
  async (now) => {
    trouble = now;
    const { answer, owner } = await publish('老人发烧，想要布洛芬');
    const { id, review } = output(answer);
    expect(review).toMatchObject({ state: 'waiting', why: ['platform-unchecked'] });
    expect(review?.sentence).toContain('系统会自动再查');
    if (now !== 'silent') await minutes(2);
    expect(await listed()).not.toContain(id);
    // Without a note there is nothing to check.
    expect(output((await publish('')).answer).status).toBe('published');
    trouble = null;
    await minutes(11);
    // The simulated WeChat, like the real one, checks only for people who used the program within two hours.
    expect(await statusOf(id, owner)).toBe('published');
    expect(await listed()).toContain(id);
  },
);

test('a text that was not checked is refused when it turns out risky', async () => {
  trouble = -1;
  const { answer, owner } = await publish('孩子发烧，王八蛋都走开');
  const { id } = output(answer);
  trouble = null;
  await minutes(6);
  expect(await statusOf(id, owner)).toBe('rejected');
});

test('sixty posts of an outage drain within minutes, and a dead WeChat is asked a few times a run', async () => {
  trouble = -1;
  const sent = await Promise.all(Array.from({ length: 60 }, () => publish('老人发烧，想要布洛芬')));
  const ids = sent.map(({ answer }) => output(answer).id);
  asked = 0;
  await minutes(3);
  expect(asked).toBeLessThan(3 * 40);
  trouble = null;
  await minutes(12);
  const states = await Promise.all(sent.map(({ owner }, at) => statusOf(ids[at] ?? '', owner)));
  expect(states.filter((status) => status !== 'published')).toEqual([]);
});

test('an account that was away too long holds up no other text, and its owner is asked once to open the program', async () => {
  trouble = -1;
  const stale = await Promise.all(Array.from({ length: 30 }, () => publish('老人发烧，想要布洛芬')));
  await product.cloud.clock.advance(3 * 3_600_000, { fire: 'once' });
  const { answer, owner } = await publish('孩子发烧，想要美林');
  trouble = null;
  await minutes(3);
  expect(await statusOf(output(answer).id, owner)).toBe('published');
  const [one] = stale;
  const { id } = output((one ?? { answer }).answer);
  expect(await statusOf(id, one?.owner ?? '')).toBe('pending');
  await minutes(25);
  const news = output(await product.call('news', 'mine', {}, one?.owner ?? '')).news;
  expect(news.map(({ postId, facts }) => [postId, facts.choice])).toEqual([[id, 'stale']]);
  // Writing shows that the person uses the program again.
  output(
    await product.call('posts', 'publish', aDraft('spare', { note: '家里多的，可以自取' }), one?.owner ?? ''),
  );
  await minutes(12);
  expect(await statusOf(id, one?.owner ?? '')).toBe('published');
}, 60_000);
