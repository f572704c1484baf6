import fc from 'fast-check';
import { scratchDatabase, type Scratch } from '../../test/scratch-database';
import type { Document } from '../values/value';
import { fewestRows } from './fewest-rows';

const need = 2000;
/** Two thousand open needs: three by Ann, and one in a hundred in the town. */
const posts: Document[] = Array.from({ length: need }, (_, at) => ({
  _id: `p${String(at).padStart(5, '0')}`,
  board: 'need',
  status: 'open',
  owner: at % 700 === 0 ? 'ann' : `o${at}`,
  town: at % 100 === 0 ? 'changsha' : `t${at % 7}`,
  at,
}));

let scratch: Scratch;
const explain = (query: Document, options?: { order?: Document; limit?: number }) =>
  scratch.database.explain('things', query, options);

afterEach(() => scratch.close());

async function stored(indexes: string[]): Promise<void> {
  scratch = await scratchDatabase(indexes);
  await scratch.database.bulkLoad('things', posts);
}

describe('the index that leaves the fewest rows', () => {
  beforeEach(() => stored(['board_1_status_1_at_-1', 'owner_1', 'town_1', 'at_1']));

  const open = { board: 'need', status: 'open' };
  test.each<
    [
      what: string,
      query: Document,
      options: { order?: Document; limit?: number },
      index: string,
      most: number,
    ]
  >([
    ['one equality beats two that hold for all', { ...open, owner: 'ann' }, {}, 'owner_1', 3],
    [
      'also where few are wanted in the order of the other',
      { ...open, owner: 'ann' },
      { order: { at: -1 }, limit: 20 },
      'owner_1',
      3,
    ],
    [
      'a narrow range beats equalities',
      { ...open, at: { $gte: 10, $lt: 14 } },
      {},
      'board_1_status_1_at_-1',
      4,
    ],
    [
      'an order that ends soon beats sorting',
      { ...open, owner: { $gte: 'a' } },
      { order: { at: -1 }, limit: 20 },
      'board_1_status_1_at_-1',
      20,
    ],
    [
      'an order in which none is met is given up',
      { ...open, town: 'changsha', owner: 'ann' },
      { order: { at: -1 }, limit: 1 },
      'owner_1',
      3,
    ],
    [
      'the smaller of two alternatives each',
      { $or: [{ owner: 'ann' }, { ...open, at: 7 }] },
      {},
      'owner_1',
      4,
    ],
  ])('%s', async (_what, query, options, index, most) => {
    const explained = await explain(query, options);
    expect(explained.index).toContain(index);
    expect(explained.examined).toBeLessThanOrEqual(most);
  });

  test('an order reads at most a small multiple of the rows that another index leaves', async () => {
    const { examined, returned, index } = await explain(
      { ...open, town: 'changsha', at: { $mod: [1000, 0] } },
      { order: { at: -1 }, limit: 20 },
    );
    expect(returned).toBe(2);
    expect(index).toContain('town_1');
    expect(examined).toBeLessThanOrEqual(6 * 20 + 64);
  });
});

test('of several 2dsphere indexes the one with the smallest group', async () => {
  scratch = await scratchDatabase([
    'board_1_status_1_place_2dsphere',
    'town_1_place_2dsphere',
    'owner_1_place_2dsphere',
  ]);
  await scratch.database.bulkLoad(
    'things',
    posts.map((post, at) => ({
      ...post,
      place: { type: 'Point', coordinates: [112 + (at % 50) / 100, 28] },
    })),
  );
  const near = { place: { $near: { $geometry: { type: 'Point', coordinates: [112, 28] } } } };
  const explained = await explain(
    { board: 'need', status: 'open', town: 'changsha', ...near },
    { limit: 20 },
  );
  expect(explained.index).toContain('town_1_place_2dsphere');
  expect(explained.examined).toBe(20);
});

test('counting ends with the smallest, for all sizes', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(200_000), { minLength: 2, maxLength: 5 }), (sizes) => {
      let walked = 0;
      const choices = sizes.map((size, score) => ({
        size,
        score,
        rows: (most: number) => {
          walked += Math.min(size, most);
          return Math.min(size, most);
        },
      }));
      const least = Math.min(...sizes);
      expect(fewestRows(choices)?.size).toBe(least);
      expect(walked).toBeLessThanOrEqual(sizes.length * 6 * Math.max(64, least));
    }),
  );
});
