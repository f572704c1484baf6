import fc from 'fast-check';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { LongWriteSizes } from './limits';
import { loadCollections, type Collection } from './storage/catalogue';
import { openSql } from './storage/sqlite';
import { anyDocument } from '../test/arbitrary/arbitrary-values';
import { oracleSeed as seed } from '../test/arbitrary/oracle-seed';
import { copiesWhile } from '../test/copies-while';
import { scratchDatabase, thingsWith, type Scratch } from '../test/scratch-database';
import type { Document, Value } from './values/value';

/** So small that every few documents, and every few entries, are a commit. */
const tiny: LongWriteSizes = { commitBytes: 300, logBytes: 100_000, runDocuments: 7, pieceEntries: 5 };

const indexes = ['a_1', 'b_-1_a.b_1', 'c_1', 'c_1_place_2dsphere', 'unique:d_-1'];

const place = fc.constantFrom<Value>(
  null,
  { type: 'Point', coordinates: [110, 30] },
  { type: 'Point', coordinates: [110.001, 30] },
  {
    type: 'MultiPoint',
    coordinates: [
      [110, 30],
      [112, 31],
    ],
  },
  {
    type: 'LineString',
    coordinates: [
      [110, 30],
      [112, 31],
    ],
  },
);

const someDocuments = fc
  .array(fc.tuple(anyDocument, fc.option(place, { nil: undefined })), { minLength: 1, maxLength: 30 })
  .map((found) =>
    found
      // Two arrays in one index are refused.
      .filter(
        ([{ a, b }]) =>
          !JSON.stringify([a ?? 0, b ?? 0])
            .slice(1)
            .includes('['),
      )
      .map(([fields, where], i): Document => ({
        _id: `d${i}`,
        ...fields,
        d: i,
        ...(where === undefined ? {} : { place: where }),
      })),
  );

/** What the tables of all indexes hold, as text. */
async function entries(scratch: Scratch): Promise<string[]> {
  const sql = await openSql(join(scratch.dir, 'documents.db'), { readOnly: true });
  const { indexes } = loadCollections(sql).get('things') as Collection;
  const found = indexes.flatMap(({ id, name, geoAt }) =>
    sql
      .prepare(
        `SELECT hex(key) || ' ' || rid || ' ' ${geoAt < 0 ? '' : "|| ifnull(lng || ',' || lat, '')"} AS entry FROM i_${id}`,
      )
      .all()
      .map(({ entry }) => `${name} ${String(entry)}`),
  );
  sql.close();
  return found.sort();
}

describe('a load in pieces', () => {
  test(`leaves the same index entries as inserts one by one, however it is split (ORACLE_SEED=${seed})`, async () => {
    const sizes = { ...tiny };
    const one = await scratchDatabase(indexes);
    const other = await scratchDatabase(indexes, { longWrites: sizes });
    await fc.assert(
      fc.asyncProperty(
        someDocuments,
        fc.array(fc.nat(30), { maxLength: 3 }),
        fc.record({
          commitBytes: fc.integer({ min: 1, max: 2000 }),
          logBytes: fc.integer({ min: 100_000, max: 1_000_000 }),
          runDocuments: fc.integer({ min: 1, max: 8 }),
          pieceEntries: fc.integer({ min: 1, max: 9 }),
        }),
        async (documents, cuts, drawn) => {
          Object.assign(sizes, drawn);
          await one.remove({});
          await other.remove({});
          for (const document of documents) await one.insert([document]);
          const bounds = [0, ...cuts.sort((a, b) => a - b), documents.length];
          for (const [i, bound] of bounds.entries())
            await other.database.bulkLoad('things', documents.slice(bounds[i - 1] ?? 0, bound));
          expect(await entries(other)).toEqual(await entries(one));
          expect(await other.find({})).toEqual(await one.find({}));
        },
      ),
      { numRuns: 100, seed },
    );
    await one.close();
    await other.close();
  });

  test('and indexes built from existing documents hold the same, too', async () => {
    await fc.assert(
      fc.asyncProperty(someDocuments, async (documents) => {
        const one = await scratchDatabase(indexes);
        const other = await scratchDatabase([], { longWrites: tiny });
        for (const scratch of [one, other]) await scratch.database.bulkLoad('things', documents);
        await other.database.applyCollections([thingsWith(indexes)]);
        expect(await entries(other)).toEqual(await entries(one));
        for (const scratch of [one, other]) await scratch.close();
      }),
      { numRuns: 10, seed },
    );
  });

  const many = (count: number, from = 0): Document[] =>
    Array.from({ length: count }, (_unused, i): Document => ({
      _id: `d${from + i}`,
      d: from + i,
      c: (from + i) % 3,
      place: { type: 'Point', coordinates: [100 + ((from + i) % 50) / 10, 30] },
    }));

  /** The number of documents that a scan and two indexes find. */
  const seen = async (scratch: Scratch): Promise<number[]> => {
    const near = { near: { type: 'Point', coordinates: [100, 30] }, distanceField: 'm', key: 'place' };
    const nearby = await scratch.aggregate([
      ['$geoNear', near],
      ['$count', 'n'],
    ]);
    return [
      (await scratch.find({})).length,
      (await scratch.find({ d: { $gte: 0 } })).length,
      Number(nearby[0]?.n ?? 0),
    ];
  };

  test.each([
    ['an id that is taken', { _id: 'd3', d: -1 }, /E11000 .*_id_ dup key: \{ : "d3" \}/],
    [
      'a unique key that is taken',
      { _id: 'x', d: 3 },
      /E11000 .*d_-1 dup key: \{ : \{"\$numberInt":"3"\} \}/,
    ],
    ['a unique key twice', { _id: 'x', d: 60 }, /E11000 .*d_-1 dup key: \{ : \{"\$numberInt":"60"\} \}/],
    ['what is no geometry', { _id: 'x', place: 1 }, /extract geo keys/],
  ])('that is refused with %s in a later commit leaves nothing', async (_case, wrong, message) => {
    const scratch = await scratchDatabase(indexes, { longWrites: tiny });
    await scratch.insert(many(10));
    const before = await entries(scratch);
    await expect(scratch.database.bulkLoad('things', [...many(80, 10), wrong])).rejects.toThrow(message);
    expect(await entries(scratch)).toEqual(before);
    expect(await seen(scratch)).toEqual([10, 10, 10]);
    await scratch.database.bulkLoad('things', many(80, 10));
    expect(await seen(scratch)).toEqual([90, 90, 90]);
    await scratch.close();
  });

  test('whose source of documents fails leaves nothing, and notifies the source', async () => {
    const scratch = await scratchDatabase(indexes, { longWrites: tiny });
    let closed = false;
    function* source(): Generator<Document> {
      try {
        yield* many(50);
        yield { _id: 'd0' };
      } finally {
        closed = true;
      }
    }
    await expect(scratch.database.bulkLoad('things', source())).rejects.toThrow(/E11000/);
    expect(closed).toBe(true);
    expect(await seen(scratch)).toEqual([0, 0, 0]);
    await scratch.close();
  });

  test.each([0, 10])(
    'that dies after any commit leaves nothing when opened again, with %i documents before it',
    async (old) => {
      const scratch = await scratchDatabase(indexes, { longWrites: tiny });
      await scratch.insert(many(old));
      const left = await copiesWhile(scratch.dir, () => scratch.database.bulkLoad('things', many(40, old)));
      await scratch.close();

      const counts: number[] = [];
      for (const dir of left) {
        const again = await scratchDatabase(indexes, { dir, longWrites: tiny });
        const [documents, ...byIndex] = await seen(again);
        expect(byIndex).toEqual([documents, documents]);
        counts.push(documents as number);
        await again.database.bulkLoad('things', many(5, 1000));
        expect(await seen(again)).toEqual([5, 5, 5].map((more) => more + (documents as number)));
        await again.close();
      }
      // Everything in between is unchanged, and there are enough reads in between.
      expect(new Set(counts)).toEqual(new Set([old, old + 40]));
      expect(counts.filter((count) => count === old).length).toBeGreaterThan(20);
    },
  );

  test('building indexes that dies after any commit leaves none of them, and they are built when opened again', async () => {
    const scratch = await scratchDatabase(['a_1'], { longWrites: tiny });
    await scratch.insert(many(40));
    const left = await copiesWhile(scratch.dir, () =>
      scratch.database.applyCollections([thingsWith(indexes)]),
    );
    const made = await entries(scratch);
    await scratch.close();
    expect(left.length).toBeGreaterThan(10);
    for (const dir of left) {
      const again = await scratchDatabase(indexes, { dir, longWrites: tiny });
      expect(await seen(again)).toEqual([40, 40, 40]);
      expect((await entries(again)).length).toBe(made.length);
      await again.close();
    }
  });

  test('ends when the database is closed, and leaves nothing when opened again', async () => {
    const scratch = await scratchDatabase(indexes, { longWrites: tiny });
    await scratch.insert(many(3));
    let taken = 0;
    function* endless(): Generator<Document> {
      for (taken = 3; ; taken++) yield* many(1, taken);
    }
    const load = expect(scratch.database.bulkLoad('things', endless())).rejects.toThrow(/closed/);
    while (taken < 50) await turn();
    await scratch.database.close();
    await load;
    const again = await scratchDatabase(indexes, { dir: scratch.dir });
    expect(await seen(again)).toEqual([3, 3, 3]);
    await again.close();
  });

  test('is visible wholly or not at all to other requests; open transactions get a conflict', async () => {
    const scratch = await scratchDatabase(indexes, { longWrites: tiny });
    await scratch.insert(many(3));
    const transactionId = await scratch.begin();
    expect(await scratch.find({ _id: 'd0' }, { queryType: 'DOC', transactionId })).toHaveLength(1);
    const doc = { queryType: 'DOC', multi: false };
    await scratch.update({ _id: 'd1' }, { $set: { c: 9 } }, { ...doc, transactionId });
    const waiting = scratch.update({ _id: 'd1' }, { $set: { c: 8 } }, doc);
    const loads = [
      scratch.database.bulkLoad('things', many(60, 3)),
      scratch.database.bulkLoad('things', many(60, 63)),
    ];
    const found: Promise<number[]>[] = [];
    let loading = true;
    const asking = (async () => {
      while (loading && found.length < 200) {
        found.push(seen(scratch));
        await turn();
      }
    })();
    await Promise.all(loads).finally(() => (loading = false));
    await asking;
    expect(found.length).toBeGreaterThan(10);
    for (const counts of await Promise.all(found))
      for (const count of counts) expect([3, 63, 123]).toContain(count);
    expect(await seen(scratch)).toEqual([123, 123, 123]);
    expect(await waiting).toBe(1);
    await expect(scratch.find({ _id: 'd0' }, { queryType: 'DOC', transactionId })).rejects.toMatchObject({
      code: 'DATABASE_TRANSACTION_CONFLICT',
    });
    await scratch.close();
  });
});
