import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import type { GrantDocument, PostDocument } from '../../cloudfunctions/shared/contract/documents';
import { booksOf, documents } from './contact-ledger';
import { output, startProduct, type Product } from './product';

const dayMs = 24 * 3_600_000;
const id = (digit: string): string => digit.repeat(32);

let product: Product;
beforeEach(async () => {
  product = await startProduct({ nowMs: Date.parse('2022-12-20T10:00:00+08:00') });
});
afterEach(() => product.close());

const advance = (ms: number) => product.cloud.clock.advance(ms, { fire: 'once' });
const plant = (name: string, stored: object[]) =>
  product.cloud.database.bulkLoad(name, stored as { _id: string }[]);

async function stored<T extends object>(name: string): Promise<T[]> {
  return documents<T>(booksOf(product), name);
}

async function publish(name: string): Promise<PostDocument> {
  const openid = await product.enrol(name);
  const { id: postId } = output(await product.call('posts', 'publish', aDraft('spare'), openid));
  const post = (await stored<PostDocument>('posts')).find(({ _id }) => _id === postId);
  if (!post) throw new Error('the post was not stored');
  return post;
}

/** Resolves once a function has logged this, because lines are written after their call. */
async function isLogged(text: string): Promise<void> {
  const folder = join(product.dataDir, 'logs');
  const lines = () => readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  while (!lines().join('').includes(text)) await sleep(20);
}

test.each(['distance', 'time'] as const)(
  'by %s a post with additional fields is listed, and a broken one is left out',
  async (sort) => {
    const good = await publish('donor');
    const [item] = good.items;
    await plant('posts', [
      { ...good, _id: id('a'), fromTheFuture: 1, items: [{ ...item, fromTheFuture: { deep: true } }] },
      { ...good, _id: id('b'), regionLabel: 5 },
      { ...good, _id: id('c'), ownerName: null },
      { ...good, _id: id('f') },
    ]);
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = output(
        await product.call('search', 'nearby', {
          board: 'spare',
          place: { point: good.publicPoint.coordinates, adcode: good.districtCode },
          sort,
          cursor,
          pageSize: 1,
        }),
      );
      found.push(...page.posts.map((post) => post.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(found.sort()).toEqual([good._id, id('a'), id('f')].sort());
    await isLogged('brokenDocument');
  },
);

test('a broken post does not keep the others on their boards', async () => {
  const good = await publish('donor');
  await plant('posts', [
    { ...good, _id: id('0'), ownerName: 5, portions: 'many' },
    { ...good, _id: id('1'), expiresAtMs: 'soon' },
  ]);
  await advance(4 * dayMs);
  const status = new Map((await stored<PostDocument>('posts')).map((post) => [post._id, post.status]));
  expect(status.get(good._id)).toBe('expired');
  expect(status.get(id('0'))).toBe('expired');
});

test('an account and a contact that are broken keep no other data from being erased, and raise the alarm', async () => {
  const good = await publish('donor');
  const viewer = await product.enrol('viewer');
  output(await product.call('contact', 'request', { postId: good._id }, viewer));
  const [grant] = await stored<GrantDocument>('grants');
  await plant('posts', [{ ...good, _id: id('0'), ownerId: id('2'), status: 'expired', closedAtMs: 1 }]);
  await plant('grants', [
    {
      ...grant,
      _id: id('0'),
      postId: id('0'),
      viewerId: id('1'),
      posterId: id('2'),
      state: 'intended',
      viewerName: 5,
    },
  ]);
  await product.enrol('broken', { _id: 'openid-broken', maskedName: 5 as never });
  await advance(4 * dayMs);
  await advance(31 * dayMs);
  await advance(2 * dayMs);
  expect((await stored<PostDocument>('posts')).map(({ _id }) => _id)).toEqual([id('0')]);
  expect((await stored<GrantDocument>('grants')).map(({ _id }) => _id)).toEqual([id('0')]);
  expect((await stored<{ _id: string }>('members')).map(({ _id }) => _id)).toEqual(['openid-broken']);
  await isLogged('items failed');
});

test('a contact that cannot be ended does not keep the numbers of the others', async () => {
  const good = await publish('donor');
  const viewer = await product.enrol('viewer');
  output(await product.call('contact', 'request', { postId: good._id }, viewer));
  const [grant] = await stored<GrantDocument>('grants');
  const broken = { ...grant, state: 'ending', binding: null, leaseUntilMs: 0, endReason: 'expired' };
  await plant('admissions', [{ _id: id('0'), grants: 'none', callBacks: [], revision: 0 }]);
  await plant('grants', [{ ...broken, _id: id('0'), postId: id('0') }]);
  await advance(2 * dayMs);
  await advance(60_000);
  const states = new Map((await stored<GrantDocument>('grants')).map((each) => [each._id, each.state]));
  expect(states.get(grant?._id ?? '')).toBe('ended');
  expect(states.get(id('0'))).toBe('ending');
  expect(product.providers.subscriptions.all()).toEqual([]);
  await isLogged('items failed');
});
