import { randomUUID } from 'node:crypto';
import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { booksOf, leaks, readLedger, settle } from './contact-ledger';
import { output, personIdOf, startProduct, type Product } from './product';

const startMs = Date.parse('2022-12-20T10:00:00+08:00');
const hourMs = 3_600_000;

let product: Product;
beforeAll(async () => {
  product = await startProduct({ nowMs: startMs });
});
afterAll(() => product.close());
afterEach(async () => {
  product.providers.faults.dypls.clear();
  await settle((ms) => product.cloud.clock.advance(ms, { fire: 'once' }));
  // Charges are looked at by the tests: some erase their people, others let days go by.
  expect(leaks(await readLedger(booksOf(product)), product.cloud.clock.now())).toEqual([]);
});

const somebody = () => product.enrol(randomUUID());
const publish = async (openid: string, board: 'spare' | 'need' = 'spare', portions = 1) =>
  output(
    await product.call(
      'posts',
      'publish',
      board === 'spare' ? aDraft('spare', { portions, note: '' }) : aDraft('need', { note: '' }),
      openid,
    ),
  ).id;
const request = (postId: string, openid: string) => product.call('contact', 'request', { postId }, openid);
const granted = async (postId: string, openid: string) => output(await request(postId, openid)).contact;
const end = (id: string, poster: string) => product.call('contact', 'endViewer', { id }, poster);
const mine = async (openid: string) => output(await product.call('contact', 'mine', {}, openid));
const callers = async (openid: string) =>
  output(await product.call('contact', 'callers', {}, openid)).callers;
const bound = () => product.providers.subscriptions.all().length;
const noNumber = () =>
  product.providers.faults.dypls.add({
    kind: 'error',
    action: 'BindAxb',
    code: 'isv.NO_AVAILABLE_NUMBER',
  });
const refusal = { error: { code: 'contact-refused' } };

test('a poster sees who asked, ends one of them, and the number works no more', async () => {
  const [poster, viewer, other] = [await somebody(), await somebody(), await somebody()];
  const postId = await publish(poster);
  const { id, masked } = await granted(postId, viewer);
  await granted(postId, other);
  expect((await callers(poster)).map(({ can }) => can.end)).toEqual([true, true]);

  expect(output(await end(id, poster)).caller).toMatchObject({ state: 'ended', can: { end: false } });
  expect(product.providers.exchange.dial(viewer, masked?.number ?? '')).toMatchObject({
    announcement: expect.stringContaining('无法接通') as string,
  });
  expect((await mine(viewer)).contacts).toMatchObject([
    { id, state: 'ended', masked: null, endedFor: 'refused' },
  ]);
  expect((await callers(poster)).map(({ state }) => state)).toEqual(['open', 'ended']);
  expect(output(await end(id, poster)).caller.state).toBe('ended');
});

test('a call-back request that is declined is gone, and stays counted among the requests of the day', async () => {
  const [poster, viewer] = [await somebody(), await somebody()];
  const postId = await publish(poster);
  noNumber();
  const { id } = await granted(postId, viewer);
  output(await end(id, poster));
  expect(await product.call('contact', 'answerCallBack', { id }, poster)).toMatchObject({
    error: { code: 'contact-ended' },
  });
  expect(await request(postId, viewer)).toMatchObject(refusal);
  expect(await product.call('contact', 'outcome', { id, outcome: 'received' }, viewer)).toMatchObject({
    error: { code: 'contact-ended' },
  });
  for (let count = 0; count < 4; count += 1) await granted(await publish(await somebody()), viewer);
  expect(await request(await publish(await somebody()), viewer)).toMatchObject({
    error: { code: 'call-back-limit' },
  });
});

test('a contact that the poster ends stays charged until its outcome is reported', async () => {
  const [poster, viewer] = [await somebody(), await somebody()];
  const { id } = await granted(await publish(poster), viewer);
  output(await end(id, poster));
  expect((await mine(viewer)).quota.left).toBe(4);
  output(await product.call('contact', 'outcome', { id, outcome: 'no-answer' }, viewer));
  expect((await mine(viewer)).quota.left).toBe(5);
});

test('ending one contact ends every contact between the two', async () => {
  const [poster, viewer] = [await somebody(), await somebody()];
  const { id } = await granted(await publish(poster), viewer);
  await granted(await publish(poster, 'need'), viewer);
  noNumber();
  await granted(await publish(poster), viewer);
  product.providers.faults.dypls.clear();
  const before = bound();
  output(await end(id, poster));
  expect(bound()).toBe(before - 2);
  expect((await mine(viewer)).contacts.map(({ endedFor }) => endedFor)).toEqual(Array(3).fill('refused'));
});

describe('an ended viewer gets no number again', () => {
  const ways: [string, (people: People) => Promise<unknown>][] = [
    ['by asking again', ({ postId, viewer }) => request(postId, viewer)],
    [
      'through another account of the same person',
      async ({ name, postId }) =>
        request(postId, await product.enrol(`${name}-2`, { personId: personIdOf(name) })),
    ],
    [
      'after the contact was declared done',
      async ({ id, postId, viewer }) => {
        await product.call('contact', 'done', { id }, viewer);
        return request(postId, viewer);
      },
    ],
    [
      'by a request for a call back',
      ({ postId, viewer }) => {
        noNumber();
        return request(postId, viewer);
      },
    ],
    [
      'at another post of the same poster, older or newer',
      async ({ elsewhere, poster, viewer }) => {
        expect(await request(elsewhere, viewer)).toMatchObject(refusal);
        return request(await publish(poster, 'need'), viewer);
      },
    ],
    [
      'when the post is renewed',
      async ({ poster, postId, viewer }) => {
        await product.cloud.clock.advance(66 * hourMs, { fire: 'once' });
        output(await product.call('posts', 'renew', { id: postId }, poster));
        return request(postId, viewer);
      },
    ],
    [
      'by erasing everything and coming back as the same person',
      async ({ name, postId, viewer }) => {
        output(await product.call('identity', 'eraseMyData', { confirm: true }, viewer));
        return request(postId, await product.enrol(`${name}-new`, { personId: personIdOf(name) }));
      },
    ],
  ];

  interface People {
    name: string;
    poster: string;
    viewer: string;
    postId: string;
    elsewhere: string;
    id: string;
  }

  test.each(ways)('%s', async (_way, attempt) => {
    const name = randomUUID();
    const [poster, viewer] = [await somebody(), await product.enrol(name)];
    const [postId, elsewhere] = [await publish(poster), await publish(poster, 'need')];
    const { id } = await granted(postId, viewer);
    output(await end(id, poster));
    const before = bound();
    expect(await attempt({ name, poster, viewer, postId, elsewhere, id })).toMatchObject(refusal);
    expect(bound()).toBeLessThanOrEqual(before);
  });
});

test('a refusal and requests of the same instant leave no number between the two', async () => {
  for (let round = 0; round < 6; round += 1) {
    const [poster, viewer] = [await somebody(), await somebody()];
    const posts = [await publish(poster), await publish(poster, 'need'), await publish(poster)];
    const { id } = await granted(posts[0] ?? '', viewer);
    await Promise.all([end(id, poster), ...posts.map((postId) => request(postId, viewer))]);
    expect((await mine(viewer)).contacts.filter(({ masked }) => masked !== null)).toEqual([]);
    for (const postId of posts) expect(await request(postId, viewer)).toMatchObject(refusal);
  }
});

test('a full spare gives the place of the longest silent viewer, and only of a silent one, to the next', async () => {
  const poster = await somebody();
  const postId = await publish(poster);
  const viewers = await Promise.all(Array.from({ length: 4 }, somebody));
  const keep = async () => output(await product.call('posts', 'keep', { id: postId }, poster));
  for (const viewer of viewers) {
    await granted(postId, viewer);
    await keep();
    await product.cloud.clock.advance(60_000, { fire: 'once' });
  }
  const [first = '', second = ''] = viewers;
  const late = await somebody();
  expect(await request(postId, late)).toMatchObject({ error: { code: 'contact-full' } });

  await product.cloud.clock.advance(4 * hourMs, { fire: 'once' });
  await keep();
  const { id } = (await mine(first)).contacts[0] ?? { id: '' };
  output(await product.call('contact', 'outcome', { id, outcome: 'no-answer' }, first));
  const before = bound();
  expect((await granted(postId, late)).masked).not.toBeNull();
  expect(bound()).toBe(before);
  expect((await mine(second)).contacts).toMatchObject([{ state: 'ended', endedFor: 'silent' }]);
  expect((await mine(first)).contacts).toMatchObject([{ state: 'open' }]);
  const places = (await readLedger(booksOf(product))).places.filter((place) => place.postId === postId);
  expect(places).toHaveLength(4);
});
