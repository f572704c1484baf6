import fc from 'fast-check';
import { compileQuery } from '../query/matcher';
import { compareSortKeys, parseSort, sortKeys } from '../query/sort';
import { anyDocument, scalar } from '../../test/arbitrary/arbitrary-values';
import { scratchDatabase, type Scratch } from '../../test/scratch-database';
import { stringifyEjson } from '../values/ejson';
import type { Document, Value } from '../values/value';

const indexes = ['a_1', 'b_-1', 'a_1_b_1', 'a_-1_b_1_c_-1', 'a.b_1', 'c_1_a.b_-1'];

const condition: fc.Arbitrary<Value> = fc.oneof(
  { weight: 3, arbitrary: scalar },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$ne'), scalar)
      .map(([op, value]) => ({ [op]: value })),
  },
  { weight: 1, arbitrary: fc.tuple(scalar, scalar).map(([low, high]) => ({ $gte: low, $lt: high })) },
  { weight: 2, arbitrary: fc.array(scalar, { maxLength: 3 }).map((values) => ({ $in: values })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Value>(
      /^a/,
      /^ab?/,
      /b$/,
      { $exists: true },
      { $exists: false },
      { $size: 1 },
      [],
      [1],
      { a: 1 },
    ),
  },
);
const idCondition = fc.constantFrom<Value>(
  'd00',
  { $eq: 'd11' },
  { $in: ['d22', 'd00', 'd00', 7, 'nobody'] },
  { $in: ['d11', /^d3/] },
  { $in: ['d00', 'd11', 'd33'], $gt: 'd00' },
  { $gte: 'd2' },
);
const query = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'a.b'), condition), { maxLength: 3 }),
    fc.option(idCondition, { nil: undefined, freq: 3 }),
  )
  .map(([pairs, _id]): Document => ({ ...Object.fromEntries(pairs), ...(_id === undefined ? {} : { _id }) }));
const sort = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'a.b'), fc.constantFrom(1, -1)), { maxLength: 2 })
  .map((pairs): Document => ({ ...Object.fromEntries(pairs), _id: 1 }));

describe('reading with indexes', () => {
  let scratch: Scratch;
  beforeAll(async () => {
    scratch = await scratchDatabase(indexes);
  });
  afterAll(() => scratch.close());

  /** Two arrays under one compound index are refused: such documents are left out. */
  const insertAllowed = async (documents: Document[]): Promise<Document[]> => {
    const stored: Document[] = [];
    for (const document of documents)
      await scratch.insert([document]).then(
        () => stored.push(document),
        (cause: Error) => expect(cause.message).toMatch(/parallel arrays/),
      );
    return stored;
  };

  test('equals a scan that checks and sorts every document', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyDocument, { maxLength: 25 }),
        fc.array(fc.tuple(query, sort, fc.nat(3), fc.constantFrom(2, 1000)), { minLength: 8, maxLength: 8 }),
        async (documents, questions) => {
          await scratch.remove({});
          const stored = await insertAllowed(
            documents.map((document, i) => ({ _id: `d${i % 7}${i}`, ...document })),
          );
          for (const [wanted, order, skip, limit] of questions) {
            const fields = parseSort(order);
            const expected = stored
              .filter(compileQuery(wanted))
              .map((document) => ({ document, keys: sortKeys(document, fields) }))
              .sort((x, y) => compareSortKeys(x.keys, y.keys, fields))
              .slice(skip, skip + limit)
              .map(({ document }) => document._id);
            const found = await scratch.find(wanted, { order: stringifyEjson(order), offset: skip, limit });
            expect(found.map((document) => document._id)).toEqual(expected);
            const { data } = await scratch.send('calculateDocument', { query: stringifyEjson(wanted) });
            expect(data).toEqual({ total: stored.filter(compileQuery(wanted)).length });
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('stays equal while documents change', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(9), fc.option(anyDocument)), { maxLength: 30 }),
        query,
        async (changes, wanted) => {
          await scratch.remove({});
          const stored = new Map<string, Document>();
          for (const [i, document] of changes) {
            const _id = `d${i}`;
            if (!document) {
              await scratch.remove({ _id });
              stored.delete(_id);
              continue;
            }
            const body = {
              queryType: 'DOC',
              query: stringifyEjson({ _id }),
              data: stringifyEjson(document),
              merge: false,
              upsert: true,
            };
            await scratch.send('modifyDocument', body).then(
              () => stored.set(_id, { _id, ...document }),
              (cause: Error) => expect(cause.message).toMatch(/parallel arrays/),
            );
          }
          const found = await scratch.find(wanted, { order: '{"_id":1}' });
          const expected = [...stored.values()]
            .filter(compileQuery(wanted))
            .map((document) => String(document._id));
          expect(found.map((document) => document._id)).toEqual(expected.sort());
        },
      ),
      { numRuns: 60 },
    );
  });
});
