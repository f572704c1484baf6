import type { CallInput } from '../../cloudfunctions/shared/contract/contract';
import { seedDatabase } from '../../local/seed/seed';
import { output, phoneKey, startProduct, type Product } from './product';

let product: Product;
beforeAll(async () => {
  // Before any timer runs: one of them writes counts, too.
  product = await startProduct({
    prepare: (database, now) => seedDatabase(database, { posts: 20_000, now, phoneKey }),
  });
}, 120_000);
afterAll(() => product.close());

const cities: [string, [number, number], string][] = [
  ['北京朝阳', [116.443, 39.921], '110105'],
  ['上海黄浦', [121.484, 31.231], '310101'],
  ['长沙岳麓', [112.931, 28.235], '430104'],
  ['成都武侯', [104.043, 30.642], '510107'],
  ['济南历下', [117.076, 36.666], '370102'],
];
let callers = 0;
/** Each call has another caller, so that none exceeds its hour's budget or reports its calls. */
const aCaller = (): string => `caller-${(callers += 1)}`;

const remote: [string, [number, number], string][] = [
  ['贡山', [98.665, 27.741], '533324'],
  ['墨脱', [95.333, 29.325], '540424'],
  ['漠河', [122.538, 52.972], '232701'],
];

describe.each(['distance', 'time'] as const)('by %s', (sort) => {
  test.each(cities)(
    'a first page in %s costs one search, or two where the near posts of a medicine end on it',
    async (_, point, adcode) => {
      // By time a city must hold a page of the item; the 143 posts of Changsha hold fewer for one medicine.
      for (const items of sort === 'distance' ? [[], ['ibuprofen']] : [[]]) {
        const input = { board: 'need' as const, items, place: { point, adcode }, sort };
        const { answer, operations } = await searchTwice(input);
        expect(output(answer).posts.length).toBe(20);
        expect(operations).toBeLessThanOrEqual(items.length === 0 ? 1 : 2);
      }
    },
  );

  test.each([...cities, ...remote])(
    'no page around %s costs more than three, and one for the contacts of spares',
    async (_, point, adcode) => {
      let cursor: string | undefined;
      for (let page = 0; page < 12; page += 1) {
        const input = { board: 'spare' as const, place: { point, adcode }, sort, cursor };
        const { answer, operations } = await searchTwice(input);
        expect(operations).toBeLessThanOrEqual(3 + 1);
        cursor = output(answer).nextCursor ?? undefined;
        if (!cursor) break;
      }
    },
  );
});

test('a county with nothing near gets the nearest there is, and its true band', async () => {
  const [, point, adcode] = remote[0] ?? cities[0] ?? ['', [0, 0], ''];
  const page = output(
    await product.call('search', 'nearby', {
      board: 'spare',
      items: ['ibuprofen'],
      place: { point, adcode },
    }),
  );
  expect(page.posts.length).toBe(20);
  const bands = page.posts.map((post) => post.band);
  expect([...bands].sort((a, b) => a - b)).toEqual(bands);
});

/** Of two searches at most one finds its instance due to look for changes of the campaign, with one read in half a minute. */
async function searchTwice(input: CallInput<'search', 'nearby'>) {
  const one = await product.call('search', 'nearby', input, aCaller());
  const answer = await product.call('search', 'nearby', input, aCaller());
  const operations = Math.min(databaseOperations(one.requestId), databaseOperations(answer.requestId));
  return { answer, operations };
}

function databaseOperations(requestId: string): number {
  return Object.entries(product.cloud.operations(requestId))
    .filter(([action]) => action.startsWith('database.'))
    .reduce((sum, [, count]) => sum + count, 0);
}
