import { newsWords } from '@facts/news/news-kinds';
import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { output, startProduct, type Product } from './product';

const minuteMs = 60_000;

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

let made = 0;
const somebody = (): Promise<string> => product.enrol(`person-${++made}`);
const publish = async (owner: string, portions = 3): Promise<string> =>
  output(await product.call('posts', 'publish', aDraft('spare', { portions }), owner)).id;
const publishNeed = async (owner: string): Promise<string> =>
  output(await product.call('posts', 'publish', aDraft('need'), owner)).id;
const contactWith = async (postId: string, viewer: string): Promise<string> =>
  output(await product.call('contact', 'request', { postId }, viewer)).contact.id;
const report = async (id: string, outcome: 'received' | 'other', viewer: string) =>
  output(await product.call('contact', 'outcome', { id, outcome }, viewer));
const confirm = (id: string, answer: 'given' | 'counted' | 'not-given', poster: string) =>
  product.call('contact', 'confirm', { id, answer }, poster);
const postOf = async (id: string, owner: string) =>
  output(await product.call('posts', 'read', { id }, owner));
const newsOf = async (openid: string) =>
  output(await product.call('news', 'mine', {}, openid)).news.map(({ kind, facts }) => [kind, facts.count]);

test('拿到了 thanks the donor and asks; one tap takes one portion off, and the second changes nothing', async () => {
  const [donor, seeker] = [await somebody(), await somebody()];
  const postId = await publish(donor);
  const id = await contactWith(postId, seeker);
  await report(id, 'received', seeker);
  expect(await newsOf(donor)).toEqual([
    ['thanks', 1],
    ['contact', null],
  ]);
  expect(output(await product.call('contact', 'interest', {}, donor)).posts).toEqual([
    { postId, open: 0, waiting: 0, unread: 0, received: 1 },
  ]);
  expect(output(await product.call('contact', 'callers', {}, donor)).callers).toMatchObject([
    { isAsked: true },
  ]);
  const taps = await Promise.all(Array.from({ length: 10 }, () => confirm(id, 'given', donor)));
  expect(taps.map((answer) => output(answer).caller?.isAsked)).toEqual(taps.map(() => false));
  expect((await postOf(postId, donor)).portions).toEqual({ total: 3, left: 2 });
});

test.each(['counted', 'not-given'] as const)(
  'the answer %s leaves the portions as they are',
  async (answer) => {
    const [donor, seeker] = [await somebody(), await somebody()];
    const postId = await publish(donor);
    const id = await contactWith(postId, seeker);
    await report(id, 'received', seeker);
    output(await confirm(id, answer, donor));
    expect((await postOf(postId, donor)).portions).toEqual({ total: 3, left: 3 });
  },
);

test('each household counts once; one that takes its word back counts no more', async () => {
  const donor = await somebody();
  const postId = await publish(donor);
  for (const count of [1, 2]) {
    const seeker = await somebody();
    const id = await contactWith(postId, seeker);
    await report(id, 'received', seeker);
    expect((await newsOf(donor))[0]).toEqual(['thanks', count]);
    if (count === 2) await report(id, 'other', seeker);
  }
  const third = await somebody();
  await report(await contactWith(postId, third), 'received', third);
  expect((await newsOf(donor))[0]).toEqual(['thanks', 2]);
});

test('thanks ask for a portion only while the donor has not answered', async () => {
  const donor = await somebody();
  const postId = await publish(donor);
  const [first, second] = [await somebody(), await somebody()];
  const given = await contactWith(postId, first);
  output(await confirm(given, 'given', donor));
  await report(given, 'received', first);
  await report(await contactWith(postId, second), 'received', second);
  const thanks = output(await product.call('news', 'mine', {}, donor)).news.filter(
    ({ kind }) => kind === 'thanks',
  );
  const asks = thanks.map(({ kind, facts }) => newsWords(kind).text(facts).includes('减 1 份'));
  expect(asks.sort()).toEqual([false, true]);
});

test('the last portion ends the post and its numbers; undone within minutes, the post is back', async () => {
  const [donor, seeker] = [await somebody(), await somebody()];
  const postId = await publish(donor, 1);
  const id = await contactWith(postId, seeker);
  output(await confirm(id, 'given', donor));
  expect(await postOf(postId, donor)).toMatchObject({ status: 'fulfilled', can: { undoGift: true } });
  expect(output(await product.call('contact', 'mine', {}, seeker)).contacts).toMatchObject([
    { state: 'ended', isAsked: true },
  ]);
  expect((await newsOf(seeker))[0]).toEqual(['hand-over', null]);
  const back = output(await product.call('posts', 'undoGift', { id: postId }, donor));
  expect(back).toMatchObject({
    status: 'published',
    portions: { left: 1 },
    can: { undoGift: false, give: true },
  });
  expect(await product.call('posts', 'undoGift', { id: postId }, donor)).toMatchObject({
    error: { code: 'gift-final' },
  });
});

test('送出 can be taken back for ten minutes and no longer, and only where there is room for the post', async () => {
  const donor = await somebody();
  const postId = await publish(donor, 1);
  const give = () => product.call('posts', 'give', { id: postId, leftBefore: 1, leftAfter: 0 }, donor);
  output(await give());
  const others = [await publish(donor), await publish(donor), await publish(donor)];
  expect(await product.call('posts', 'undoGift', { id: postId }, donor)).toMatchObject({
    error: { code: 'too-many-open-posts' },
  });
  output(await product.call('posts', 'withdraw', { id: others[0] ?? '' }, donor));
  output(await product.call('posts', 'undoGift', { id: postId }, donor));
  // Listed again: the limit counts it.
  expect(await product.call('posts', 'publish', aDraft('spare'), donor)).toMatchObject({
    error: { code: 'too-many-open-posts' },
  });
  output(await give());
  await product.cloud.clock.advance(10 * minuteMs, { fire: 'once' });
  expect((await postOf(postId, donor)).can.undoGift).toBe(false);
  expect(await product.call('posts', 'undoGift', { id: postId }, donor)).toMatchObject({
    error: { code: 'gift-final' },
  });
});

test('a giver to a need asks its owner, whose one tap solves the need and thanks the giver', async () => {
  const [owner, giver] = [await somebody(), await somebody()];
  const postId = await publishNeed(owner);
  const id = await contactWith(postId, giver);
  await report(id, 'received', giver);
  expect((await newsOf(owner))[0]).toEqual(['hand-over', null]);
  expect((await newsOf(giver)).filter(([kind]) => kind === 'thanks')).toEqual([]);
  output(await confirm(id, 'given', owner));
  expect((await postOf(postId, owner)).status).toBe('fulfilled');
  expect((await newsOf(giver))[0]).toEqual(['thanks', 1]);
});

test('only the poster confirms, and no request to call back is a hand-over', async () => {
  const [donor, seeker] = [await somebody(), await somebody()];
  const postId = await publish(donor);
  const id = await contactWith(postId, seeker);
  expect(await confirm(id, 'given', seeker)).toMatchObject({ error: { code: 'not-allowed' } });
  const { dypls } = product.providers.faults;
  dypls.add({ kind: 'error', action: 'BindAxb', code: 'isv.NO_AVAILABLE_NUMBER' });
  const asked = await contactWith(postId, await somebody());
  dypls.clear();
  expect(await confirm(asked, 'given', donor)).toMatchObject({ error: { code: 'contact-pending' } });
});

test('a taker who says nothing is asked once, by day; one who was helped, five days later, what is left', async () => {
  await product.close();
  product = await startProduct({ nowMs: Date.parse('2022-12-20T10:30:00+08:00') });
  const [minute, hour] = [minuteMs, 60 * minuteMs];
  const pass = (ms: number) => product.cloud.clock.advance(ms, { fire: 'once' });
  const asked = async (openid: string) =>
    output(await product.call('news', 'mine', {}, openid))
      .news.filter(({ kind }) => kind !== 'contact')
      .map(({ kind, facts }) => [kind, facts.choice, ...facts.codes]);
  const seekers = await Promise.all(Array.from({ length: 5 }, () => somebody()));
  const [silent = '', helped = '', wrong = '', found = '', none = ''] = seekers;
  const donor = await somebody();
  const postId = await publish(donor, 10);
  const ids = await Promise.all(seekers.map((seeker) => contactWith(postId, seeker)));
  const [silentId = '', helpedId = '', wrongId = '', foundId = '', noneId = ''] = ids;
  await report(helpedId, 'received', helped);
  await report(wrongId, 'received', wrong);
  await report(wrongId, 'other', wrong);
  output(await product.call('contact', 'outcome', { id: foundId, outcome: 'already-gone' }, found));
  output(await product.call('contact', 'outcome', { id: noneId, outcome: 'no-answer' }, none));
  const [owner, solved, giver] = [await somebody(), await somebody(), await somebody()];
  const solvedId = await publishNeed(solved);
  await contactWith(await publishNeed(owner), giver);
  await contactWith(solvedId, giver);
  output(await product.call('posts', 'fulfil', { id: solvedId }, solved));

  await pass(175 * minute);
  expect(await asked(silent)).toEqual([]);
  await pass(10 * minute);
  const late = [['hand-over', 'late']];
  expect(await asked(silent)).toEqual(late);
  expect(await asked(owner)).toEqual(late);
  for (const other of [helped, wrong, found, none, solved, giver]) expect(await asked(other)).toEqual([]);
  // The donor's word asks the same, so it makes no second piece of news.
  output(await confirm(silentId, 'counted', donor));
  const sleeper = await somebody();
  await pass(7 * hour);
  output(await product.call('posts', 'keep', { id: postId }, donor));
  await contactWith(postId, sleeper);
  await pass(8 * hour);
  expect(await asked(sleeper)).toEqual([]);
  await pass(5 * hour);
  expect(await asked(sleeper)).toEqual(late);

  await pass(4 * 24 * hour + 2 * hour);
  expect(await asked(helped)).toEqual([['pass-on', null, 'ibuprofen']]);
  expect(await asked(silent)).toEqual(late);
  for (const other of [wrong, found, none]) expect(await asked(other)).toEqual([]);
});
