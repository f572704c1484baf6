import { yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import { campaign } from '../../local/seed/catalogue';
import { booksOf, documents } from './contact-ledger';
import { startProduct, type Product } from './product';

const instances = 2;
const { callsPerHour } = campaign.limits;
let product: Product;
beforeAll(async () => {
  product = await startProduct({ maxInstances: instances });
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

test('visitors whom WeChat has not signed in are one caller', async () => {
  expect(await served(Array.from({ length: 200 }, () => search('')))).toBeLessThan(
    callsPerHour.search + instances * 10,
  );
});

test('the counts name no caller, and are gone when the hour is over', async () => {
  const stored = (await documents(booksOf(product), 'spending')) as { _id: string }[];
  expect(stored.length).toBeGreaterThan(0);
  expect(JSON.stringify(stored)).not.toMatch(/flood/);
  await product.cloud.clock.advance(2 * 3_600_000, { fire: 'once' });
  expect(await documents(booksOf(product), 'spending')).toEqual([]);
});
