import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { output, startProduct, type Product } from './product';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

let product: Product;
beforeEach(async () => {
  product = await startProduct({ nowMs: Date.parse('2022-12-20T10:30:00+08:00') });
});
afterEach(() => product.close());

let made = 0;
const somebody = (): Promise<string> => product.enrol(`waiting-${++made}`);
const mine = async (openid: string) => output(await product.call('posts', 'mine', {}, openid)).posts[0];
const newsOf = async (openid: string) =>
  output(await product.call('news', 'mine', {}, openid)).news.map(({ kind }) => kind);
const ask = async (id: string, viewer: string) =>
  output(await product.call('contact', 'request', { postId: id }, viewer)).contact;
const pass = (ms: number) => product.cloud.clock.advance(ms, { fire: 'once' });

test('还有 is read by those who asked to be called back, the longest first, as many as there are portions', async () => {
  const donor = await somebody();
  const draft = aDraft('spare', { portions: 1 });
  const { id } = output(await product.call('posts', 'publish', draft, donor));
  for (let count = 0; count < 2; count += 1) await ask(id, await somebody());
  const [first, second] = [await somebody(), await somebody()];
  const contactsOf = async (openid: string) =>
    output(await product.call('contact', 'mine', {}, openid)).contacts;
  for (const each of [first, second]) {
    await ask(id, each);
    expect(await contactsOf(each)).toMatchObject([{ state: 'call-back', isReachable: false }]);
    await pass(minuteMs);
  }
  output(await product.call('posts', 'keep', { id }, donor));
  expect(await newsOf(first)).toEqual(['still-left']);
  expect(await newsOf(second)).toEqual([]);
  for (const each of [first, second]) expect(await contactsOf(each)).toMatchObject([{ isReachable: true }]);
  // A tap that says nothing new is no news.
  output(await product.call('posts', 'keep', { id }, donor));
  expect(await newsOf(first)).toEqual(['still-left']);
  expect(await ask(id, first)).toMatchObject({ state: 'open' });
});

test('of 还有 and a request at the same moment, the viewer has the number or reads that there is some', async () => {
  const spares: { donor: string; id: string }[] = [];
  for (let count = 0; count < 5; count += 1) {
    const donor = await somebody();
    const { id } = output(await product.call('posts', 'publish', aDraft('spare'), donor));
    spares.push({ donor, id });
  }
  await pass(3 * hourMs + 6 * minuteMs);
  await pass(40 * minuteMs);
  await Promise.all(
    spares.map(async ({ donor, id }) => {
      expect(await mine(donor)).toMatchObject({ isResting: true });
      const seeker = await somebody();
      const keep = product.call('posts', 'keep', { id }, donor);
      const { state } = await ask(id, seeker);
      output(await keep);
      expect([state, await newsOf(seeker)]).toEqual(
        state === 'open' ? ['open', []] : ['call-back', ['still-left']],
      );
    }),
  );
});

test('还有 is no news to somebody who has withdrawn the request, or whose giver cannot be called now', async () => {
  const [withdrew, waits] = [await somebody(), await somebody()];
  for (const callHours of [null, { from: 10, until: 14 }]) {
    const donor = await somebody();
    const { id } = output(await product.call('posts', 'publish', aDraft('spare', { callHours }), donor));
    await pass(3 * hourMs + 6 * minuteMs);
    await pass(40 * minuteMs);
    expect(await mine(donor)).toMatchObject({ isResting: true });
    const seeker = callHours ? waits : withdrew;
    const { id: contactId } = await ask(id, seeker);
    if (!callHours) output(await product.call('contact', 'done', { id: contactId }, seeker));
    output(await product.call('posts', 'keep', { id }, donor));
    expect(await newsOf(seeker)).not.toContain('still-left');
  }
});
