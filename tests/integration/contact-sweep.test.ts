import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
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
  // The first comparison of a new environment takes two runs for this many numbers.
  await minutes(2);
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

test('a lost answer is followed up at once, in two runs for this many numbers', async () => {
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
