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
/** What a viewer reads before the button, and what it then does. */
const contactOf = async (id: string) => {
  const viewer = await somebody();
  const { isUnconfirmed } = output(await product.call('posts', 'read', { id }, viewer));
  const { contact } = output(await product.call('contact', 'request', { postId: id }, viewer));
  return { isUnconfirmed, state: contact.state };
};
const pass = (ms: number) => product.cloud.clock.advance(ms, { fire: 'once' });

const orderOfNeeds = async (place: typeof yuelu): Promise<string[]> =>
  output(await product.call('search', 'nearby', { board: 'need', place }, 'guest')).posts.map(({ id }) => id);

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

test('one alone makes it rest and its donor be asked; one tap of a donor who still has some brings it back', async () => {
  const { donor, id } = await spareFoundEmpty(1);
  expect(await mine(donor)).toMatchObject({ isResting: true, question: null });
  expect(await contactOf(id)).toEqual({ isUnconfirmed: false, state: 'open' });
  await pass(6 * minuteMs);
  expect(await mine(donor)).toMatchObject({ isResting: true, question: { kind: 'still-there' } });
  expect(await newsOf(donor)).toContain('still-there');
  output(await product.call('posts', 'keep', { id }, donor));
  const other = await spareFoundEmpty(2);
  output(await product.call('posts', 'keep', { id: other.id }, other.donor));
  await pass(2.5 * hourMs);
  for (const each of [donor, other.donor])
    expect(await mine(each)).toMatchObject({ status: 'published', question: null, isResting: false });
});

test('an unanswered spare rests: it is the last of its board and announced to no person, until its donor answers', async () => {
  const [silent, awake, seeker] = [await somebody(), await somebody(), await somebody()];
  // What was published before the first run of the timer is not announced.
  await pass(minuteMs);
  const { id } = output(await product.call('posts', 'publish', aDraft('spare'), silent));
  await pass(hourMs);
  const other = output(await product.call('posts', 'publish', aDraft('spare'), awake));
  const order = async (sort: 'distance' | 'time') =>
    output(await product.call('search', 'nearby', { board: 'spare', place: yuelu, sort }, 'guest')).posts.map(
      (post) => [post.id, post.isResting ?? false],
    );
  await pass(2 * hourMs + 5 * minuteMs);
  expect(await mine(silent)).toMatchObject({ question: { kind: 'still-there' }, isResting: false });
  expect(await newsOf(silent)).toEqual(['still-there']);
  await pass(hourMs + 5 * minuteMs);
  output(await product.call('posts', 'keep', { id: other.id }, awake));
  expect(await order('distance')).toEqual([
    [other.id, false],
    [id, true],
  ]);
  output(await product.call('posts', 'withdraw', { id: other.id }, awake));
  output(await product.call('posts', 'publish', aDraft('need'), seeker));
  await pass(40 * minuteMs);
  expect(await newsOf(seeker)).not.toContain('match-spare');
  expect(await contactOf(id)).toEqual({ isUnconfirmed: true, state: 'call-back' });
  const answered = output(await product.call('posts', 'keep', { id }, silent));
  expect(answered).toMatchObject({ isResting: false, question: null });
  expect(await order('distance')).toEqual([[id, false]]);
  await pass(40 * minuteMs);
  expect(await newsOf(seeker)).toContain('match-spare');
});

test('a giver who gives or lengthens is not asked, and one who did not pick up is asked at once', async () => {
  const { donor, id } = await spareFoundEmpty(0);
  await pass(2 * hourMs);
  output(await product.call('posts', 'give', { id, leftBefore: 3, leftAfter: 2 }, donor));
  await pass(2 * hourMs);
  expect(await mine(donor)).toMatchObject({ question: null, isResting: false });
  const viewer = await somebody();
  const { contact } = output(await product.call('contact', 'request', { postId: id }, viewer));
  output(await product.call('contact', 'outcome', { id: contact.id, outcome: 'no-answer' }, viewer));
  await pass(6 * minuteMs);
  expect(await mine(donor)).toMatchObject({ question: { kind: 'still-there' }, isResting: false });
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
  const order = () => orderOfNeeds(reader);
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

test('any other need is asked later, comes last unanswered, and comes back with one tap or a longer life', async () => {
  const [silent, other] = [await somebody(), await somebody()];
  const { id } = output(await product.call('posts', 'publish', aDraft('need', { groups: [] }), silent));
  await pass(5 * hourMs);
  const later = output(await product.call('posts', 'publish', aDraft('need', { groups: [] }), other));
  const order = () => orderOfNeeds(yuelu);
  const first = await order();
  await pass(3 * hourMs + 5 * minuteMs);
  expect(await newsOf(silent)).toEqual(['still-needed']);
  await pass(70 * minuteMs);
  expect(await mine(silent)).toMatchObject({ status: 'published', isResting: true });
  expect(await order()).toEqual([later.id, id]);
  output(await product.call('posts', 'keep', { id }, silent));
  expect(await order()).toEqual(first);
  // The second day from 22:30 on, when it may be lengthened: it has rested since that morning.
  for (const hours of [9, 4, 2, 12]) await pass(hours * hourMs);
  expect(await mine(silent)).toMatchObject({ isResting: true, can: { renew: true } });
  output(await product.call('posts', 'renew', { id }, silent));
  expect(await mine(silent)).toMatchObject({ isResting: false, question: null });
});

const ask = async (id: string, viewer: string) =>
  output(await product.call('contact', 'request', { postId: id }, viewer)).contact;

test('more people than portions with its number: it rests, the donor is asked, and others ask to be called back', async () => {
  const donor = await somebody();
  const draft = aDraft('spare', { portions: 1 });
  const { id } = output(await product.call('posts', 'publish', draft, donor));
  expect(await ask(id, await somebody())).toMatchObject({ state: 'open' });
  expect(await mine(donor)).toMatchObject({ isResting: false });
  expect(await ask(id, await somebody())).toMatchObject({ state: 'open' });
  expect(await mine(donor)).toMatchObject({ isResting: true, can: { keep: true } });
  const [third, fourth] = [await somebody(), await somebody()];
  expect(await ask(id, third)).toMatchObject({ state: 'call-back', masked: null, can: { retry: true } });
  await pass(6 * minuteMs);
  expect(await newsOf(donor)).toContain('still-there');
  // Those who have the number already do not count any more, once the donor says that there is some.
  output(await product.call('posts', 'keep', { id }, donor));
  expect(await mine(donor)).toMatchObject({ isResting: false, question: null });
  expect(await ask(id, fourth)).toMatchObject({ state: 'open' });
  expect(await mine(donor)).toMatchObject({ isResting: false });
  expect(await ask(id, third)).toMatchObject({ state: 'open' });
  expect(await mine(donor)).toMatchObject({ isResting: true });
});

test('a viewer for whom the carrier has no number makes no spare rest', async () => {
  const donor = await somebody();
  const { id } = output(await product.call('posts', 'publish', aDraft('spare', { portions: 1 }), donor));
  expect(await ask(id, await somebody())).toMatchObject({ state: 'open' });
  product.providers.faults.dypls.add({ kind: 'down', action: 'BindAxb', times: 1 });
  expect(await ask(id, await somebody())).toMatchObject({ state: 'call-back' });
  expect(await mine(donor)).toMatchObject({ isResting: false });
});

test('strangers who take its number keep a spare from no one: its donor calls back, and it has its place again', async () => {
  const donor = await somebody();
  const draft = aDraft('spare', { portions: 1 });
  const { id } = output(await product.call('posts', 'publish', draft, donor));
  for (let count = 0; count < 2; count += 1) await ask(id, await somebody());
  const seeker = await somebody();
  const { id: contactId } = await ask(id, seeker);
  expect(await newsOf(donor)).toContain('call-back');
  output(await product.call('contact', 'answerCallBack', { id: contactId }, donor));
  expect(output(await product.call('contact', 'mine', {}, seeker)).contacts).toMatchObject([
    { state: 'open' },
  ]);
  expect(await mine(donor)).toMatchObject({ isResting: false, question: null });
});

test('a spare of the evening rests at night without a question, and its donor brings it back at any hour', async () => {
  await pass(9 * hourMs);
  const donor = await somebody();
  const { id } = output(await product.call('posts', 'publish', aDraft('spare'), donor));
  await pass(3 * hourMs + 6 * minuteMs);
  expect(await mine(donor)).toMatchObject({ isResting: true, question: null, can: { keep: true } });
  expect(await newsOf(donor)).toEqual([]);
  const seeker = await somebody();
  expect(await ask(id, seeker)).toMatchObject({ state: 'call-back' });
  output(await product.call('posts', 'keep', { id }, donor));
  expect(await ask(id, seeker)).toMatchObject({ state: 'open' });
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
  const endings = async (openid: string) => (await newsOf(openid)).filter((kind) => kind === 'ends-soon');
  for (const each of owners) expect(await endings(each)).toHaveLength(each === withdrew ? 0 : 1);
  output(await product.call('posts', 'renew', { id: ids[0] ?? '' }, owner));
  await pass(2 * hourMs);
  expect(await endings(owner)).toHaveLength(1);
  await pass(36 * hourMs);
  expect(await endings(owner)).toHaveLength(2);
});
