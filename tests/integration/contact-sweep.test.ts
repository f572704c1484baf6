import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { keptNumbers } from '../../scripts/operators/numbers';
import { storeOf } from '../../scripts/operators/store';
import { booksOf, leaks, readLedger } from './contact-ledger';
import { output, startProduct, type Product } from './product';

const minuteMs = 60_000;
const poolNumbers = 450;

let product: Product;
/** Requests to the carrier by action. */
let asked: Record<string, number> = {};
beforeAll(async () => {
  product = await startProduct({ nowMs: Date.parse('2022-12-20T10:00:00+08:00') }, { poolNumbers });
  const drawn = product.providers.faults.dypls.drawn;
  product.providers.faults.dypls.drawn = (action) => {
    asked[action] = (asked[action] ?? 0) + 1;
    return drawn(action);
  };
  // The first comparison of a new environment.
  await minutes(1);
  expect(asked).toEqual({ QuerySubsId: poolNumbers });
});
afterAll(() => product.close());
beforeEach(() => {
  asked = {};
});

async function minutes(count: number): Promise<void> {
  for (let minute = 0; minute < count; minute += 1)
    await product.cloud.clock.advance(minuteMs, { fire: 'once' });
}

async function contacted(name: string) {
  const poster = await product.enrol(`poster-${name}`);
  const postId = output(await product.call('posts', 'publish', aDraft('spare'), poster)).id;
  const viewer = await product.enrol(`viewer-${name}`);
  return output(await product.call('contact', 'request', { postId }, viewer)).contact;
}
const subscriptions = () => product.providers.subscriptions.all();
const poolKey = () => product.providers.env.DYPLS_POOL_KEY ?? '';

/** Makes a binding that the product never asked for. */
function bindBehindOurBack(phones: [string, string]): void {
  product.providers.subscriptions.bind({
    poolKey: poolKey(),
    mode: 'axb',
    a: phones[0],
    b: phones[1],
    expiresAtMs: product.cloud.clock.now() + 20 * 3_600_000,
    outId: null,
    outOrderId: null,
    recording: false,
    callRestrict: null,
    callTimeoutSeconds: null,
  });
}

test('with nothing open the sweep makes one request an hour to the carrier', async () => {
  await minutes(57);
  expect(asked).toEqual({});
  await minutes(4);
  expect(asked).toEqual({ QuerySubsId: poolNumbers });
});

test('a number without a grant goes back within the hour', async () => {
  bindBehindOurBack(['13800000001', '13800000002']);
  await minutes(62);
  expect(subscriptions()).toEqual([]);
});

test('a number that the carrier dropped ends its contact within ten minutes', async () => {
  const contact = await contacted('dropped');
  const [bound] = subscriptions();
  product.providers.subscriptions.unbind(poolKey(), bound?.x ?? '', bound?.subsId ?? '');
  expect(contact.can.call).toBe(true);
  await minutes(12);
  const { contacts } = output(await product.call('contact', 'mine', {}, 'openid-viewer-dropped'));
  expect(contacts[0]?.state).toBe('ended');
});

test('a lost answer is followed up at once, however many numbers there are', async () => {
  product.providers.faults.dypls.add({ kind: 'lost', action: 'BindAxb', times: 1 });
  expect((await contacted('lost')).state).toBe('call-back');
  expect(subscriptions()).toHaveLength(1);
  await minutes(2);
  expect(subscriptions()).toEqual([]);
  // Once a comparison has begun a minute after the doubt, no doubt is left.
  await minutes(4);
  asked = {};
  await minutes(5);
  expect(asked).toEqual({});
});

test('numbers of a file are listed once, however they are separated', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'numbers-'));
  const file = join(folder, 'numbers.txt');
  const store = storeOf(product.cloud.database);
  writeFileSync(file, '17100000001\r\n17100000002, 17100000001；17000000001\n');
  const added = [await keptNumbers(store, file, 1), await keptNumbers(store, file, 2)];
  writeFileSync(file, '17100000003 1710000000x');
  await expect(keptNumbers(store, file, 3)).rejects.toThrow('"1710000000x" is not a number');
  rmSync(folder, { recursive: true });
  expect(added).toEqual([
    `2 numbers added, 1 were there; ${poolNumbers + 2} in all`,
    `0 numbers added, 3 were there; ${poolNumbers + 2} in all`,
  ]);
  expect(await keptNumbers(store, undefined, 4)).toBe(`${poolNumbers + 2} numbers`);
  for (const number of ['17100000001', '17100000002']) await store.remove('numbers', number);
});

test('an interrupted comparison continues from its last number', async () => {
  bindBehindOurBack(['13800000001', '13800000002']);
  const down = { kind: 'unavailable', action: 'QuerySubsId' } as const;
  product.providers.faults.dypls.add({ ...down, probability: 0.01, seed: 5 });
  await minutes(75);
  product.providers.faults.dypls.clear();
  expect(subscriptions()).toEqual([]);
  // The comparison does not start over after each failure: at most two comparisons fall into the time, each with a few numbers twice.
  expect(asked.QuerySubsId).toBeGreaterThan(poolNumbers);
  expect(asked.QuerySubsId).toBeLessThan(2.3 * poolNumbers);
  expect(leaks(await readLedger(booksOf(product)))).toEqual([]);
});

test('contacts whose time is over end without a request to the carrier, more of them than fit a page', async () => {
  const now = product.cloud.clock.now();
  const seen = await aGrant();
  const over = Array.from({ length: 600 }, (_, at) => ({
    ...seen,
    _id: `eee${at.toString(16).padStart(29, '0')}`,
    state: 'bound',
    binding: { number: '17000000001', subscriptionId: String(at), extension: null },
    boundAtMs: now - 20 * 3_600_000,
    expiresAtMs: now - 3_600_000,
    endReason: null,
  }));
  await product.cloud.database.bulkLoad('grants', over);
  asked = {};
  const left = async () =>
    (await readLedger(booksOf(product))).open.filter(({ _id }) => _id.startsWith('eee')).length;
  // One run ends all of them, unless the machine is so slow that its time is over first.
  for (let run = 0; run < 5 && (await left()) > 0; run += 1) await minutes(1);
  expect(await left()).toBe(0);
  expect(asked.UnbindSubscription).toBeUndefined();
});

/** A grant as the product makes one. */
async function aGrant() {
  await contacted('many');
  const [grant] = (await readLedger(booksOf(product))).grants.filter(({ state }) => state === 'bound');
  if (!grant) throw new Error('no grant');
  return grant;
}
