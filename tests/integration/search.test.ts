import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import fc from 'fast-check';
import type { Group } from '../../cloudfunctions/shared/contract/board';
import type { PostDocument } from '../../cloudfunctions/shared/contract/documents';
import type { CallInput } from '../../cloudfunctions/shared/contract/contract';
import { distanceBand } from '@facts/distance-bands';
import { distanceMeters } from '../../miniprogram/facts/distance';
import { output, startProduct, type Product } from './product';
import { codes, point, randomPosts } from './random-posts';
import { campaign } from '../../local/seed/catalogue';
import { bundledVersion } from '../../miniprogram/data/bundled-campaign';
import { seedOfRun } from './seed-of-run';

type Search = CallInput<'search', 'nearby'>;

/** The number of compared searches, each through all its pages. */
const searches = Number(process.env.SEARCHES ?? 30);
/** Pages of one caller are limited by the hour. */
const nextReader = (): string => `openid-reader-${(readers += 1) % readerCount}`;
let readers = 0;
const readerCount = 40;
let product: Product;
let posts: PostDocument[];

beforeAll(async () => {
  product = await startProduct();
  posts = randomPosts(1_200, seedOfRun, product.cloud.clock.now());
  await product.load(posts);
  for (let reader = 0; reader < readerCount; reader += 1) await product.enrol(`reader-${reader}`);
});
afterAll(() => product.close());

const search: fc.Arbitrary<Search> = fc.record({
  board: fc.constantFrom('need' as const, 'spare' as const),
  items: fc.oneof(
    fc.constant<string[]>([]),
    fc.uniqueArray(fc.constantFrom<string[]>(...codes), { minLength: 1, maxLength: 3 }),
  ),
  groups: fc.constantFrom<Group[][]>([], ['infant'], ['infant', 'elderly']),
  place: fc.record({ point, adcode: fc.constantFrom('430104', '430281', '110101', '510104', '430000') }),
  sort: fc.constantFrom('distance' as const, 'time' as const),
  within: fc.constantFrom(undefined, undefined, undefined, '430000', '430100', '430104'),
  pageSize: fc.constantFrom(13, 20, 50),
});

/** Every page of a search, one after another, at most `pages` of them. */
async function readPages(input: Search, pages = Infinity, between?: () => Promise<void>): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < pages; page += 1) {
    const answer = output(await product.call('search', 'nearby', { ...input, cursor }, nextReader()));
    ids.push(...answer.posts.map((post) => post.id));
    if (answer.nextCursor === null) break;
    expect(answer.posts.length).toBe(input.pageSize);
    cursor = answer.nextCursor;
    await between?.();
  }
  return ids;
}

/** The contract's promise, computed by filtering and sorting everything. */
function bruteForce(all: readonly PostDocument[], input: Search, nowMs: number): string[] {
  const { within, place } = input;
  const any = (wanted: readonly string[] | undefined, has: readonly string[]): boolean =>
    !wanted || wanted.length === 0 || wanted.some((one) => has.includes(one));
  const fitting = all.filter(
    (post) =>
      post.board === input.board &&
      post.status === 'published' &&
      post.expiresAtMs > nowMs &&
      any(input.items, post.itemCodes) &&
      any(input.groups, post.groups) &&
      (!within || [post.districtCode, post.cityCode, post.provinceCode].includes(within)),
  );
  const byId = (a: PostDocument, b: PostDocument): number => (a._id < b._id ? -1 : 1);
  const meters = (post: PostDocument): number => metersTo(post, input);
  const province = place.adcode.slice(0, 2);
  const city = place.adcode.endsWith('0000') ? null : place.adcode.slice(0, 4);
  const reach = (post: PostDocument): number =>
    within
      ? 0
      : city && post.districtCode.startsWith(city)
        ? 0
        : post.districtCode.startsWith(province)
          ? 1
          : 2;
  const byDistance = (a: PostDocument, b: PostDocument): number =>
    distanceBand(meters(a)) - distanceBand(meters(b)) ||
    b.priority - a.priority ||
    nearlyEqual(meters(a), meters(b)) ||
    byId(a, b);
  const byTime = (a: PostDocument, b: PostDocument): number =>
    reach(a) - reach(b) || b.timeRank - a.timeRank || byId(a, b);
  // Posts that rest come after all others within 50 km.
  const part = (post: PostDocument): number => (post.isResting || meters(post) > 50_000 ? 1 : 0);
  const byPart = (a: PostDocument, b: PostDocument): number => part(a) - part(b) || byDistance(a, b);
  return fitting.sort(input.sort === 'distance' ? byPart : byTime).map((post) => post._id);
}

const metersTo = ({ searchPoint, publicPoint }: PostDocument, { place }: Search): number =>
  distanceMeters(place.point, (searchPoint ?? publicPoint).coordinates);

/** Two ways of computing a distance may differ in the last bits, so such posts may come in either order. */
const nearlyEqual = (a: number, b: number): number => (Math.abs(a - b) < 0.001 ? 0 : a - b);

/** The same posts in the same order, except neighbours at (nearly) the same distance, which may be swapped. */
function expectSameOrder(found: string[], expected: string[], input: Search): void {
  expect(new Set(found).size).toBe(found.length);
  expect([...found].sort()).toEqual([...expected].sort());
  if (input.sort === 'time') return expect(found).toEqual(expected);
  const place = (id: string): { meters: number; priority: number } => {
    const post = posts.find((one) => one._id === id);
    if (!post) throw new Error(`unknown post ${id}`);
    return {
      meters: metersTo(post, input),
      priority: post.priority,
    };
  };
  found.forEach((id, index) => {
    const was = place(expected[index] ?? '');
    expect(place(id).priority).toBe(was.priority);
    expect(Math.abs(place(id).meters - was.meters)).toBeLessThan(0.002);
  });
}

test('every page of every search equals the brute-force result', async () => {
  await fc.assert(
    fc.asyncProperty(search, async (input) => {
      expectSameOrder(await readPages(input), bruteForce(posts, input, product.cloud.clock.now()), input);
    }),
    { numRuns: searches, seed: seedOfRun },
  );
}, 300_000);

test('pages neither repeat nor skip while posts are published and closed', async () => {
  const passing = randomPosts(300, seedOfRun + 1, product.cloud.clock.now(), 'b');
  await product.load(passing);
  const changing = new Set(passing.map((post) => post._id));
  const owner = await product.enrol('owner-of-passing-posts', { personId: 'f'.repeat(32) });
  const poster = await product.enrol('busy-poster');
  let next = 0;
  const between = async (): Promise<void> => {
    const closing = passing.slice(next, next + 15);
    next += 15;
    await Promise.all(closing.map((post) => product.call('posts', 'withdraw', { id: post._id }, owner)));
    const made = await product.call('posts', 'publish', aDraft('need'), poster);
    if (!made.ok) return;
    changing.add(made.output.id);
    await product.call('posts', 'withdraw', { id: made.output.id }, poster);
  };
  for (const input of fc.sample(search, { numRuns: 8, seed: seedOfRun + 2 })) {
    const found = await readPages(input, Infinity, between);
    expect(new Set(found).size).toBe(found.length);
    const steady = found.filter((id) => !changing.has(id));
    expectSameOrder(steady, bruteForce(posts, input, product.cloud.clock.now()), input);
  }
}, 300_000);

test('a phone that has the running campaign gets no content, another one gets all of it', async () => {
  const first = output(await product.call('search', 'campaign', {}, nextReader()));
  expect(first.campaign).toEqual(campaign);
  expect(first.version).toBe(bundledVersion);
  const { version } = first;
  expect(output(await product.call('search', 'campaign', { version }, nextReader()))).toEqual({
    version,
    campaign: null,
    closing: null,
    makesLinks: true,
  });
  const old = output(await product.call('search', 'campaign', { version: 'of last week' }, nextReader()));
  expect(old).toEqual(first);
});
