import { yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import { campaign } from '../../local/seed/catalogue';
import { booksOf, documents } from './contact-ledger';
import { personIdOf, startProduct, type Product } from './product';

const instances = 2;
const { callsPerHour } = campaign.limits;
let product: Product;
beforeAll(async () => {
  // Budgets are for an hour of the clock, which must not end meanwhile.
  product = await startProduct({ maxInstances: instances, nowMs: Date.parse('2022-12-20T10:01:00+08:00') });
});
afterAll(() => product.close());

const search = (openid: string) => product.call('search', 'nearby', { board: 'need', place: yuelu }, openid);

const served = async (calls: Promise<{ ok: boolean }>[]): Promise<number> =>
  (await Promise.all(calls)).filter(({ ok }) => ok).length;

test('one caller gets an hour’s budget of pages, and everybody else is served', async () => {
  const flood = await served(Array.from({ length: 400 }, () => search('flood')));
  expect(flood).toBeGreaterThanOrEqual(callsPerHour.search);
  // Each instance reports ten calls together.
  expect(flood).toBeLessThan(callsPerHour.search + instances * 10);
  // An idle instance may still have a few calls to report.
  const more = await Promise.all(Array.from({ length: 40 }, () => search('flood')));
  expect(more.find(({ ok }) => !ok)).toMatchObject({
    error: {
      code: 'too-many-calls',
      retry: 'later',
      message: expect.stringMatching(/请在 \d\d:00 以后再来/) as string,
    },
  });
  expect(await served(Array.from({ length: 20 }, (_, i) => search(`neighbour-${i}`)))).toBe(20);
});

test('another budget of the same caller is not touched, and the next hour starts at zero', async () => {
  expect(await product.call('posts', 'mine', {}, 'flood')).toMatchObject({ ok: true });
  await product.cloud.clock.advance(3_600_000, { fire: 'once' });
  expect(await search('flood')).toMatchObject({ ok: true });
});

test('visitors whom WeChat has not signed in read from Moments in numbers that one person may not', async () => {
  const readers = 3 * callsPerHour.search;
  expect(await served(Array.from({ length: readers }, () => search('')))).toBe(readers);
});

test('all accounts of a person share one budget', async () => {
  const accounts = [0, 1, 2].map((i) => `openid-sharing-${i}`);
  for (const _id of accounts) await product.enrol('sharing', { _id, personId: personIdOf('sharing') });
  const pages = accounts.flatMap((account) => Array.from({ length: 100 }, () => search(account)));
  // An instance has up to nine calls of each account in hand.
  expect(await served(pages)).toBeLessThan(callsPerHour.search + accounts.length * instances * 10);
});

test('writes never exceed their budget, over all instances and accounts', async () => {
  const accounts = [0, 1].map((i) => `openid-writing-${i}`);
  for (const _id of accounts) await product.enrol('writing', { _id, personId: personIdOf('writing') });
  const read = (openid: string) => product.call('news', 'markRead', { ids: ['f'.repeat(32)] }, openid);
  const writes = accounts.flatMap((account) => Array.from({ length: 80 }, () => read(account)));
  const count = await served(writes);
  expect(count).toBeLessThanOrEqual(callsPerHour.write);
  // Of the calls that run at the same time each may read the sum with the others', and is then refused too early.
  expect(count).toBeGreaterThan(callsPerHour.write - instances);
});

test('messages that WeChat pushes have no budget', async () => {
  const message = { MsgType: 'event', Event: 'wxa_media_check', trace_id: 'no-such-trace', errcode: 0 };
  const answers = [];
  for (let i = 0; i < callsPerHour.ask + 20; i += 1)
    answers.push(await product.cloud.pushMessage('moderation', message));
  expect(answers.every((answer) => (answer as { ok: boolean }).ok)).toBe(true);
});

test('the counts name no caller, and are gone when the hour is over', async () => {
  const stored = (await documents(booksOf(product), 'spending')) as { _id: string }[];
  expect(stored.length).toBeGreaterThan(0);
  expect(JSON.stringify(stored)).not.toMatch(/flood/);
  await product.cloud.clock.advance(2 * 3_600_000, { fire: 'once' });
  expect(await documents(booksOf(product), 'spending')).toEqual([]);
});
