import { aCorrection, aDraft, yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import type { PostDocument } from '../../cloudfunctions/shared/contract/documents';
import { booksOf, documents } from './contact-ledger';
import { output, startProduct, type Product } from './product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const stored = async (id: string) =>
  (await documents<PostDocument>(booksOf(product), 'posts')).find(({ _id }) => _id === id);

test('an edited post says what its owner changed, and keeps its place, its times and its rank', async () => {
  const owner = await product.enrol('editor');
  const post = output(await product.call('posts', 'publish', aDraft('spare'), owner));
  const before = await stored(post.id);
  expect(post.can.correct).toBe(true);
  const draft = { ...aCorrection('晚上七点以后方便'), handOver: ['mail' as const] };
  const edited = output(await product.call('posts', 'correct', { id: post.id, draft }, owner));
  expect(edited).toMatchObject({
    id: post.id,
    status: 'published',
    note: '晚上七点以后方便',
    handOver: ['mail'],
  });
  const { publicPoint, districtCode, publishedAtMs, expiresAtMs, timeRank } = (await stored(post.id)) ?? {};
  expect({ publicPoint, districtCode, publishedAtMs, expiresAtMs, timeRank }).toEqual({
    publicPoint: before?.publicPoint,
    districtCode: before?.districtCode,
    publishedAtMs: before?.publishedAtMs,
    expiresAtMs: before?.expiresAtMs,
    timeRank: before?.timeRank,
  });
});

test('portions that were given stay given: the form says how many are left', async () => {
  const owner = await product.enrol('giver');
  const { id } = output(await product.call('posts', 'publish', aDraft('spare', { portions: 3 }), owner));
  output(await product.call('posts', 'give', { id, leftBefore: 3, leftAfter: 2 }, owner));
  const edited = output(
    await product.call('posts', 'correct', { id, draft: { ...aCorrection('还有的'), portions: 4 } }, owner),
  );
  expect(edited.portions).toEqual({ total: 5, left: 4 });
});

test('what an edit says goes through the same checks as a new post', async () => {
  const owner = await product.enrol('slipping');
  const { id } = output(await product.call('posts', 'publish', aDraft('spare'), owner));
  const answer = await product.call(
    'posts',
    'correct',
    { id, draft: aCorrection('电话 138-1234-5678') },
    owner,
  );
  expect(answer).toMatchObject({ error: { code: 'note-to-clean', field: 'note' } });
  const many = { ...aCorrection('好'), items: [{ code: 'amoxicillin', quantity: 1, unit: '盒' }] };
  expect(await product.call('posts', 'correct', { id, draft: many }, owner)).toMatchObject({ ok: false });
  expect((await stored(id))?.note).toBe(aDraft('spare').note);
});

test('only the owner edits, and no ended post', async () => {
  const owner = await product.enrol('owner');
  const stranger = await product.enrol('stranger');
  const { id } = output(await product.call('posts', 'publish', aDraft('spare'), owner));
  const draft = aCorrection('别人的');
  expect(await product.call('posts', 'correct', { id, draft }, stranger)).toMatchObject({ ok: false });
  output(await product.call('posts', 'withdraw', { id }, owner));
  expect(await product.call('posts', 'correct', { id, draft }, owner)).toMatchObject({
    error: { code: 'post-closed' },
  });
});

test('published again at its public point, an ended post has the same public place', async () => {
  const owner = await product.enrol('again');
  const first = output(await product.call('posts', 'publish', aDraft('spare', { place: yuelu }), owner));
  output(await product.call('posts', 'withdraw', { id: first.id }, owner));
  const place = { point: first.publicPoint, adcode: first.region.adcode };
  const second = output(await product.call('posts', 'publish', aDraft('spare', { place }), owner));
  expect([second.publicPoint, second.region]).toEqual([first.publicPoint, first.region]);
  // Within the life of the withdrawn post, its successor gets no better place in the order of time.
  const [again, before] = [await stored(second.id), await stored(first.id)];
  expect(again?.timeRank).toBeLessThanOrEqual(before?.timeRank ?? 0);
});

test('publishing, fulfilling and publishing again climbs no list, unless somebody made contact', async () => {
  const ranks = async (name: string, isContacted: boolean): Promise<number> => {
    const owner = await product.enrol(name);
    const publish = async () => output(await product.call('posts', 'publish', aDraft('spare'), owner));
    const first = await publish();
    if (isContacted) {
      const viewer = await product.enrol(`${name}-viewer`);
      output(await product.call('contact', 'request', { postId: first.id }, viewer));
    }
    output(await product.call('posts', 'fulfil', { id: first.id }, owner));
    await product.cloud.clock.advance(3_600_000, { fire: 'once' });
    const [again, before] = [await stored((await publish()).id), await stored(first.id)];
    return (again?.timeRank ?? 0) - (before?.timeRank ?? 0);
  };
  expect(await ranks('climber', false)).toBe(0);
  expect(await ranks('contacted', true)).toBeGreaterThan(0);
});
