import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { output, startProduct, type Product } from './product';

const hourMs = 3_600_000;

let product: Product;
beforeAll(async () => {
  product = await startProduct({ nowMs: Date.parse('2022-12-20T15:00:00+08:00') });
});
afterAll(() => product.close());

const news = async (openid: string) =>
  output(await product.call('news', 'mine', {}, openid)).news.map(({ kind }) => kind);

test('outside of the hours of a donor a request is a call back that costs nothing; within them it is a number', async () => {
  const [donor, seeker, other] = [
    await product.enrol('donor'),
    await product.enrol('seeker'),
    await product.enrol('other'),
  ];
  const draft = aDraft('spare', { callHours: { from: 18, until: 22 }, portions: 1 });
  const post = output(await product.call('posts', 'publish', draft, donor));
  expect(post.callHours).toEqual({ from: 18, until: 22 });
  const ask = (viewer: string) => product.call('contact', 'request', { postId: post.id }, viewer);
  const [first, again] = [output(await ask(seeker)), output(await ask(seeker))];
  expect(first.contact).toMatchObject({ state: 'call-back', masked: null, can: { retry: true } });
  expect([first.quota.left, again.quota.left]).toEqual([first.quota.limit, first.quota.limit]);
  expect(await news(donor)).toEqual(['call-back']);
  expect(output(await product.call('contact', 'callers', {}, donor)).callers).toHaveLength(1);
  // The donor calls back whenever it suits.
  output(await ask(other));
  const { callers } = output(await product.call('contact', 'callers', {}, donor));
  const waiting = callers.find(({ id }) => id !== first.contact.id)?.id ?? '';
  output(await product.call('contact', 'answerCallBack', { id: waiting }, donor));
  expect(output(await product.call('contact', 'mine', {}, other)).contacts).toMatchObject([
    { state: 'open' },
  ]);

  await product.cloud.clock.advance(3 * hourMs, { fire: 'once' });
  expect(output(await ask(seeker))).toMatchObject({
    contact: { id: first.contact.id, state: 'open' },
    quota: { left: first.quota.limit - 1 },
  });
});

test('requests to call back have the limit of a post', async () => {
  const donor = await product.enrol('full-donor');
  const draft = aDraft('spare', { callHours: { from: 8, until: 9 }, portions: 1 });
  const { id: postId } = output(await product.call('posts', 'publish', draft, donor));
  const answers = [];
  for (let at = 0; at < 5; at += 1)
    answers.push(await product.call('contact', 'request', { postId }, await product.enrol(`full-${at}`)));
  // One portion, and three more.
  expect(answers.map((answer) => ('error' in answer ? answer.error.code : 'asked'))).toEqual([
    ...Array.from({ length: 4 }, () => 'asked'),
    'contact-full',
  ]);
});

test('a family asks for the course of each, and no more', async () => {
  const seeker = await product.enrol('family');
  const need = (quantity: number) =>
    aDraft('need', { ill: 3, items: [{ code: 'ibuprofen', quantity, unit: '粒' }] });
  expect(await product.call('posts', 'publish', need(19), seeker)).toMatchObject({
    error: {
      code: 'quantity-too-large',
      field: 'items.0.quantity',
      message: '布洛芬（胶囊、片）一人最多 6 粒，3 人最多 18 粒，够一个疗程就好，把机会留给更多人。',
    },
  });
  expect(output(await product.call('posts', 'publish', need(18), seeker))).toMatchObject({ ill: 3 });
});
