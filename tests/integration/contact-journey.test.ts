import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import type { MemberDocument } from '../../cloudfunctions/shared/contract/documents';
import { output, startProduct, type Product } from './product';

const hourMs = 3_600_000;

let product: Product;
let donor: string;
beforeAll(async () => {
  product = await startProduct({ nowMs: Date.parse('2022-12-20T10:00:00+08:00') });
  donor = await product.enrol('donor');
});
afterAll(() => product.close());

const publish = async (openid: string, portions = 3) =>
  output(await product.call('posts', 'publish', aDraft('spare', { portions }), openid)).id;
const request = (postId: string, openid: string) => product.call('contact', 'request', { postId }, openid);
const withdraw = async (id: string, openid: string) =>
  output(await product.call('posts', 'fulfil', { id }, openid));
/** The bindings that include a person's phone. */
const boundNumbers = (openid = donor) => {
  const phone = product.providers.register.phoneOf(openid);
  const all = product.providers.subscriptions.all().map(({ x, a, b }) => ({ x, a, b }));
  return all.filter(({ a, b }) => a === phone || b === phone);
};

/** A newcomer binds the phone, verifies, and becomes a member. */
async function newcomer(openid: string): Promise<string> {
  const code = product.providers.wechat.issuePhoneCode(openid);
  const { name, idNumber } = product.providers.register.cardOf(openid);
  output(await product.call('identity', 'bindPhone', { code }, openid));
  output(await product.call('identity', 'verify', { name, idNumber, consent: true }, openid));
  return openid;
}

test('a stranger reads, verifies, contacts, reports, and gets the contact back', async () => {
  const postId = await publish(donor);
  const stranger = 'stranger';
  expect(output(await product.call('posts', 'read', { id: postId }, stranger)).can.contact).toBe(false);
  expect(await request(postId, stranger)).toMatchObject({ error: { code: 'verification-required' } });
  await newcomer(stranger);
  expect(output(await product.call('posts', 'read', { id: postId }, stranger)).can.contact).toBe(true);

  const { contact, quota } = output(await request(postId, stranger));
  expect(contact).toMatchObject({ state: 'open', can: { call: true, finish: true, report: true } });
  expect(contact.masked?.number).toMatch(/^170\d{8}$/);
  expect(quota.left).toBe(4);
  const { phoneOf } = product.providers.register;
  expect(boundNumbers()).toEqual([{ x: contact.masked?.number, a: phoneOf(stranger), b: phoneOf(donor) }]);

  const reported = output(
    await product.call('contact', 'outcome', { id: contact.id, outcome: 'received' }, stranger),
  );
  expect(reported.quota.left).toBe(5);
  const again = output(
    await product.call('contact', 'outcome', { id: contact.id, outcome: 'no-answer' }, stranger),
  );
  expect(again).toMatchObject({ quota: { left: 5 }, contact: { outcome: 'no-answer' } });

  const finished = output(await product.call('contact', 'done', { id: contact.id }, stranger));
  expect(finished.contact).toMatchObject({ state: 'ended', masked: null });
  expect(boundNumbers()).toEqual([]);
  await withdraw(postId, donor);
});

test('asking again and again gives the same number and costs one contact', async () => {
  const postId = await publish(donor);
  const viewer = await product.enrol('repeater');
  const answers = await Promise.all(Array.from({ length: 12 }, () => request(postId, viewer)));
  const numbers = answers.map((answer) => output(answer).contact.masked?.number);
  expect(new Set(numbers).size).toBe(1);
  expect(boundNumbers()).toHaveLength(1);
  expect(output(await product.call('contact', 'mine', {}, viewer)).quota.left).toBe(4);
  await withdraw(postId, donor);
});

test('the sixth contact in a day is refused with the time of the next', async () => {
  const viewer = await product.enrol('sixth');
  const posts: string[] = [];
  for (let i = 0; i < 6; i += 1) posts.push(await publish(await product.enrol(`poster-${i}`)));
  for (const postId of posts.slice(0, 5)) output(await request(postId, viewer));
  const sixth = posts[5] ?? '';
  expect(await request(sixth, viewer)).toMatchObject({
    error: {
      code: 'contact-quota-used',
      message: expect.stringMatching(/下一次明天 1\d:\d\d 恢复/) as string,
    },
  });
  const me = output(await product.call('identity', 'me', {}, viewer));
  expect(me.contacts).toMatchObject({ limit: 5, left: 0 });
  expect(await product.call('identity', 'me', {}, donor)).toMatchObject({
    output: { contacts: { left: 5 } },
  });

  await product.cloud.clock.advance((me.contacts.nextBackAtMs ?? 0) - product.cloud.clock.now(), {
    fire: 'once',
  });
  expect(await request(sixth, viewer)).toMatchObject({ ok: true });
});

test('a post that closes takes its numbers along, and so does a day', async () => {
  const postId = await publish(donor);
  const [one, other] = [await product.enrol('one'), await product.enrol('other')];
  const lasting = await publish(await product.enrol('lasting'));
  output(await request(postId, one));
  output(await request(lasting, other));
  await withdraw(postId, donor);
  expect(boundNumbers()).toEqual([]);
  expect(boundNumbers(other)).toHaveLength(1);
  expect(output(await product.call('contact', 'mine', {}, one)).contacts[0]?.state).toBe('ended');
  await product.cloud.clock.advance(24 * hourMs + 60_000, { fire: 'once' });
  expect(output(await product.call('contact', 'mine', {}, other)).contacts[0]?.state).toBe('ended');
  expect(product.providers.subscriptions.all()).toEqual([]);
});

test('without a number the poster is asked to call back, for free, and answers with one tap', async () => {
  const postId = await publish(donor);
  const viewer = await product.enrol('patient');
  product.providers.faults.dypls.add({ kind: 'error', action: 'BindAxb', code: 'isv.NO_AVAILABLE_NUMBER' });
  const { contact, quota } = output(await request(postId, viewer));
  expect(contact).toMatchObject({ state: 'call-back', masked: null, can: { retry: true } });
  expect(quota.left).toBe(5);
  const [first, ...others] = output(await product.call('contact', 'callers', {}, donor)).callers;
  expect(first).toMatchObject({ id: contact.id, state: 'waiting', can: { answer: true } });
  expect(others.filter(({ state }) => state === 'waiting')).toEqual([]);
  const interest = async () => output(await product.call('contact', 'interest', {}, donor)).posts;
  expect(await interest()).toEqual([{ postId, open: 0, waiting: 1, unread: 0, received: 0 }]);
  expect(await product.call('contact', 'answerCallBack', { id: contact.id }, donor)).toMatchObject({
    error: { code: 'carrier-down' },
  });
  product.providers.faults.dypls.clear();
  const { caller } = output(await product.call('contact', 'answerCallBack', { id: contact.id }, donor));
  expect(caller).toMatchObject({ state: 'open', can: { call: true } });
  const { phoneOf } = product.providers.register;
  expect(boundNumbers()).toEqual([{ x: caller.masked?.number, a: phoneOf(donor), b: phoneOf(viewer) }]);
  expect(await interest()).toEqual([{ postId, open: 1, waiting: 0, unread: 0, received: 0 }]);
  expect(output(await product.call('contact', 'interest', {}, 'a-guest')).posts).toEqual([]);
  const seen = output(await product.call('contact', 'mine', {}, viewer));
  expect(seen).toMatchObject({ quota: { left: 5 }, contacts: [{ state: 'open' }] });
  await withdraw(postId, donor);
  expect(boundNumbers()).toEqual([]);
});

test('a closed post has no call-back requests', async () => {
  const postId = await publish(donor);
  const viewer = await product.enrol('too-late');
  product.providers.faults.dypls.add({ kind: 'error', action: 'BindAxb', code: 'isv.NO_AVAILABLE_NUMBER' });
  output(await request(postId, viewer));
  product.providers.faults.dypls.clear();
  await withdraw(postId, donor);
  const [seen] = output(await product.call('contact', 'mine', {}, viewer)).contacts;
  expect(seen).toMatchObject({ state: 'ended', can: { retry: false, finish: false, report: false } });
  const [asked] = output(await product.call('contact', 'callers', {}, donor)).callers;
  expect(asked).toMatchObject({ state: 'ended', can: { answer: false } });
  expect(output(await product.call('contact', 'interest', {}, donor)).posts).toEqual([]);
});

test('a carrier that took the request and did not answer leaves no number behind', async () => {
  const postId = await publish(donor);
  const viewer = await product.enrol('lost');
  product.providers.faults.dypls.add({ kind: 'lost', action: 'BindAxb', times: 1 });
  expect(output(await request(postId, viewer))).toMatchObject({
    contact: { state: 'call-back' },
    quota: { left: 5 },
  });
  expect(boundNumbers()).toHaveLength(1);
  await product.cloud.clock.advance(120_000);
  expect(boundNumbers()).toEqual([]);
  expect(output(await request(postId, viewer)).contact.state).toBe('open');
  await withdraw(postId, donor);
});

test('a shared number with an extension reaches the poster from any phone, until the contact ends', async () => {
  const shared = await startProduct({}, { poolMode: 'extension' });
  try {
    const { exchange } = shared.providers;
    const poster = await shared.enrol('poster');
    const { id: postId } = output(await shared.call('posts', 'publish', aDraft('spare'), poster));
    const viewer = await shared.enrol('viewer');
    const { contact } = output(await shared.call('contact', 'request', { postId }, viewer));
    const { number = '', extension = null } = contact.masked ?? {};
    expect(extension).toMatch(/^\d{1,3}$/);
    for (const phone of [viewer, 'the-phone-of-a-neighbour']) {
      const call = exchange.dial(phone, number, extension);
      expect(call).toMatchObject({ state: 'dialling', shows: number });
      expect(exchange.callOf(poster)).toMatchObject({ state: 'ringing', shows: number });
      exchange.hangUp(phone, 'callId' in call ? call.callId : '');
    }
    expect(exchange.dial(viewer, number)).toMatchObject({
      announcement: expect.stringContaining('分机号') as string,
    });
    output(await shared.call('contact', 'done', { id: contact.id }, viewer));
    expect(exchange.dial(viewer, number, extension)).toHaveProperty('announcement');
    expect(shared.providers.subscriptions.all()).toEqual([]);
  } finally {
    await shared.close();
  }
});

test('a number ends at the carrier at the moment at which it ends for the functions', async () => {
  const postId = await publish(donor);
  const viewer = await product.enrol('for-a-day');
  const { contact } = output(await request(postId, viewer));
  const untilMs = (contact.masked?.expiresAtMs ?? 0) - product.cloud.clock.now();
  const { exchange } = product.providers;
  await product.cloud.clock.advance(untilMs - 30_000, { fire: 'once' });
  const call = exchange.dial(viewer, contact.masked?.number ?? '');
  expect(call).toMatchObject({ state: 'dialling' });
  exchange.hangUp(viewer, 'callId' in call ? call.callId : '');
  await product.cloud.clock.advance(31_000, { fire: 'once' });
  expect(exchange.dial(viewer, contact.masked?.number ?? '')).toHaveProperty('announcement');
  expect(boundNumbers(viewer)).toEqual([]);
  await withdraw(postId, donor);
});

test('a blocked person neither contacts nor publishes through any account, and open numbers end', async () => {
  const poster = await product.enrol('seller-target');
  const postId = await publish(poster);
  const account = await product.enrol('dealer');
  output(await request(postId, account));
  const personId = (await memberOf(account)).personId ?? '';
  const second = await product.enrol('dealer-2', { personId });
  await block(personId);
  await product.cloud.clock.advance(120_000);
  expect(boundNumbers(poster)).toEqual([]);
  const another = await publish(await product.enrol('another'));
  for (const openid of [account, second]) {
    expect(await request(another, openid)).toMatchObject({ error: { code: 'blocked' } });
    expect(await product.call('posts', 'publish', aDraft('spare'), openid)).toMatchObject({
      error: { code: 'blocked' },
    });
  }
  expect(output(await product.call('identity', 'me', {}, account)).can).toMatchObject({ contact: false });
});

async function memberOf(openid: string): Promise<MemberDocument> {
  const { data } = await product.cloud.database.handle('database.getDocument', {
    collectionName: 'members',
    queryType: 'WHERE',
    query: JSON.stringify({ _id: openid }),
  });
  return JSON.parse((data as { list: string[] }).list[0] ?? 'null') as MemberDocument;
}

async function block(personId: string): Promise<void> {
  await product.cloud.database.handle('database.modifyDocument', {
    collectionName: 'persons',
    queryType: 'WHERE',
    query: JSON.stringify({ _id: personId }),
    data: JSON.stringify({ $set: { blockedAtMs: { $numberLong: String(product.cloud.clock.now()) } } }),
    multi: false,
    merge: true,
    upsert: false,
  });
}
