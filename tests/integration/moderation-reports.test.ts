import { aDraft, yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import type { ReportReason } from '../../cloudfunctions/shared/contract/review';
import { output, startProduct, type Product } from './product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

let people = 0;
const somebody = () => product.enrol(`somebody-${(people += 1)}`);

const publish = async (owner: string, groups: 'infant'[] = []) =>
  output(await product.call('posts', 'publish', aDraft('need', { groups, note: '' }), owner)).id;

const open = async (id: string, openid: string) =>
  output(await product.call('posts', 'read', { id }, openid)).reportToken;

async function report(postId: string, openid: string, reason: ReportReason = 'not-real') {
  const token = await open(postId, openid);
  return output(await product.call('moderation', 'report', { postId, reason, token }, openid)).report;
}

const isListed = async (id: string) =>
  output(await product.call('search', 'nearby', { board: 'need', place: yuelu })).posts.some(
    (post) => post.id === id,
  );

test('two people hide a post; its owner reads why, a stranger reads nothing, and unseen it comes back', async () => {
  const owner = await somebody();
  const id = await publish(owner);
  await report(id, await somebody());
  expect(await isListed(id)).toBe(true);
  await report(id, await somebody());
  expect(await isListed(id)).toBe(false);
  expect(await product.call('posts', 'read', { id }, 'stranger')).toMatchObject({
    error: { code: 'post-closed' },
  });
  const [mine] = output(await product.call('posts', 'mine', {}, owner)).posts;
  expect(mine).toMatchObject({ id, status: 'hidden', review: { state: 'hidden', why: ['reported'] } });
  expect(mine?.review?.sentence).toContain('有人举报了这条信息');
});

test('a plea for an infant takes three people', async () => {
  const id = await publish(await somebody(), ['infant']);
  await report(id, await somebody());
  await report(id, await somebody());
  expect(await isListed(id)).toBe(true);
  await report(id, await somebody());
  expect(await isListed(id)).toBe(false);
});

test('the same person twice is one report, even simultaneously and through the outcome 要钱了', async () => {
  const id = await publish(await somebody());
  const viewer = await somebody();
  const { contact } = output(await product.call('contact', 'request', { postId: id }, viewer));
  const money = () =>
    product.call('contact', 'outcome', { id: contact.id, outcome: 'asked-for-money' }, viewer);
  output(await money());
  const token = await open(id, viewer);
  await Promise.all(
    [1, 2, 3].map(() => product.call('moderation', 'report', { postId: id, reason: 'rude', token }, viewer)),
  );
  expect(await isListed(id)).toBe(true);
  const mine = output(await product.call('moderation', 'myReports', {}, viewer)).reports;
  expect(mine).toMatchObject([{ postId: id, reason: 'asked-for-money', state: 'received' }]);
});

test('要钱了 from two people hides the post', async () => {
  const id = await publish(await somebody());
  for (const viewer of [await somebody(), await somebody()]) {
    const { contact } = output(await product.call('contact', 'request', { postId: id }, viewer));
    output(await product.call('contact', 'outcome', { id: contact.id, outcome: 'asked-for-money' }, viewer));
  }
  expect(await isListed(id)).toBe(false);
});

test("a person who never opened a post cannot report it, nor can its owner, nor a person with another's token", async () => {
  const owner = await somebody();
  const id = await publish(owner);
  const [one, two] = [await somebody(), await somebody()];
  const tokenOfOne = await open(id, one);
  for (const token of [null, tokenOfOne])
    expect(
      await product.call('moderation', 'report', { postId: id, reason: 'rude', token }, two),
    ).toMatchObject({ error: { code: 'open-first' } });
  expect(await open(id, owner)).toBeNull();
});

test('an owner reads that reports hid a post, and that it is back', async () => {
  const owner = await somebody();
  const id = await publish(owner);
  await report(id, await somebody());
  await report(id, await somebody());
  const choices = async () =>
    output(await product.call('news', 'mine', {}, owner)).news.map(({ kind, postId, facts }) => [
      kind,
      postId,
      facts.choice,
    ]);
  expect(await choices()).toEqual([['review', id, 'hidden']]);
  await product.cloud.clock.advance(16 * 60_000, { fire: 'once' });
  expect(await choices()).toEqual([
    ['review', id, 'returned'],
    ['review', id, 'hidden'],
  ]);
});

test('whom a volunteer finds falsely accused by two people publishes at once again', async () => {
  const owner = await somebody();
  const id = await publish(owner);
  const liars = [await somebody(), await somebody()];
  for (const liar of liars) await report(id, liar, 'asked-for-money');
  const plea = async () =>
    output(await product.call('posts', 'publish', aDraft('need', { note: '' }), owner));
  expect(await plea()).toMatchObject({ status: 'pending', review: { why: ['asked-for-money'] } });
  const volunteer = await product.enrol('fair-volunteer', { role: 'volunteer' });
  for (let item = output(await product.call('moderation', 'next', {}, volunteer)).item; item;)
    ({ item } = output(
      await product.call('moderation', 'decide', { id: item.id, decision: 'publish' }, volunteer),
    ));
  for (let minutes = 0; minutes < 2; minutes += 1)
    await product.cloud.clock.advance(61_000, { fire: 'once' });
  expect((await plea()).status).toBe('published');
});

test('a reporter is answered also when the owner ends the post before a volunteer looks', async () => {
  const owner = await somebody();
  const id = await publish(owner);
  const reporter = await somebody();
  await report(id, reporter);
  output(await product.call('posts', 'withdraw', { id }, owner));
  const volunteer = await product.enrol('late-volunteer', { role: 'volunteer' });
  output(await product.call('moderation', 'next', {}, volunteer));
  for (let minutes = 0; minutes < 2; minutes += 1)
    await product.cloud.clock.advance(61_000, { fire: 'once' });
  const [answered] = output(await product.call('moderation', 'myReports', {}, reporter)).reports;
  expect(answered).toMatchObject({ postId: id, state: 'ended' });
  expect(answered?.sentence).toContain('处理了');
});
