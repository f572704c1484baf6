import { aDraft, yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import { randomUUID } from 'node:crypto';
import type { ErrorCode } from '@facts/errors';
import { booksOf, leaks, readLedger, settle } from './contact-ledger';
import { output, personIdOf, startProduct, type Product } from './product';

let product: Product;
beforeAll(async () => {
  product = await startProduct(
    { nowMs: Date.parse('2022-12-20T10:00:00+08:00'), maxWaiting: 5000 },
    { poolNumbers: 60 },
  );
});
afterAll(() => product.close());
afterEach(async () => {
  product.providers.faults.dypls.clear();
  await settle((ms) => product.cloud.clock.advance(ms, { fire: 'once' }));
  expect(leaks(await readLedger(booksOf(product)))).toEqual([]);
});

const publish = async (portions: number) =>
  output(
    await product.call('posts', 'publish', aDraft('spare', { portions }), await product.enrol(randomUUID())),
  ).id;

/** One person with twenty accounts. */
async function accountsOf(name: string): Promise<string[]> {
  const personId = personIdOf(name);
  return Promise.all(Array.from({ length: 20 }, (_, i) => product.enrol(`${name}-${i}`, { personId })));
}

async function requestAll(calls: readonly { postId: string; openid: string }[]) {
  const answers = await Promise.all(
    calls.map(({ postId, openid }) => product.call('contact', 'request', { postId }, openid)),
  );
  const codes = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code]));
  const open = answers.flatMap((answer) =>
    answer.ok && answer.output.contact.state === 'open' ? [answer.output.contact] : [],
  );
  return { codes: new Set<ErrorCode>(codes), open };
}

const openOf = async (keep: (grant: { viewerId: string; postId: string }) => boolean) =>
  (await readLedger(booksOf(product))).open.filter(keep);

test.each([
  ['a carrier that works', 0],
  ['a carrier that fails at random', 0.3],
])(
  '1,000 simultaneous calls by one person through 20 accounts get exactly 5 grants: %s',
  async (name, probability) => {
    const accounts = await accountsOf(`harvest-${probability}`);
    const posts: string[] = [];
    for (let i = 0; i < 50; i += 1) posts.push(await publish(20));
    fail(probability);
    const calls = accounts.flatMap((openid) => posts.map((postId) => ({ postId, openid })));
    expect(calls).toHaveLength(1000);
    const { codes, open } = await requestAll(calls);
    expect(codes.has('internal')).toBe(false);
    const grants = await openOf(({ viewerId }) => viewerId === personIdOf(`harvest-${probability}`));
    process.stdout.write(`${name}: 1,000 calls, ${grants.length} grants, refusals ${[...codes].join(' ')}\n`);
    expect(grants).toHaveLength(5);
    expect(new Set(open.map(({ id }) => id)).size).toBe(5);
    expect(new Set(open.map(({ masked }) => masked?.number)).size).toBe(5);
  },
  180_000,
);

test.each([
  ['a carrier that works', 0],
  ['a carrier that fails at random', 0.3],
])(
  '200 simultaneous people on a spare with 2 portions get no more than 5 open grants: %s',
  async (name, probability) => {
    const postId = await publish(2);
    const people = await Promise.all(
      Array.from({ length: 200 }, (_, i) => product.enrol(`crowd-${probability}-${i}`)),
    );
    fail(probability);
    const { codes } = await requestAll(people.map((openid) => ({ postId, openid })));
    expect(codes.has('internal')).toBe(false);
    const grants = await openOf((grant) => grant.postId === postId);
    process.stdout.write(`${name}: 200 people, ${grants.length} grants, refusals ${[...codes].join(' ')}\n`);
    expect(grants.length).toBeLessThanOrEqual(5);
    if (probability === 0) expect(grants.length).toBeGreaterThanOrEqual(3);
  },
  180_000,
);

test('the sixth viewer of a spare with 2 portions finds it full, until another is done', async () => {
  const owner = await product.enrol(randomUUID());
  const draft = aDraft('spare', { portions: 2 });
  const { id: postId } = output(await product.call('posts', 'publish', draft, owner));
  const request = async (openid: string) => product.call('contact', 'request', { postId }, openid);
  const viewers = await Promise.all(Array.from({ length: 6 }, (_, i) => product.enrol(`seat-${i}`)));
  const [first = '', ...others] = viewers;
  const last = others.pop() ?? '';
  const { contact } = output(await request(first));
  for (const openid of others) {
    output(await request(openid));
    // Its donor says that there is still some, however many have the number.
    output(await product.call('posts', 'keep', { id: postId }, owner));
  }
  expect(await request(last)).toMatchObject({ error: { code: 'contact-full', retry: 'later' } });
  expect(await placesLeft(postId, last)).toEqual([0, 0]);
  output(await product.call('contact', 'done', { id: contact.id }, first));
  expect(await placesLeft(postId, last)).toEqual([1, 1]);
  expect(output(await request(last)).contact.state).toBe('open');
});

/** As the post's own page and the board say it. */
async function placesLeft(postId: string, openid: string): Promise<(number | null | undefined)[]> {
  const post = output(await product.call('posts', 'read', { id: postId }, openid));
  // The other tests of this file have left more spares here than a page holds.
  for (let cursor: string | undefined; ;) {
    const search = { board: 'spare' as const, place: yuelu, pageSize: 50, cursor };
    const page = output(await product.call('search', 'nearby', search, openid));
    const listed = page.posts.find(({ id }) => id === postId);
    if (listed || page.nextCursor === null) return [post.contactsLeft, listed?.contactsLeft];
    cursor = page.nextCursor;
  }
}

test('the same call 50 times at once binds one number, also when the carrier fails at random', async () => {
  const postId = await publish(5);
  const openid = await product.enrol('impatient');
  fail(0.3);
  const { codes } = await requestAll(Array.from({ length: 50 }, () => ({ postId, openid })));
  expect(codes.has('internal')).toBe(false);
  expect((await openOf((grant) => grant.postId === postId)).length).toBeLessThanOrEqual(1);
}, 120_000);

function fail(probability: number): void {
  if (probability === 0) return;
  for (const [seed, kind] of (['down', 'lost', 'unavailable'] as const).entries())
    product.providers.faults.dypls.add({ kind, action: 'BindAxb', probability: probability / 3, seed });
}
