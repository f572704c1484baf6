import { aDraft, yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import { output, startProduct, type Product } from './product';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

let product: Product;
beforeEach(async () => {
  product = await startProduct({ nowMs: Date.parse('2022-12-20T10:30:00+08:00') });
});
afterEach(() => product.close());

let made = 0;
const somebody = (): Promise<string> => product.enrol(`asked-${++made}`);
const mine = async (openid: string) => output(await product.call('posts', 'mine', {}, openid)).posts[0];
const newsOf = async (openid: string) =>
  output(await product.call('news', 'mine', {}, openid)).news.map(({ kind }) => kind);
const pass = (ms: number) => product.cloud.clock.advance(ms, { fire: 'once' });

async function spareFoundEmpty(byHowMany: number): Promise<{ donor: string; id: string }> {
  const donor = await somebody();
  const { id } = output(await product.call('posts', 'publish', aDraft('spare'), donor));
  for (let count = 0; count < byHowMany; count += 1) {
    const viewer = await somebody();
    const { contact } = output(await product.call('contact', 'request', { postId: id }, viewer));
    output(await product.call('contact', 'outcome', { id: contact.id, outcome: 'already-gone' }, viewer));
  }
  return { donor, id };
}

test('two who found a spare empty ask its donor; without an answer it ends, and its numbers with it', async () => {
  const { donor } = await spareFoundEmpty(2);
  expect(await mine(donor)).toMatchObject({ question: { kind: 'gone' }, can: { keep: true } });
  expect((await newsOf(donor)).filter((kind) => kind === 'gone')).toHaveLength(1);
  await pass(115 * minuteMs);
  expect(await mine(donor)).toMatchObject({ status: 'published' });
  await pass(15 * minuteMs);
  expect(await mine(donor)).toMatchObject({ status: 'fulfilled', question: null });
  // The sweep of the next minute.
  await pass(2 * minuteMs);
  expect(product.providers.subscriptions.all()).toEqual([]);
});

test('one alone asks nothing, and a donor who still has some keeps the post', async () => {
  expect((await mine((await spareFoundEmpty(1)).donor))?.question).toBeNull();
  const { donor, id } = await spareFoundEmpty(2);
  output(await product.call('posts', 'keep', { id }, donor));
  await pass(3 * hourMs);
  expect(await mine(donor)).toMatchObject({ status: 'published', question: null });
});

test('an urgent need is asked after four hours, steps back unanswered, and comes back with one tap', async () => {
  const [urgent, plain] = [await somebody(), await somebody()];
  const east = (degrees: number) => ({
    ...yuelu,
    point: [yuelu.point[0] + degrees, yuelu.point[1]] as [number, number],
  });
  // Both are in one band of distance from the reader, and the urgent one is farther.
  const [reader, farther] = [east(-0.3), east(0.05)];
  const draft = aDraft('need', { groups: ['elderly'], place: farther });
  const { id } = output(await product.call('posts', 'publish', draft, urgent));
  output(await product.call('posts', 'publish', aDraft('need', { groups: [] }), plain));
  const order = async () =>
    output(await product.call('search', 'nearby', { board: 'need', place: reader }, 'guest')).posts.map(
      (post) => post.id,
    );
  const first = await order();
  expect(first[0]).toBe(id);

  await pass(4 * hourMs + 5 * minuteMs);
  expect(await mine(urgent)).toMatchObject({ question: { kind: 'still-needed' }, can: { keep: true } });
  expect(await newsOf(urgent)).toEqual(['still-needed']);
  expect(await newsOf(plain)).toEqual([]);
  await pass(70 * minuteMs);
  expect(await mine(urgent)).toMatchObject({ status: 'published', question: { dueAtMs: null } });
  expect((await order())[0]).not.toBe(id);
  output(await product.call('posts', 'keep', { id }, urgent));
  expect(await order()).toEqual(first);
  await pass(4 * hourMs + 5 * minuteMs);
  expect(await newsOf(urgent)).toEqual(['still-needed', 'still-needed']);
});

test('a question is its owner’s alone', async () => {
  const { id } = await spareFoundEmpty(2);
  const stranger = await somebody();
  expect(output(await product.call('posts', 'read', { id }, stranger)).question).toBeNull();
  expect(await product.call('posts', 'keep', { id }, stranger)).toMatchObject({
    error: { code: 'not-allowed' },
  });
});

test('owners read once that a post ends soon, by day, and again after it was renewed', async () => {
  const owners = await Promise.all(Array.from({ length: 4 }, () => somebody()));
  const [owner = '', withdrew = ''] = owners;
  const ids: string[] = [];
  for (const each of owners)
    ids.push(output(await product.call('posts', 'publish', aDraft('need', { groups: [] }), each)).id);
  output(await product.call('posts', 'withdraw', { id: ids[1] ?? '' }, withdrew));
  // 48 hours from 10:30: they may be renewed from 22:30 of the second day, which is quiet until seven.
  await pass(36 * hourMs + 5 * minuteMs);
  expect(await newsOf(owner)).toEqual([]);
  await pass(8 * hourMs + 30 * minuteMs);
  for (const each of owners) expect(await newsOf(each)).toEqual(each === withdrew ? [] : ['ends-soon']);
  output(await product.call('posts', 'renew', { id: ids[0] ?? '' }, owner));
  await pass(2 * hourMs);
  expect(await newsOf(owner)).toEqual(['ends-soon']);
  await pass(36 * hourMs);
  expect(await newsOf(owner)).toEqual(['ends-soon', 'ends-soon']);
});
