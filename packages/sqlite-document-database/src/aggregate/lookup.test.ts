import { scratchDatabase, type Scratch } from '../../test/scratch-database';
import type { Document, Value } from '../values/value';

describe('$lookup', () => {
  let scratch: Scratch;
  beforeAll(async () => {
    scratch = await scratchDatabase();
    await scratch.insert([
      { _id: 'a', n: 1, tag: /x/, mine: true },
      { _id: 'b', n: null, tag: 'x' },
      { _id: 'c', tags: [/x/, 'y'], o: { n: 1 } },
    ]);
  });
  afterAll(() => scratch.close());

  const idsFound = async (only: string, lookup: Document): Promise<Value> => {
    const stage: Document = { from: 'things', as: 'found', ...lookup };
    const [document] = await scratch.aggregate([
      ['$match', { _id: only }],
      ['$lookup', stage],
    ]);
    return (document?.found as Document[]).map(({ _id }) => _id ?? null);
  };
  test('what was gathered and cut is joined by each of its elements, and can be read afterwards', async () => {
    const gathered: [string, Value][] = [
      ['$sort', { _id: 1 }],
      ['$group', { _id: null, ids: { $push: '$_id' }, n: { $sum: '$n' } }],
      ['$project', { _id: 0, n: 1, ids: { $slice: ['$ids', 2] } }],
    ];
    const join: [string, Value] = [
      '$lookup',
      { from: 'things', localField: 'ids', foreignField: '_id', as: 'joined' },
    ];
    const [joined] = await scratch.aggregate([...gathered, join]);
    expect(joined).toEqual({
      n: 1,
      ids: ['a', 'b'],
      joined: [
        { _id: 'a', n: 1, tag: /x/, mine: true },
        { _id: 'b', n: null, tag: 'x' },
      ],
    });
    const read: [string, Value][] = [
      ['$unwind', '$joined'],
      ['$match', { 'joined.tag': 'x' }],
      ['$project', { id: '$joined._id', ids: 1 }],
    ];
    const [first, second] = await scratch.aggregate([...gathered, join, ...read]);
    expect([first?.id, second?.id]).toEqual(['b', undefined]);
    const replacing = { ...(join[1] as Document), as: 'ids' };
    const [replaced] = await scratch.aggregate([...gathered, ['$lookup', replacing]]);
    expect(Object.keys(replaced ?? {})).toEqual(['n', 'ids']);
  });

  const same = { $eq: ['$n', '$$n'] };

  test.each<[string, string, Document, string[]]>([
    [
      'a variable of a missing field is missing, not null',
      'c',
      { let: { n: '$n' }, pipeline: [{ $match: { $expr: same } }] },
      ['c'],
    ],
    [
      'variables are seen by $expr within $and, $or and $nor',
      'a',
      {
        let: { n: '$n' },
        pipeline: [{ $match: { $and: [{ $or: [{ $expr: same }, { _id: 'c' }] }, { $nor: [{ n: 7 }] }] } }],
      },
      ['a', 'c'],
    ],
    [
      'variables of the one around are seen within a second one',
      'a',
      {
        let: { n: '$n' },
        pipeline: [
          {
            $lookup: {
              from: 'things',
              let: { own: '$_id' },
              pipeline: [{ $match: { $expr: { $and: [same, { $ne: ['$_id', '$$own'] }] } } }],
              as: 'inner',
            },
          },
          { $match: { 'inner.0': { $exists: true } } },
        ],
      },
      ['b', 'c'],
    ],
    [
      'a regular expression among local values is a value, not a pattern',
      'c',
      { localField: 'tags', foreignField: 'tag' },
      ['a'],
    ],
  ])('%s', async (_name, only, lookup, ids) => {
    expect(await idsFound(only, lookup)).toEqual(ids);
  });

  test('the result replaces a value that is in the way of its path', async () => {
    const found = await scratch.aggregate([
      ['$match', { _id: 'a' }],
      ['$lookup', { from: 'things', localField: 'n', foreignField: 'o.n', as: 'n.found' }],
      ['$project', { 'n.found._id': 1 }],
    ]);
    expect(found).toEqual([{ _id: 'a', n: { found: [{ _id: 'c' }] } }]);
  });

  test('documents that share an inner document after $unwind each get their own result', async () => {
    const found = await scratch.aggregate([
      ['$match', { _id: 'c' }],
      ['$project', { o: 1, i: [1, 2] }],
      ['$unwind', '$i'],
      [
        '$lookup',
        {
          from: 'things',
          let: { i: '$i' },
          pipeline: [{ $match: { $expr: { $eq: ['$n', '$$i'] } } }],
          as: 'o.found',
        },
      ],
      ['$project', { found: '$o.found._id' }],
    ]);
    expect(found).toEqual([
      { _id: 'c', found: ['a'] },
      { _id: 'c', found: [] },
    ]);
  });
});
