import fc from 'fast-check';
import { scratchDatabase, type Scratch } from 'sqlite-document-database/testing';
import { PlatformError } from 'sqlite-document-database';
import { earlierRequest } from './earlier-request';

type Json = Record<string, unknown>;

let scratch: Scratch;
beforeAll(async () => (scratch = await scratchDatabase()));
afterAll(() => scratch.close());

async function ask(action: string, fields: Json): Promise<Json> {
  const request = earlierRequest(`database.${action}`, { collectionName: 'things', ...fields });
  if (!request) throw new Error(`${action} is no earlier action`);
  return request.answer(await scratch.database.handle(request.action, request.body));
}

/** Values that JSON can hold, including field names with a special meaning. */
const json = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, 0, -1.5, 1e300, '', 'a', 'desc', '$match', '{', '{"a":1}', '[]'),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        '_id',
        'a',
        'field',
        'direction',
        'stageKey',
        'stageValue',
        '$date',
        'offset',
        '$set',
        '$eq',
        '__proto__',
        'toString',
      ),
      tie('any'),
      { maxKeys: 3 },
    ),
  ),
})).any;
/** The value after its way over the wire. */
const received = (sent: Json): Json => JSON.parse(JSON.stringify(sent)) as Json;

const actions = [
  'queryDocument',
  'countDocument',
  'addDocument',
  'updateDocument',
  'deleteDocument',
  'aggregate',
  'getInTransaction',
  'insertDocInTransaction',
  'updateDocInTransaction',
  'deleteDocInTransaction',
];

test('every request is answered, or refused in the words of the platform', async () => {
  const fields = fc.dictionary(
    fc.constantFrom(
      'query',
      'data',
      'order',
      'projection',
      'stages',
      '_id',
      'limit',
      'merge',
      'upsert',
      'queryType',
    ),
    json,
    { maxKeys: 5 },
  );
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...actions), fields, async (action, sent) => {
      try {
        expect(typeof (await ask(action, received(sent)))).toBe('object');
        answered += 1;
      } catch (error) {
        if (!(error instanceof PlatformError)) throw error;
      }
    }),
    { numRuns: 1500 },
  );
  expect(answered).toBeGreaterThan(100);
});

test('plain documents come back unchanged, and queries find them', async () => {
  const value = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(null, true, '', '布洛芬'),
      fc
        .double({ noNaN: true, noDefaultInfinity: true })
        .map((number) => (Object.is(number, -0) ? 0 : number)),
      fc.integer({ min: -8e15, max: 8e15 }).map((time) => ({ $date: time })),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b', '书'), tie('any'), { maxKeys: 3 }),
    ),
  })).any;
  await fc.assert(
    fc.asyncProperty(value, async (v) => {
      await scratch.remove({});
      expect(await ask('addDocument', { data: { _id: 'd', v } })).toEqual({ data: { _id: 'd' } });
      const { data } = await ask('queryDocument', {
        query: { v: { $eq: v } },
        order: [{ field: 'v', direction: 'asc' }],
      });
      expect((data as { list: unknown[] }).list).toEqual([{ _id: 'd', v }]);
    }),
    { numRuns: 300 },
  );
});

test('current actions are left alone', () => {
  for (const action of ['database.getDocument', 'database.aggregateDocuments', 'toString'])
    expect(earlierRequest(action, {})).toBeUndefined();
});
