import { scratchDatabase, type Scratch } from '../../test/scratch-database';

let scratch: Scratch;
beforeAll(async () => {
  scratch = await scratchDatabase(['name_1', 'place_2dsphere']);
});
beforeEach(async () => {
  await scratch.remove({});
  await scratch.insert([{ _id: 'kept', name: 'kept', n: 1 }]);
});
afterAll(() => scratch.close());

const invalid = { code: 'INVALID_PARAM' };
const failed = { code: 'DATABASE_REQUEST_FAILED' };
const kept = async () => expect(await scratch.find({})).toEqual([{ _id: 'kept', name: 'kept', n: 1 }]);

describe('half of a surrogate pair is refused, because it would be stored as another text', () => {
  const half = '"\\ud83d"';
  test.each<[string, string, Record<string, unknown>]>([
    ['an id', 'insertDocument', { data: [`{"_id":${half}}`] }],
    ['one document of several', 'insertDocument', { data: ['{"_id":"a"}', `{"_id":"b","name":${half}}`] }],
    ['a raw half', 'insertDocument', { data: ['{"_id":"\ud83d"}'] }],
    ['a name', 'insertDocument', { data: [`{"_id":"a",${half}:1}`] }],
    [
      'set()',
      'modifyDocument',
      { queryType: 'DOC', merge: false, query: `{"_id":${half}}`, data: '{"n":2}' },
    ],
    [
      'update()',
      'modifyDocument',
      { queryType: 'DOC', merge: true, query: '{"_id":"kept"}', data: `{"$set":{"name":${half}}}` },
    ],
    ['a query', 'getDocument', { queryType: 'WHERE', query: `{"name":${half}}` }],
    ['a removal', 'removeDocument', { queryType: 'WHERE', multi: true, query: `{"name":{"$ne":${half}}}` }],
    [
      'a stage',
      'aggregateDocuments',
      { stages: [{ stageKey: '$match', stageValue: `{"name":{"$regex":${half}}}` }] },
    ],
  ])('%s', async (_name, action, body) => {
    await expect(scratch.send(action, body)).rejects.toMatchObject(invalid);
    await kept();
  });

  test('whole pairs are stored', async () => {
    await scratch.send('insertDocument', { data: ['{"_id":"\\ud83d\\ude00"}'] });
    expect(await scratch.find({ _id: '😀' })).toEqual([{ _id: '😀' }]);
  });

  test('a bulk load refuses half a pair', async () => {
    await expect(scratch.database.bulkLoad('things', [{ _id: 'a', name: '\ud83d' }])).rejects.toMatchObject(
      invalid,
    );
    await kept();
  });
});

describe('an invalid transactionId', () => {
  const bodies: [string, Record<string, unknown>][] = [
    ['insertDocument', { data: ['{"_id":"a"}'] }],
    ['getDocument', { queryType: 'DOC', query: '{"_id":"kept"}' }],
    ['modifyDocument', { queryType: 'DOC', merge: true, query: '{"_id":"kept"}', data: '{"$set":{"n":2}}' }],
    ['modifyDocument', { queryType: 'DOC', merge: false, query: '{"_id":"kept"}', data: '{"n":2}' }],
    ['modifyAndReturnDoc', { queryType: 'DOC', query: '{"_id":"kept"}', data: '{"$set":{"n":2}}' }],
    ['removeDocument', { queryType: 'DOC', query: '{"_id":"kept"}' }],
    ['removeDocument', { queryType: 'WHERE', query: '{}', multi: true }],
    ['calculateDocument', { query: '{}' }],
    ['aggregateDocuments', { stages: [] }],
    ['commitTransaction', {}],
    ['abortTransaction', {}],
  ];
  const wrong: [string, unknown][] = [
    ['a number', 5],
    ['an object', { id: 'x' }],
    ['a list', ['x']],
    ['the empty string', ''],
    ['null', null],
    ['false', false],
  ];
  test.each(wrong)('%s is refused and runs nowhere', async (_name, transactionId) => {
    for (const [action, body] of bodies)
      await expect(scratch.send(action, { ...body, transactionId })).rejects.toMatchObject(invalid);
    await kept();
  });

  test("count and aggregate are refused with a transaction's id, because they would run outside it", async () => {
    const transactionId = await scratch.begin();
    await expect(scratch.send('calculateDocument', { query: '{}', transactionId })).rejects.toMatchObject(
      invalid,
    );
    await expect(scratch.send('aggregateDocuments', { stages: [], transactionId })).rejects.toMatchObject(
      invalid,
    );
    await scratch.send('abortTransaction', { transactionId });
  });
});

describe('ids', () => {
  const no: [string, string][] = [
    ['NaN', '{"$numberDouble":"NaN"}'],
    ['Infinity', '{"$numberDouble":"Infinity"}'],
    ['-Infinity', '{"$numberDouble":"-Infinity"}'],
    ['a long beyond what a double holds', '{"$numberLong":"9007199254740993"}'],
    ['null', 'null'],
    ['undefined', '{"$undefined":true}'],
    ['a list', '["a"]'],
    ['a document', '{"a":{"$numberInt":"1"}}'],
    ['a regular expression', '{"$regularExpression":{"pattern":"a","options":""}}'],
    ['a date', '{"$date":{"$numberLong":"0"}}'],
    ['true', 'true'],
  ];
  test.each(no)('%s is not an id: it cannot be inserted, set, found or removed by', async (_name, id) => {
    const query = `{"_id":${id}}`;
    const doc = { queryType: 'DOC', query };
    await expect(scratch.send('insertDocument', { data: [query] })).rejects.toMatchObject(failed);
    await expect(
      scratch.send('modifyDocument', { ...doc, merge: false, data: '{"n":2}' }),
    ).rejects.toMatchObject(failed);
    await expect(scratch.send('getDocument', doc)).rejects.toMatchObject(failed);
    await expect(scratch.send('removeDocument', doc)).rejects.toMatchObject(failed);
    await kept();
  });

  test('negative zero is zero', async () => {
    await scratch.insert([{ _id: -0 }]);
    await expect(scratch.insert([{ _id: 0 }])).rejects.toMatchObject(failed);
    expect(await scratch.find({ _id: 0 })).toHaveLength(1);
    expect(await scratch.find({ _id: -0 })).toHaveLength(1);
  });

  test('set() under one id with the id of another in its data is refused', async () => {
    const doc = { queryType: 'DOC', merge: false, query: '{"_id":"kept"}' };
    await expect(scratch.send('modifyDocument', { ...doc, data: '{"_id":"other"}' })).rejects.toMatchObject(
      failed,
    );
    await kept();
    await scratch.send('modifyDocument', { ...doc, data: '{"_id":"kept","name":"kept","n":1}' });
    await kept();
  });
});

describe('a refusal may quote a long integer at any place', () => {
  const long = '{"$numberLong":"9007199254740993"}';
  test.each<[string, string, Record<string, unknown>]>([
    ['$geoWithin', 'getDocument', { query: `{"place":{"$geoWithin":{"$geometry":{"a":${long}}}}}` }],
    [
      '$geoWithin of a point',
      'getDocument',
      {
        query: `{"place":{"$geoWithin":{"$geometry":{"type":"Point","coordinates":[{"$numberInt":"1"},{"$numberInt":"1"}]},"a":${long}}}}`,
      },
    ],
    ['$geoIntersects', 'getDocument', { query: `{"place":{"$geoIntersects":{"$geometry":[${long}]}}}` }],
    ['$near', 'getDocument', { query: `{"place":{"$near":{"$geometry":{"a":${long}}}}}` }],
    [
      '$geoNear',
      'aggregateDocuments',
      {
        stages: [{ stageKey: '$geoNear', stageValue: `{"near":{"a":${long}},"distanceField":"m"}` }],
      },
    ],
    ['$limit', 'aggregateDocuments', { stages: [{ stageKey: '$limit', stageValue: `[${long}]` }] }],
    [
      'an operand of an expression',
      'aggregateDocuments',
      { stages: [{ stageKey: '$project', stageValue: `{"a":{"$concat":[{"$literal":[${long}]}]}}` }] },
    ],
    ['a geometry to store', 'insertDocument', { data: [`{"_id":"a","place":{"type":${long}}}`] }],
  ])('%s', async (_name, action, body) => {
    await expect(scratch.send(action, body)).rejects.toMatchObject(failed);
    await kept();
  });
});
