import { aCorrection, aDraft, yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import type { PostDraft } from '../../cloudfunctions/shared/contract/posts-calls';
import { output, startProduct, type Product } from './product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

let people = 0;
const somebody = () => product.enrol(`person-${(people += 1)}`);
const volunteer = () => product.enrol(`volunteer-${(people += 1)}`, { role: 'volunteer' });

/** A note that only a person can judge. */
const doubtful = '整箱布洛芬，家里用不完';
const publish = async (owner: string, note: string, draft: Partial<PostDraft> = {}) =>
  output(
    await product.call('posts', 'publish', { ...aDraft('spare', { note }), ...draft } as PostDraft, owner),
  );
const next = async (openid: string) => output(await product.call('moderation', 'next', {}, openid));
const mine = async (openid: string, id: string) =>
  output(await product.call('posts', 'mine', {}, openid)).posts.find((post) => post.id === id);
const isListed = async (id: string) =>
  output(await product.call('search', 'nearby', { board: 'spare', place: yuelu })).posts.some(
    (post) => post.id === id,
  );
const minute = () => product.cloud.clock.advance(61_000, { fire: 'once' });

/** Decides everything that waits, so that each test begins with an empty queue. */
async function emptyQueue(): Promise<void> {
  const openid = await volunteer();
  for (let { item } = await next(openid); item;) {
    const decision = item.kind === 'block' ? ('no-block' as const) : ('publish' as const);
    ({ item } = output(await product.call('moderation', 'decide', { id: item.id, decision }, openid)));
  }
}

test('a doubtful post waits; a volunteer sees the findings and no person, and publishes it', async () => {
  const owner = await somebody();
  const { id, status, review } = await publish(owner, doubtful);
  expect([status, review?.state, review?.why]).toEqual(['pending', 'waiting', ['note-doubtful']]);
  expect(review?.expectedByMs).toBeGreaterThan(review?.sinceMs ?? Infinity);
  expect(await isListed(id)).toBe(false);
  expect(await product.call('posts', 'read', { id }, 'stranger')).toMatchObject({
    error: { code: 'post-closed' },
  });
  const openid = await volunteer();
  const { item, queue } = await next(openid);
  expect(item).toMatchObject({
    id,
    kind: 'post',
    post: { note: doubtful, region: '湖南省长沙市岳麓区' },
    findings: [{ kind: 'bulk', words: '整箱', start: 0, end: 2 }],
    why: [{ code: 'note-doubtful', points: 3 }],
  });
  expect(queue.waiting).toBe(0);
  output(await product.call('moderation', 'decide', { id, decision: 'publish' }, openid));
  expect(await isListed(id)).toBe(true);
  expect((await mine(owner, id))?.review).toBeNull();
});

test('two volunteers never have the same item, and one who vanishes costs five minutes', async () => {
  await emptyQueue();
  const { id } = await publish(await somebody(), doubtful);
  const [one, two] = [await volunteer(), await volunteer()];
  const first = await Promise.all([next(one), next(two)]);
  expect(first.map(({ item }) => item?.id ?? null).sort()).toEqual([id, null].sort());
  const [had, hadNot] = first[0]?.item ? [one, two] : [two, one];
  expect((await next(had)).item?.id).toBe(id);
  expect(await product.call('moderation', 'decide', { id, decision: 'publish' }, hadNot)).toMatchObject({
    error: { code: 'claim-over' },
  });
  await product.cloud.clock.advance(301_000, { fire: 'once' });
  expect((await next(hadNot)).item?.id).toBe(id);
  expect(await product.call('moderation', 'decide', { id, decision: 'publish' }, had)).toMatchObject({
    error: { code: 'claim-over' },
  });
  output(await product.call('moderation', 'decide', { id, decision: 'publish' }, hadNot));
});

test('only its volunteer can take a decision back, within a minute', async () => {
  await emptyQueue();
  const owner = await somebody();
  const { id } = await publish(owner, doubtful);
  const openid = await volunteer();
  await next(openid);
  const { undo } = output(
    await product.call('moderation', 'decide', { id, decision: 'refuse', reason: 'selling' }, openid),
  );
  expect(undo?.id).toBe(id);
  expect(await mine(owner, id)).toMatchObject({ status: 'rejected', can: { correct: true, appeal: true } });
  expect(await product.call('moderation', 'undo', { id }, await volunteer())).toMatchObject({
    error: { code: 'undo-over' },
  });
  expect(output(await product.call('moderation', 'undo', { id }, openid)).item?.id).toBe(id);
  expect(await mine(owner, id)).toMatchObject({ status: 'pending', review: { state: 'waiting' } });
  output(await product.call('moderation', 'decide', { id, decision: 'refuse', reason: 'selling' }, openid));
  await minute();
  expect(await product.call('moderation', 'undo', { id }, openid)).toMatchObject({
    error: { code: 'undo-over' },
  });
});

test('a refused post is appealed once, to another volunteer', async () => {
  await emptyQueue();
  const owner = await somebody();
  const { id } = await publish(owner, doubtful);
  const first = await volunteer();
  await next(first);
  output(await product.call('moderation', 'decide', { id, decision: 'refuse', reason: 'selling' }, first));
  const appeal = () => product.call('moderation', 'appeal', { postId: id, text: '是家里多的，不卖' }, owner);
  const withNumber = { postId: id, text: '是家里多的，我的手机13812345678' };
  expect(await product.call('moderation', 'appeal', withNumber, owner)).toMatchObject({
    error: { code: 'note-to-clean', findings: [{ kind: 'mobile' }] },
  });
  expect(output(await appeal()).review.sentence).toContain('另一位志愿者');
  expect(await appeal()).toMatchObject({ error: { code: 'appeal-over' } });
  expect((await next(first)).item).toBeNull();
  const second = await volunteer();
  expect((await next(second)).item).toMatchObject({
    id,
    kind: 'appeal',
    appealText: '是家里多的，不卖',
    refusedFor: 'selling',
  });
  output(await product.call('moderation', 'decide', { id, decision: 'publish' }, second));
  expect(await isListed(id)).toBe(true);
});

test('an owner who is asked to correct a post corrects it, and it waits again with its new text', async () => {
  await emptyQueue();
  const owner = await somebody();
  const { id } = await publish(owner, doubtful);
  const openid = await volunteer();
  await next(openid);
  output(
    await product.call('moderation', 'decide', { id, decision: 'ask-to-correct', reason: 'unclear' }, openid),
  );
  expect((await mine(owner, id))?.review).toMatchObject({ state: 'to-correct', reason: 'unclear' });
  const draft = aCorrection('家里多的，可以分');
  const corrected = output(await product.call('posts', 'correct', { id, draft }, owner));
  expect(corrected).toMatchObject({ id, status: 'pending', note: '家里多的，可以分' });
});

test('a waiting post is published at once when its owner removes the doubtful words, and the volunteer loses it', async () => {
  await emptyQueue();
  const owner = await somebody();
  const { id } = await publish(owner, doubtful);
  const openid = await volunteer();
  expect((await next(openid)).item?.id).toBe(id);
  const draft = aCorrection('家里多的，可以分');
  expect(output(await product.call('posts', 'correct', { id, draft }, owner)).status).toBe('published');
  expect(await product.call('moderation', 'decide', { id, decision: 'publish' }, openid)).toMatchObject({
    error: { code: 'claim-over' },
  });
  expect(await isListed(id)).toBe(true);
});

test('reporters are answered once the decision is final, and false ones weigh less', async () => {
  await emptyQueue();
  const { id } = await publish(await somebody(), '');
  const reporters = [await somebody(), await somebody()];
  for (const reporter of reporters) {
    const { reportToken: token } = output(await product.call('posts', 'read', { id }, reporter));
    output(await product.call('moderation', 'report', { postId: id, reason: 'rude', token }, reporter));
  }
  expect(await isListed(id)).toBe(false);
  const openid = await volunteer();
  expect((await next(openid)).item).toMatchObject({ id, reports: [{ reason: 'rude', count: 2 }] });
  output(await product.call('moderation', 'decide', { id, decision: 'publish' }, openid));
  expect(await isListed(id)).toBe(true);
  await minute();
  await minute();
  const [reporter = ''] = reporters;
  expect(output(await product.call('moderation', 'myReports', {}, reporter)).reports).toMatchObject([
    { postId: id, state: 'found-fine' },
  ]);
  const plea = await publish(await somebody(), '');
  for (const each of reporters) {
    const { reportToken: token } = output(await product.call('posts', 'read', { id: plea.id }, each));
    output(await product.call('moderation', 'report', { postId: plea.id, reason: 'rude', token }, each));
  }
  expect(await isListed(plea.id)).toBe(true);
});

test('a hidden post that no volunteer has looked at comes back after fifteen minutes', async () => {
  await emptyQueue();
  const { id } = await publish(await somebody(), '');
  for (const reporter of [await somebody(), await somebody()]) {
    const { reportToken: token } = output(await product.call('posts', 'read', { id }, reporter));
    output(await product.call('moderation', 'report', { postId: id, reason: 'other', token }, reporter));
  }
  await product.cloud.clock.advance(14 * 60_000, { fire: 'once' });
  expect(await isListed(id)).toBe(false);
  await product.cloud.clock.advance(2 * 60_000, { fire: 'once' });
  expect(await isListed(id)).toBe(true);
  expect((await next(await volunteer())).item?.id).toBe(id);
});

test('a volunteer who vanishes with a hidden post, or leaves it to another, does not silence it', async () => {
  await emptyQueue();
  const { id } = await publish(await somebody(), '');
  for (const reporter of [await somebody(), await somebody()]) {
    const { reportToken: token } = output(await product.call('posts', 'read', { id }, reporter));
    output(await product.call('moderation', 'report', { postId: id, reason: 'other', token }, reporter));
  }
  const unsure = await volunteer();
  expect((await next(unsure)).item?.id).toBe(id);
  output(await product.call('moderation', 'decide', { id, decision: 'second-opinion' }, unsure));
  const vanishing = await volunteer();
  expect((await next(vanishing)).item?.id).toBe(id);
  // The claim ends, and fifteen minutes later the post is back.
  for (let minutes = 0; minutes < 7; minutes += 1) await minute();
  expect(await isListed(id)).toBe(false);
  await product.cloud.clock.advance(15 * 60_000, { fire: 'once' });
  await minute();
  expect(await isListed(id)).toBe(true);
});

test('two may leave an item to another, the third decides', async () => {
  await emptyQueue();
  const { id } = await publish(await somebody(), doubtful);
  const leave = { id, decision: 'second-opinion' } as const;
  for (const openid of [await volunteer(), await volunteer()]) {
    expect((await next(openid)).item).toMatchObject({ id, can: { secondOpinion: true } });
    output(await product.call('moderation', 'decide', leave, openid));
  }
  const third = await volunteer();
  expect((await next(third)).item).toMatchObject({ id, opinions: 2, can: { secondOpinion: false } });
  expect(await product.call('moderation', 'decide', leave, third)).toMatchObject({
    error: { code: 'invalid-input', field: 'decision' },
  });
});

test('a volunteer who takes a decision back lets the next item go at once', async () => {
  await emptyQueue();
  const ids = [await publish(await somebody(), doubtful), await publish(await somebody(), doubtful)];
  const [one, two] = [await volunteer(), await volunteer()];
  const first = (await next(one)).item?.id ?? '';
  const after = await product.call('moderation', 'decide', { id: first, decision: 'publish' }, one);
  const second = output(after).item?.id;
  expect([first, second].sort()).toEqual(ids.map(({ id }) => id).sort());
  expect((await next(two)).item).toBeNull();
  expect(output(await product.call('moderation', 'undo', { id: first }, one)).item?.id).toBe(first);
  expect((await next(two)).item?.id).toBe(second);
});

test('eight volunteers at once empty the queue, and no item is decided twice', async () => {
  await emptyQueue();
  const posted = await Promise.all(
    Array.from({ length: 24 }, async () => (await publish(await somebody(), doubtful)).id),
  );
  const decided: string[] = [];
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      const openid = await volunteer();
      for (let { item } = await next(openid); item;) {
        decided.push(item.id);
        const choice = { id: item.id, decision: 'publish' as const };
        ({ item } = output(await product.call('moderation', 'decide', choice, openid)));
      }
    }),
  );
  expect(decided.sort()).toEqual(posted.sort());
});

test('a member who calls the volunteers’ functions gets nothing', async () => {
  const { id } = await publish(await somebody(), doubtful);
  const member = await somebody();
  for (const [call, input] of [
    ['next', {}],
    ['decide', { id, decision: 'publish' }],
    ['undo', { id }],
    ['proposeBlock', { id }],
  ])
    expect(await product.callRaw('moderation', { call, input }, member)).toMatchObject({
      error: { code: 'not-allowed' },
    });
});
