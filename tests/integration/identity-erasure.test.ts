import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import type {
  GrantDocument,
  PersonDocument,
  PostDocument,
} from '../../cloudfunctions/shared/contract/documents';
import type { PostDraft } from '../../cloudfunctions/shared/contract/posts-calls';
import { keyedId } from '../../cloudfunctions/shared/kernel/keyed-hash';
import { booksOf, documents } from './contact-ledger';
import { output, personIdOf, startProduct, type Product } from './product';

const dayMs = 24 * 3_600_000;

let product: Product;
beforeEach(async () => {
  product = await startProduct({ nowMs: Date.parse('2022-12-20T10:00:00+08:00') });
});
afterEach(() => product.close());

const advance = (days: number) => product.cloud.clock.advance(days * dayMs, { fire: 'once' });
const publish = async (openid: string, draft: PostDraft = aDraft('spare')): Promise<string> =>
  output(await product.call('posts', 'publish', draft, openid)).id;
const contact = async (postId: string, openid: string) =>
  output(await product.call('contact', 'request', { postId }, openid));

/** Every stored document of a collection. */
async function stored<T extends object = Record<string, unknown>>(collectionName: string): Promise<T[]> {
  return documents<T>(booksOf(product), collectionName);
}

test('thirty days after its end a post is erased with its contacts, and with it accounts that have nothing left', async () => {
  const donor = await product.enrol('donor');
  const viewer = await product.enrol('viewer');
  const operator = await product.enrol('operator', { role: 'operator' });
  await contact(await publish(donor), viewer);
  await advance(4);
  expect((await stored('posts')).map(({ status }) => status)).toEqual(['expired']);
  await advance(29);
  expect(await stored('posts')).toHaveLength(1);
  expect(await stored('grants')).toHaveLength(1);
  expect(await stored('members')).toHaveLength(3);
  await advance(2);
  for (const name of ['posts', 'grants', 'admissions']) expect(await stored(name)).toEqual([]);
  await advance(2);
  expect((await stored('members')).map(({ _id }) => _id)).toEqual([operator]);
  expect(await stored('persons')).toEqual([]);
});

test('a person who takes part again is kept, and so is everything open', async () => {
  const donor = await product.enrol('donor');
  await publish(donor);
  await advance(4);
  await advance(16);
  const open = await publish(donor);
  await advance(2.5);
  output(await product.call('posts', 'renew', { id: open }, donor));
  await advance(15);
  expect(await stored('members')).toHaveLength(1);
  expect((await stored('posts')).map(({ _id }) => _id)).toEqual([open]);
});

test('a block outlives everything, as a keyed hash and nothing else', async () => {
  await product.enrol('dealer', { personId: personIdOf('dealer') });
  await product.cloud.database.bulkLoad('persons', [
    { _id: personIdOf('dealer'), blockedAtMs: product.cloud.clock.now(), revision: 1 },
  ]);
  await advance(32);
  await advance(2);
  expect(await stored('members')).toEqual([]);
  expect(await stored('persons')).toMatchObject([{ _id: personIdOf('dealer'), charges: [], callBacks: [] }]);
});

test('accounts with only a bound phone go too, with documents that no operator looked at', async () => {
  const openid = 'passer-by';
  output(
    await product.call(
      'identity',
      'bindPhone',
      { code: product.providers.wechat.issuePhoneCode(openid) },
      openid,
    ),
  );
  await advance(32);
  await advance(1);
  expect(await stored('members')).toEqual([]);
});

test('thousands of contacts and posts are erased on request, and a second request finds nothing to do', async () => {
  const openid = await product.enrol('busy');
  const other = await product.enrol('other');
  const postId = await publish(other, aDraft('need'));
  await contact(postId, openid);
  await publish(openid);
  const [post] = (await stored<PostDocument>('posts')).filter(
    ({ ownerId }) => ownerId === personIdOf('busy'),
  );
  const [grant] = await stored<GrantDocument>('grants');
  if (!post || !grant) throw new Error('nothing to copy');
  const id = (i: number): string => i.toString(16).padStart(32, '0');
  const many = Array.from({ length: 1_500 }, (_, i) => i + 1);
  await product.cloud.database.bulkLoad(
    'posts',
    many.map((i) => ({ ...post, _id: id(i), status: 'withdrawn', closedAtMs: 1 })),
  );
  await product.cloud.database.bulkLoad(
    'grants',
    many.map((i) => ({ ...grant, _id: id(i), state: 'ended', binding: null })),
  );
  output(await product.call('identity', 'eraseMyData', { confirm: true }, openid));
  output(await product.call('identity', 'eraseMyData', { confirm: true }, openid));
  // The tombstone of the account goes within two hours.
  await advance(0.1);
  expect((await stored('posts')).map(({ _id }) => _id)).toEqual([postId]);
  expect(await stored('grants')).toEqual([]);
  expect((await stored('members')).map(({ _id }) => _id)).toEqual([other]);
});

test('a post that is being published while its person is erased leaves nothing behind', async () => {
  const openid = await product.enrol('both');
  const { faults } = product.cloud;
  const commit = { action: 'database.commitTransaction', functionName: 'posts' } as const;
  faults.add({ ...commit, kind: 'delay', ms: 500, times: 2 });
  const publishing = product.call('posts', 'publish', aDraft('spare'), openid);
  // The delay has begun: the post is on its way.
  while (faults.list()[0]?.times !== 1) await new Promise((resolve) => setTimeout(resolve, 5));
  const erasing = product.call('identity', 'eraseMyData', { confirm: true }, openid);
  const [published] = await Promise.all([publishing, erasing.then(output)]);
  if (!published.ok) expect(published.error.code).toBe('being-erased');
  expect(await stored('posts')).toEqual([]);
  expect(await stored('persons')).toMatchObject([{ openPosts: null }]);
});

test('the timer finishes an interrupted erasure', async () => {
  const openid = await product.enrol('halfway');
  await publish(openid);
  const { faults } = product.cloud;
  const takeAway = faults.add({ action: 'database.removeDocument', functionName: 'identity', kind: 'error' });
  expect(await product.call('identity', 'eraseMyData', { confirm: true }, openid)).toMatchObject({
    ok: false,
  });
  takeAway();
  expect(await product.call('posts', 'publish', aDraft('spare'), openid)).toMatchObject({
    error: { code: 'verification-required' },
  });
  await advance(0.1);
  expect(await stored('posts')).toEqual([]);
});

test('a day after an erasure nothing of the person is left, and until then the used quota', async () => {
  const viewer = await product.enrol('forgotten');
  const postId = await publish(await product.enrol('keeper'), aDraft('need'));
  await contact(postId, viewer);
  output(await product.call('identity', 'eraseMyData', { confirm: true }, viewer));
  const left = async () =>
    (await stored<PersonDocument>('persons')).filter(({ _id }) => _id === personIdOf('forgotten'));
  const [person] = await left();
  expect(person).toMatchObject({ charges: [{}] });
  // A public key would let anyone find out by the stored hash which posts were contacted.
  expect(person?.charges.map(({ grantId }) => grantId)).not.toContain(
    keyedId('grant', personIdOf('forgotten'), postId),
  );
  await advance(1.1);
  expect(await left()).toEqual([]);
});
