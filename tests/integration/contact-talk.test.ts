import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { output, startProduct, type Product } from './product';

const hourMs = 3_600_000;
const nowMs = Date.parse('2022-12-20T10:00:00+08:00');

let product: Product;
beforeAll(async () => {
  product = await startProduct({ nowMs });
});
afterAll(() => product.close());

let made = 0;
/** A donor's spare and somebody who has asked to reach it. */
async function contactWith(forWhom?: { groups: string[]; ill: number }) {
  const [donor, seeker] = [await product.enrol(`donor-${++made}`), await product.enrol(`seeker-${made}`)];
  const { id: postId } = output(await product.call('posts', 'publish', aDraft('spare'), donor));
  const request = await product.call('contact', 'request', { postId, ...(forWhom && { forWhom }) }, seeker);
  return { donor, seeker, postId, contact: output(request).contact };
}
const sentence = (code: string) => ({ kind: 'sentence' as const, code });
const say = (id: string, code: string, openid: string) =>
  product.call('contact', 'say', { id, saying: sentence(code) }, openid);
const callersOf = async (openid: string) =>
  output(await product.call('contact', 'callers', {}, openid)).callers;

const newsOf = async (openid: string) =>
  output(await product.call('news', 'mine', {}, openid)).news.map(({ kind, grantId, isRead }) => [
    kind,
    grantId,
    isRead,
  ]);

test('the donor reads for whom, how many are ill, and which number will ring', async () => {
  const { donor, contact } = await contactWith({ groups: ['elderly', 'chronic'], ill: 3 });
  const [caller] = await callersOf(donor);
  expect(caller).toMatchObject({
    id: contact.id,
    forWhom: { groups: ['elderly', 'chronic'], ill: 3 },
    ringsAs: contact.masked?.number.slice(-4),
    state: 'open',
  });
});

test('the donor reads no group that the campaign does not name', async () => {
  const { donor } = await contactWith({ groups: ['elderly', 'buy-it-from-me'], ill: 1 });
  expect(await callersOf(donor)).toMatchObject([{ forWhom: { groups: ['elderly'], ill: 1 } }]);
});

test('both sides speak in sentences and plans, in order, with what is unread', async () => {
  const { donor, seeker, contact, postId } = await contactWith();
  output(await say(contact.id, 'no-voice', seeker));
  expect(output(await product.call('contact', 'interest', {}, donor)).posts).toEqual([
    { postId, open: 1, waiting: 0, unread: 1, received: 0 },
  ]);
  const plan = {
    kind: 'plan' as const,
    way: 'contactless' as const,
    place: 'locker',
    day: '2022-12-21',
    hours: 'morning',
  };
  const answered = output(await product.call('contact', 'say', { id: contact.id, saying: plan }, donor));
  expect(answered).toMatchObject({ contact: null, caller: { unread: 0 } });
  const mine = output(await product.call('contact', 'mine', {}, seeker));
  expect(mine.contacts).toMatchObject([{ unread: 1 }]);
  const read = output(await product.call('contact', 'talk', { id: contact.id }, seeker));
  expect(read.said.map(({ side, saying }) => [side, saying])).toEqual([
    ['viewer', sentence('no-voice')],
    ['poster', plan],
  ]);
  expect(await newsOf(seeker)).toEqual([['said', contact.id, true]]);
  expect(await newsOf(donor)).toEqual([
    ['said', contact.id, false],
    ['contact', contact.id, false],
  ]);
  const again = output(await product.call('contact', 'mine', {}, seeker));
  expect(again.contacts).toMatchObject([{ unread: 0 }]);
});

test('a stranger neither reads nor says anything', async () => {
  const { contact } = await contactWith();
  const stranger = await product.enrol('listener');
  for (const answer of [
    await product.call('contact', 'talk', { id: contact.id }, stranger),
    await say(contact.id, 'agreed', stranger),
  ])
    expect(answer).toMatchObject({ error: { code: 'not-allowed' } });
});

test('forty taps at once are one sentence; sentences have a limit an hour, and each side its own', async () => {
  const { donor, seeker, contact } = await contactWith();
  await Promise.all(Array.from({ length: 40 }, () => say(contact.id, 'agreed', seeker)));
  const { said } = output(await product.call('contact', 'talk', { id: contact.id }, donor));
  expect(said).toHaveLength(1);
  const codes = ['call-me', 'agreed'];
  for (let count = 0; count < 9; count += 1) output(await say(contact.id, codes[count % 2] ?? '', seeker));
  expect(await say(contact.id, 'agreed', seeker)).toMatchObject({ error: { code: 'said-enough' } });
  output(await say(contact.id, 'agreed', donor));
});

test('a donor of the last portion can still say where it is; in an ended contact no side can', async () => {
  const { donor, seeker, contact, postId } = await contactWith();
  output(await product.call('posts', 'fulfil', { id: postId }, donor));
  output(await say(contact.id, 'put-out', donor));
  await product.cloud.clock.advance(48 * hourMs, { fire: 'once' });
  expect(await say(contact.id, 'agreed', seeker)).toMatchObject({ error: { code: 'contact-ended' } });

  const other = await contactWith();
  output(await product.call('contact', 'done', { id: other.contact.id }, other.seeker));
  expect(await say(other.contact.id, 'agreed', other.donor)).toMatchObject({
    error: { code: 'contact-ended' },
  });
});

test('somebody who is blocked is not written to, and the other side learns only that it is over', async () => {
  const { donor, seeker, contact } = await contactWith();
  await product.block(seeker);
  expect(await say(contact.id, 'put-out', donor)).toMatchObject({ error: { code: 'contact-ended' } });
});
