import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { randomUUID } from 'node:crypto';
import { sealPhone } from '../../local/seed/seal-phone';
import { booksOf, leaks, readLedger, settle } from './contact-ledger';
import { output, personIdOf, startProduct, type Product } from './product';

let product: Product;
beforeAll(async () => {
  product = await startProduct({ nowMs: Date.parse('2022-12-20T10:00:00+08:00') });
});
afterAll(() => product.close());
afterEach(async () => {
  product.providers.faults.dypls.clear();
  await settle((ms) => product.cloud.clock.advance(ms, { fire: 'once' }));
  expect(leaks(await readLedger(booksOf(product)))).toEqual([]);
});

const somebody = () => product.enrol(randomUUID());
const publish = async (openid: string) =>
  output(await product.call('posts', 'publish', aDraft('spare'), openid)).id;
const request = (postId: string, openid: string) => product.call('contact', 'request', { postId }, openid);
const report = (id: string, openid: string) =>
  product.call('contact', 'outcome', { id, outcome: 'received' }, openid);
const left = async (openid: string) => output(await product.call('contact', 'mine', {}, openid)).quota.left;
const noNumber = () =>
  product.providers.faults.dypls.add({
    kind: 'error',
    action: 'BindAxb',
    code: 'isv.NO_AVAILABLE_NUMBER',
  });
const changePerson = (name: string, fields: object) =>
  product.cloud.database.handle('database.modifyDocument', {
    collectionName: 'persons',
    queryType: 'WHERE',
    query: JSON.stringify({ _id: personIdOf(name) }),
    data: JSON.stringify({ $set: fields }),
    multi: false,
    merge: true,
    upsert: false,
  });
const block = (name: string) =>
  changePerson(name, { blockedAtMs: { $numberLong: String(product.cloud.clock.now()) } });

test('reporting an outcome again and again gives one contact back, once', async () => {
  const viewer = await somebody();
  const first = output(await request(await publish(await somebody()), viewer)).contact;
  output(await request(await publish(await somebody()), viewer));
  expect(await left(viewer)).toBe(3);
  await Promise.all(Array.from({ length: 20 }, () => report(first.id, viewer)));
  for (const outcome of ['no-answer', 'other', 'received', 'no-answer'] as const)
    output(await product.call('contact', 'outcome', { id: first.id, outcome }, viewer));
  output(await product.call('contact', 'done', { id: first.id }, viewer));
  output(await report(first.id, viewer));
  expect(await left(viewer)).toBe(4);
});

test('an outcome before there was a number, or of a free contact, gives nothing back', async () => {
  const [poster, viewer] = [await somebody(), await somebody()];
  output(await request(await publish(await somebody()), viewer));
  const postId = await publish(poster);
  noNumber();
  const { contact } = output(await request(postId, viewer));
  expect(await report(contact.id, viewer)).toMatchObject({ error: { code: 'contact-pending' } });
  product.providers.faults.dypls.clear();
  output(await product.call('contact', 'answerCallBack', { id: contact.id }, poster));
  output(await report(contact.id, viewer));
  expect(await left(viewer)).toBe(4);
});

test('one’s own post is one’s own through every account', async () => {
  const name = randomUUID();
  const poster = await product.enrol(name);
  const second = await product.enrol(`${name}-2`, { personId: personIdOf(name) });
  const postId = await publish(poster);
  for (const openid of [poster, second])
    expect(await request(postId, openid)).toMatchObject({ error: { code: 'own-post' } });
});

test('two people on one phone get no number for each other, and pay nothing', async () => {
  const [poster, name] = [await somebody(), randomUUID()];
  const postId = await publish(poster);
  const key = product.environment.PHONE_KEY_V1 ?? '';
  const phone = sealPhone(key, product.providers.register.phoneOf(poster), `openid-${name}`);
  const viewer = await product.enrol(name, { phone });
  expect(await request(postId, viewer)).toMatchObject({ error: { code: 'same-phone' } });
  expect(await left(viewer)).toBe(5);
});

test('only the two people of a contact can end, report or answer it', async () => {
  const [poster, viewer, stranger] = [await somebody(), await somebody(), await somebody()];
  const postId = await publish(poster);
  const { id } = output(await request(postId, viewer)).contact;
  const denied = { error: { code: 'not-allowed' } };
  for (const openid of [stranger, poster]) {
    expect(await product.call('contact', 'done', { id }, openid)).toMatchObject(denied);
    expect(await report(id, openid)).toMatchObject(denied);
  }
  for (const openid of [stranger, viewer]) {
    expect(await product.call('contact', 'answerCallBack', { id }, openid)).toMatchObject(denied);
    expect(await product.call('contact', 'settle', { postId }, openid)).toMatchObject(denied);
  }
  const unknown = '0'.repeat(32);
  expect(await report(unknown, stranger)).toMatchObject({ error: { code: 'not-found' } });
});

test.each([
  { postId: 'x', viewerId: personIdOf('somebody') },
  { postId: 'x', phone: '13800000000' },
  { postId: { $ne: '' } },
  { postId: ['x'] },
  {},
])('an input with a wrong or additional field is refused: %j', async (input) => {
  const answer = await product.callRaw('contact', { call: 'request', input }, await somebody());
  expect(answer).toMatchObject({ error: { code: 'invalid-input' } });
});

test('an ended contact does not come back when it is requested', async () => {
  const viewer = await somebody();
  const postId = await publish(await somebody());
  const { id } = output(await request(postId, viewer)).contact;
  for (let again = 0; again < 2; again += 1) output(await product.call('contact', 'done', { id }, viewer));
  for (let again = 0; again < 2; again += 1)
    expect(await request(postId, viewer)).toMatchObject({ error: { code: 'contact-ended' } });
  expect(await left(viewer)).toBe(4);
});

test('a blocked poster cannot be reached, and a blocked viewer is not called back', async () => {
  const [blockedPoster, asker] = [randomUUID(), randomUUID()];
  const postId = await publish(await product.enrol(blockedPoster));
  await block(blockedPoster);
  const viewer = await product.enrol(asker);
  expect(await request(postId, viewer)).toMatchObject({ error: { code: 'poster-unreachable' } });

  const poster = await somebody();
  const open = await publish(poster);
  noNumber();
  const { id } = output(await request(open, viewer)).contact;
  product.providers.faults.dypls.clear();
  await block(asker);
  const answer = await product.call('contact', 'answerCallBack', { id }, poster);
  // The answer must not reveal to the poster that the asker is the one who is blocked.
  expect(answer).toMatchObject({ error: { code: 'poster-unreachable' } });
  expect(product.providers.subscriptions.all().filter(({ a, b }) => a === b)).toEqual([]);
});

test('call-back requests are no way around the quota: five a day, withdrawn or not', async () => {
  const viewer = await somebody();
  noNumber();
  for (let count = 0; count < 5; count += 1) {
    const { id } = output(await request(await publish(await somebody()), viewer)).contact;
    output(await product.call('contact', 'done', { id }, viewer));
  }
  expect(await request(await publish(await somebody()), viewer)).toMatchObject({
    error: { code: 'call-back-limit' },
  });
});

test('a charge from a clock that ran ahead counts until its day is over, and can be given back', async () => {
  const name = randomUUID();
  const viewer = await product.enrol(name);
  const aheadMs = product.cloud.clock.now() + 40 * 365 * 24 * 3_600_000;
  const { id } = output(await product.call('posts', 'publish', aDraft('need'), await somebody()));
  const { contact } = output(await request(id, viewer));
  await changePerson(name, {
    charges: [{ grantId: contact.id, atMs: { $numberLong: String(aheadMs) } }],
  });
  expect(await left(viewer)).toBe(4);
  output(await report(contact.id, viewer));
  expect(await left(viewer)).toBe(5);
});
