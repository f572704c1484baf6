import { randomUUID } from 'node:crypto';
import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import type { NewsDocument } from '../../cloudfunctions/shared/contract/news-document';
import { seededRandom } from '../../local/providers/api/provider-faults';
import { booksOf, documents } from './contact-ledger';
import { output, personIdOf, startProduct, type Product } from './product';
import { seedOfRun } from './seed-of-run';

const minuteMs = 60_000;

let product: Product;
/** What reached phones, and how WeChat’s answers are lost. */
let delivered: { openid: string; page: string | null; values: string[] }[] = [];
let losesAnswer = (): 'before' | 'after' | null => null;

beforeAll(async () => {
  product = await startProduct(
    {},
    {
      onMessage: (openid, { page, data }) =>
        delivered.push({ openid, page, values: Object.values(data).map(({ value }) => value) }),
    },
    (openApi) => async (name, args, caller) => {
      const loses = name.includes('subscribeMessage') ? losesAnswer() : null;
      if (loses === 'before') throw new Error('the connection was lost');
      const answer = await openApi(name, args, caller);
      if (loses === 'after') throw new Error('the connection was lost');
      return answer;
    },
  );
});
afterAll(() => product.close());
beforeEach(() => {
  delivered = [];
  losesAnswer = () => null;
});

const somebody = () => product.enrol(randomUUID());
const publish = async (openid: string): Promise<string> =>
  output(await product.call('posts', 'publish', aDraft('spare', { note: '' }), openid)).id;
const request = async (postId: string, openid: string) =>
  output(await product.call('contact', 'request', { postId }, openid));
const timers = () => product.cloud.clock.advance(minuteMs, { fire: 'once' });

/** What a tap on the phone and WeChat’s sheet do. */
async function accept(openid: string, times = 1): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    product.providers.wechat.acceptMessages(openid, ['local-message-contact', 'local-message-result']);
    output(await product.call('news', 'accepted', { templates: ['contact', 'result'] }, openid));
  }
}

const storedNews = async (): Promise<NewsDocument[]> => documents<NewsDocument>(booksOf(product), 'news');
const sendingOf = async (postId: string) =>
  (await storedNews()).filter((each) => each.postId === postId).map(({ sending }) => sending);
const leftOf = async (openid: string) =>
  (await documents(booksOf(product), 'subscriptions')).find(({ _id }) => _id === openid)?.left;

test('somebody who accepted once is notified once, on that phone, and reads the rest in the inbox', async () => {
  const poster = await somebody();
  await accept(poster);
  const postId = await publish(poster);
  const { contact } = await request(postId, await somebody());
  await timers();
  await request(postId, await somebody());
  await timers();
  expect(delivered).toMatchObject([
    { openid: poster, page: `packages/trust/pages/talk/talk?id=${contact.id}` },
  ]);
  expect(delivered[0]?.values).toContain(contact.masked?.number);
  expect((await sendingOf(postId)).sort()).toEqual(['sent', 'unsent']);
  expect(await leftOf(poster)).toMatchObject({ contact: 0, result: 1 });
});

test('of two phones of a person the one that accepted is notified', async () => {
  const name = randomUUID();
  const poster = await product.enrol(name);
  const second = await product.enrol(`${name}-b`, { personId: personIdOf(name) });
  await accept(second);
  await request(await publish(poster), await somebody());
  await timers();
  expect(delivered.map(({ openid }) => openid)).toEqual([second]);
});

test('somebody who withdrew the permission in WeChat is not tried again', async () => {
  const poster = await somebody();
  output(await product.call('news', 'accepted', { templates: ['contact'] }, poster));
  output(await product.call('news', 'accepted', { templates: ['contact'] }, poster));
  const postId = await publish(poster);
  await request(postId, await somebody());
  await timers();
  expect(await sendingOf(postId)).toEqual(['refused']);
  expect(await leftOf(poster)).toMatchObject({ contact: 0 });
  expect(delivered).toEqual([]);
});

test('what is accepted and read by a stranger without an account changes nothing', async () => {
  const answer = await product.call('news', 'accepted', { templates: ['contact'] }, '');
  expect(answer).toMatchObject({ error: { code: 'sign-in-required' } });
});

/**
 * Each round a contact is news for a poster, and the sender dies at a random step: at an operation of the database, or with WeChat’s
 * answer lost before or after the phone has the message. Whatever happens, a phone has each message once at most, the inbox has all
 * news once, and somebody who refused has no message.
 */
test('a sender that dies at random steps repeats nothing, loses nothing, and asks no person who refused', async () => {
  const rounds = 25;
  const random = seededRandom(seedOfRun);
  const actions = ['getDocument', 'modifyDocument', 'startTransaction', 'commitTransaction'];
  const willing: string[] = [];
  const unwilling: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const poster = await somebody();
    if (round % 5 === 4) unwilling.push(poster);
    else willing.push(poster);
    if (round % 5 !== 4) await accept(poster);
    await request(await publish(poster), await somebody());
    losesAnswer = () => (['before', 'after', null, null] as const)[Math.floor(random() * 4)] ?? null;
    const skipped = Math.floor(random() * 3);
    const action = `database.${actions[Math.floor(random() * actions.length)]}`;
    if (skipped > 0)
      product.cloud.faults.add({ action, functionName: 'news', kind: 'delay', ms: 0, times: skipped });
    product.cloud.faults.add({ action, functionName: 'news', kind: 'drop', times: 1 });
    await timers();
    product.cloud.faults.clear();
  }
  losesAnswer = () => null;
  await timers();
  const phones = delivered.map(({ openid }) => openid);
  expect(phones).toHaveLength(new Set(phones).size);
  expect(phones.length).toBeGreaterThan(0);
  expect(phones.filter((openid) => unwilling.includes(openid))).toEqual([]);
  for (const openid of [...willing, ...unwilling])
    expect(output(await product.call('news', 'mine', {}, openid)).news).toHaveLength(1);
}, 240_000);
