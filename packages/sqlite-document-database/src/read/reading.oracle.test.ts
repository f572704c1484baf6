import fc from 'fast-check';
import { anyDocument, scalar } from '../../test/arbitrary/arbitrary-values';
import { patterns } from '../../test/reference/naive-query';
import { naivePipeline, type NaiveStage } from '../../test/reference/naive-pipeline';
import { scratchDatabase, type Scratch } from '../../test/scratch-database';
import { stringifyEjson } from '../values/ejson';
import type { Document, Value } from '../values/value';
import { oracleSeed as seed } from '../../test/arbitrary/oracle-seed';

const indexes = [
  'a_1',
  'a_-1',
  'b_1',
  'b_-1_a_1',
  'a_1_b_1',
  'a.b_1',
  'c_1',
  'c_-1_a.b_1',
  'a.c_-1',
  'b_1_c_1_a_1',
];
/** Sets of indexes, which differ with each seed. */
const indexSets = fc.sample(fc.subarray(indexes, { minLength: 1, maxLength: 6 }), { numRuns: 3, seed });

const condition = fc.oneof(
  scalar,
  fc
    .tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$ne', '$eq'), scalar)
    .map(([operator, value]): Document => ({ [operator]: value })),
  fc.tuple(scalar, scalar).map(([low, high]): Document => ({ $gte: low, $lt: high })),
  fc
    .tuple(fc.constantFrom('$in', '$nin'), fc.array(scalar, { maxLength: 3 }))
    .map(([operator, values]): Document => ({ [operator]: values })),
  fc.boolean().map((exists): Document => ({ $exists: exists })),
  fc.constantFrom(...Object.keys(patterns)).map((pattern): Document => ({ $regex: pattern })),
);
const fields = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'a.b', 'a.c', 'c.a'), condition), { maxLength: 3 })
  .map((pairs): Document => Object.fromEntries(pairs));
const query = fc.oneof(
  { weight: 4, arbitrary: fields },
  {
    weight: 1,
    arbitrary: fc.array(fields, { minLength: 1, maxLength: 3 }).map((parts): Document => ({ $or: parts })),
  },
);
const order = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'a.b', 'a.c'), fc.constantFrom(1, -1)), { maxLength: 3 })
  .map((pairs): Document => ({ ...Object.fromEntries(pairs), _id: 1 }));
const projection = fc.oneof(
  fc.constant(undefined),
  fc
    .tuple(fc.subarray(['a.b', 'b', 'c.a', 'c.b'], { minLength: 1 }), fc.constantFrom(0, 1), fc.boolean())
    .map(([paths, flag, withoutId]): Document => ({
      ...Object.fromEntries(paths.map((path) => [path, flag])),
      ...(withoutId ? { _id: 0 } : {}),
    })),
);
const question = fc.record({ query, order, projection, skip: fc.nat(3), limit: fc.constantFrom(1, 3, 1000) });
/** The document with that number is replaced, or removed. */
const change = fc.tuple(fc.nat(14), fc.option(anyDocument));

describe('reading', () => {
  const rooms: Scratch[] = [];
  beforeAll(async () => {
    for (const indexes of [[], ...indexSets]) rooms.push(await scratchDatabase(indexes));
  });
  afterAll(() => Promise.all(rooms.map((room) => room.close())));

  test(`finds, orders, limits and projects as the manual says, with any indexes and after any changes: 800 queries to each of ${indexSets.length + 1} sets of indexes (ORACLE_SEED=${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyDocument, { maxLength: 15 }),
        fc.array(fc.tuple(change, question, question), { minLength: 5, maxLength: 5 }),
        async (documents, rounds) => {
          const stored = rooms.map(() => new Map<string, Document>());
          for (const [at, room] of rooms.entries()) {
            await room.remove({});
            for (const [i, document] of documents.entries())
              await put(room, stored[at] as Map<string, Document>, `d${i}`, document);
          }
          for (const [[number, document], ...questions] of rounds)
            for (const [at, room] of rooms.entries()) {
              const model = stored[at] as Map<string, Document>;
              await put(room, model, `d${number}`, document);
              for (const asked of questions) {
                const told = await answer(room, asked);
                expect({ asked, model, told }).toEqual({
                  asked,
                  model,
                  told: expected([...model.values()], asked),
                });
              }
            }
        },
      ),
      { numRuns: 80, seed },
    );
  });
});

type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;

/** Two arrays under one compound index are refused, so the document is unchanged. */
async function put(
  room: Scratch,
  model: Map<string, Document>,
  _id: string,
  document: Document | null,
): Promise<void> {
  if (!document) {
    await room.remove({ _id });
    model.delete(_id);
    return;
  }
  const body = { queryType: 'DOC', query: stringifyEjson({ _id }), merge: false, upsert: true };
  await room.send('modifyDocument', { ...body, data: stringifyEjson(document) }).then(
    () => void model.set(_id, { _id, ...document }),
    (cause: Error) => expect(cause.message).toMatch(/parallel arrays/),
  );
}

async function answer(
  room: Scratch,
  { query: wanted, order: by, projection: shown, skip, limit }: Question,
): Promise<unknown> {
  const extra = { order: stringifyEjson(by), offset: skip, limit };
  const found = await room.find(wanted, shown ? { ...extra, projection: stringifyEjson(shown) } : extra);
  const { data } = await room.send('calculateDocument', { query: stringifyEjson(wanted) });
  return { found, total: (data as { total: number }).total };
}

function expected(
  documents: Document[],
  { query: wanted, order: by, projection: shown, skip, limit }: Question,
): unknown {
  const matching = naivePipeline(documents, [['$match', wanted]]);
  const rest: NaiveStage[] = [
    ['$sort', by],
    ['$skip', skip],
    ['$limit', limit],
  ];
  if (shown) rest.push(['$project', shown as Value]);
  return { found: naivePipeline(matching, rest), total: matching.length };
}
