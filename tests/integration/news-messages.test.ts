import { randomUUID } from 'node:crypto';
import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import type { NewsDocument } from '../../cloudfunctions/shared/contract/news-document';
import { newsCrashRuns } from '../crash/news-crash-runs';
import { booksOf, documents } from './contact-ledger';
import { output, personIdOf, startProduct, type Product } from './product';
import { seedOfRun } from './seed-of-run';

const minuteMs = 60_000;

let product: Product;
/** What reached phones. */
let delivered: { openid: string; page: string | null; values: string[] }[] = [];

beforeAll(async () => {
  product = await startProduct(
    {},
    {
      onMessage: (openid, { page, data }) =>
        delivered.push({ openid, page, values: Object.values(data).map(({ value }) => value) }),
    },
  );
});
afterAll(() => product.close());
beforeEach(() => {
  delivered = [];
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

/** `npm run crash:news -- --runs 1000` walks over the points in earnest. */
test('after deaths at random steps no phone has a message twice or unasked, and no inbox lacks its news', async () => {
  const report = await newsCrashRuns({ runs: 3, seed: seedOfRun }, () => undefined);
  expect(report.wrong).toEqual([]);
  expect(report.messages.delivered).toBeGreaterThan(0);
}, 300_000);
