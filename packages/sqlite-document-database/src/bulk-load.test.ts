import fc from 'fast-check';
import { anyDocument } from '../test/arbitrary/arbitrary-values';
import { scratchDatabase, thingsWith } from '../test/scratch-database';
import type { Document } from './values/value';

const indexes = ['a_1', 'b_-1_c_1', 'place_2dsphere', 'a_1_place_2dsphere'];

const queries: Document[] = [{}, { a: 'a' }, { a: { $gt: 0 } }, { b: { $lte: 10 } }, { b: null, c: 1 }];

const placed: fc.Arbitrary<Document> = fc
  .tuple(anyDocument, fc.option(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 2, maxLength: 2 })))
  .map(([document, at]) => (at ? { ...document, place: { type: 'Point', coordinates: at } } : document));

describe('a bulk load', () => {
  test('leaves the same documents and index answers as inserting one by one, even into a collection with documents', async () => {
    const one = await scratchDatabase(indexes);
    const other = await scratchDatabase(indexes);
    await fc.assert(
      fc.asyncProperty(fc.array(placed, { maxLength: 12 }), async (found) => {
        const documents = found.filter(
          ({ b, c }) =>
            !JSON.stringify([b ?? 0, c ?? 0])
              .slice(1)
              .includes('['),
        );
        await one.remove({});
        await other.remove({});
        const named = documents.map((document, i): Document => ({ _id: `d${i}`, ...document }));
        const first = named.slice(0, 3);
        if (first.length) {
          await one.insert(first);
          await other.insert(first);
        }
        if (named.length > 3) await one.insert(named.slice(3));
        await other.database.bulkLoad('things', named.slice(3));
        expect(await other.find({})).toEqual(await one.find({}));
        const near = { near: { type: 'Point', coordinates: [0, 0] }, distanceField: 'meters', key: 'place' };
        for (const query of queries) {
          expect(await other.find(query)).toEqual(await one.find(query));
          const pipeline: [string, Document][] = [['$geoNear', { ...near, query }]];
          expect(await other.aggregate(pipeline)).toEqual(await one.aggregate(pipeline));
        }
      }),
      { numRuns: 40 },
    );
    await one.close();
    await other.close();
  });

  test('works without an index', async () => {
    const scratch = await scratchDatabase();
    expect(await scratch.database.bulkLoad('things', [{ _id: 'a' }, { _id: 'b' }])).toBe(2);
    expect(await scratch.find({})).toHaveLength(2);
    await scratch.close();
  });

  test.each([
    ['an id that is taken', [{ _id: 'old', phone: '2' }], /E11000 .*_id_ dup key: \{ : "old" \}/],
    ['an id twice', [{ _id: 'x' }, { _id: 'x', phone: '2' }], /E11000 .*_id_ dup key: \{ : "x" \}/],
    ['a unique key that is taken', [{ _id: 'x', phone: '1' }], /E11000 .*phone_1 dup key: \{ : "1" \}/],
    [
      'a unique key twice',
      [
        { _id: 'x', phone: '2' },
        { _id: 'y', phone: '2' },
      ],
      /E11000 .*phone_1 dup key: \{ : "2" \}/,
    ],
    ['a name that is not allowed', [{ _id: 'x', phone: '3', $a: 1 }], /dollar/],
  ])('is refused with %s, and leaves nothing of its commit', async (_case, documents, message) => {
    const scratch = await scratchDatabase(['unique:phone_1', 'place_2dsphere']);
    await scratch.insert([{ _id: 'old', phone: '1' }]);
    await expect(scratch.database.bulkLoad('things', documents)).rejects.toThrow(message);
    expect(await scratch.find({})).toEqual([{ _id: 'old', phone: '1' }]);
    await scratch.database.bulkLoad('things', [{ _id: 'x', phone: '2', tags: ['a', 'b'] }]);
    await scratch.database.applyCollections([thingsWith(['tags_1'])]);
    expect(await scratch.find({ tags: 'b' })).toHaveLength(1);
    await scratch.close();
  });
});
