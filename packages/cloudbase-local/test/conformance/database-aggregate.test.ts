import { describeDatabase, refusalOf, thingsCollection } from './database-cloud';
import { of, sales } from './sales';
import type { Command, Row, Stages } from './sdk-drivers';

type Case = [name: string, stages: (_: Command, $: Command['aggregate']) => Stages, rows: Row[]];
describeDatabase('aggregate', [thingsCollection], (room) => {
  const things = () => room.speaker.collection(thingsCollection);
  const byId: [string, unknown] = ['sort', { _id: 1 }];

  test.each<Case>([
    [
      'match and project',
      (_) => [
        ['match', { n: _.gt(2) }],
        ['project', { _id: 0, n: 1 }],
        ['sort', { n: 1 }],
      ],
      [{ n: 5 }, { n: 10 }],
    ],
    [
      'project with an expression',
      (_, $) => [['match', { item: 'A' }], byId, ['project', { total: of($, 'multiply', ['$n', '$price']) }]],
      [
        { _id: 's1', total: 20 },
        { _id: 's3', total: 50 },
      ],
    ],
    [
      'group with accumulators',
      (_, $) => [
        [
          'group',
          {
            _id: '$item',
            n: of($, 'sum', '$n'),
            mean: of($, 'avg', '$n'),
            most: of($, 'max', '$n'),
            count: of($, 'sum', 1),
          },
        ],
        byId,
      ],
      [
        { _id: 'A', n: 7, mean: 3.5, most: 5, count: 2 },
        { _id: 'B', n: 1, mean: 1, most: 1, count: 1 },
        { _id: 'C', n: 10, mean: 10, most: 10, count: 1 },
      ],
    ],
    [
      'group by a missing field is the group of null',
      (_, $) => [['group', { _id: '$city', ids: of($, 'push', '$_id') }], byId],
      [
        { _id: null, ids: ['s4'] },
        { _id: 'x', ids: ['s1', 's2'] },
        { _id: 'y', ids: ['s3'] },
      ],
    ],
    [
      'group of everything leaves missing values out',
      (_, $) => [['group', { _id: null, cities: of($, 'push', '$city'), least: of($, 'min', '$price') }]],
      [{ _id: null, cities: ['x', 'x', 'y'], least: 10 }],
    ],
    [
      'group by several',
      (_, $) => [
        ['group', { _id: { item: '$item', city: '$city' }, n: of($, 'sum', '$n') }],
        ['match', { '_id.item': 'A' }],
        ['sort', { n: 1 }],
      ],
      [
        { _id: { item: 'A', city: 'x' }, n: 2 },
        { _id: { item: 'A', city: 'y' }, n: 5 },
      ],
    ],
    [
      'skip and limit',
      () => [byId, ['skip', 1], ['limit', 2], ['project', { _id: 1 }]],
      [{ _id: 's2' }, { _id: 's3' }],
    ],
    [
      'count',
      (_) => [
        ['match', { n: _.gt(1) }],
        ['count', 'total'],
      ],
      [{ total: 3 }],
    ],
    [
      'count of nothing',
      () => [
        ['match', { n: 99 }],
        ['count', 'total'],
      ],
      [],
    ],
    [
      'unwind',
      () => [
        ['unwind', '$tags'],
        ['sort', { _id: 1, tags: 1 }],
        ['project', { tags: 1 }],
      ],
      [
        { _id: 's1', tags: 'p' },
        { _id: 's1', tags: 'q' },
        { _id: 's2', tags: 'p' },
      ],
    ],
    [
      'unwind that keeps the empty ones',
      () => [
        ['unwind', { path: '$tags', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' }],
        ['match', { _id: { $in: ['s2', 's3'] } }],
        byId,
        ['project', { tags: 1, i: 1 }],
      ],
      [
        { _id: 's2', tags: 'p', i: 0 },
        { _id: 's3', i: null },
      ],
    ],
    [
      'addFields',
      (_, $) => [
        ['match', { _id: 's2' }],
        ['addFields', { deep: { sum: of($, 'add', ['$n', 1]) } }],
        ['project', { deep: 1 }],
      ],
      [{ _id: 's2', deep: { sum: 2 } }],
    ],
    [
      'bucket',
      (_, $) => [
        [
          'bucket',
          { groupBy: '$n', boundaries: [0, 2, 6], default: 'more', output: { ids: of($, 'push', '$_id') } },
        ],
      ],
      [
        { _id: 0, ids: ['s2'] },
        { _id: 2, ids: ['s1', 's3'] },
        { _id: 'more', ids: ['s4'] },
      ],
    ],
    [
      'bucketAuto',
      () => [['bucketAuto', { groupBy: '$n', buckets: 2 }]],
      [
        { _id: { min: 1, max: 5 }, count: 2 },
        { _id: { min: 5, max: 10 }, count: 2 },
      ],
    ],
    [
      'sortByCount',
      () => [
        ['match', { item: { $in: ['A', 'B'] } }],
        ['sortByCount', '$item'],
      ],
      [
        { _id: 'A', count: 2 },
        { _id: 'B', count: 1 },
      ],
    ],
    [
      'replaceRoot',
      () => [
        ['match', { _id: 's1' }],
        ['replaceRoot', { newRoot: { only: '$item' } }],
      ],
      [{ only: 'A' }],
    ],
    [
      'sample',
      () => [
        ['sample', { size: 3 }],
        ['count', 'n'],
      ],
      [{ n: 3 }],
    ],
    [
      'lookup by equal fields',
      () => [
        ['match', { _id: 's2' }],
        ['lookup', { from: thingsCollection, localField: 'city', foreignField: 'city', as: 'there' }],
        ['project', { 'there._id': 1 }],
      ],
      [{ _id: 's2', there: [{ _id: 's1' }, { _id: 's2' }] }],
    ],
    [
      'lookup by each element of a list',
      (_, $) => [
        byId,
        ['group', { _id: null, ids: of($, 'push', '$_id') }],
        ['project', { _id: 0, ids: of($, 'slice', ['$ids', 2]) }],
        ['lookup', { from: thingsCollection, localField: 'ids', foreignField: '_id', as: 'there' }],
        ['project', { 'there.n': 1 }],
      ],
      [{ there: [{ n: 2 }, { n: 1 }] }],
    ],
    [
      'lookup with a pipeline',
      (_, $) => [
        ['match', { _id: 's1' }],
        [
          'lookup',
          {
            from: thingsCollection,
            let: { mine: '$n' },
            pipeline: [
              { $match: _.expr(of($, 'gt', ['$n', '$$mine'])) },
              { $sort: { n: -1 } },
              { $project: { _id: 0, n: 1 } },
            ],
            as: 'more',
          },
        ],
        ['project', { more: 1 }],
      ],
      [{ _id: 's1', more: [{ n: 10 }, { n: 5 }] }],
    ],
  ])('%s', async (_name, stages, rows) => {
    await things().addAll(sales);
    const { _ } = room.speaker;
    expect(await things().aggregate(stages(_, _.aggregate))).toEqual(rows);
  });

  test('answers 20 documents without a limit, or as many as the limit allows', async () => {
    await things().addAll(Array.from({ length: 130 }, (_unused, n) => ({ n })));
    expect(await things().aggregate([['project', { n: 1 }]])).toHaveLength(20);
    expect(await things().aggregate([['limit', 120]])).toHaveLength(120);
  });

  test.each<[name: string, stages: Stages, text: RegExp]>([
    ['a field without an accumulator', [['group', { _id: null, n: '$n' }]], /must be an accumulator object/],
    ['a group without id', [['group', { n: { $sum: 1 } }]], /must include an _id/],
    ['an unknown expression', [['project', { n: { $nonsense: 1 } }]], /\$nonsense/],
    ['a limit of nothing', [['limit', 0]], /\$limit/],
    [
      'a lookup in a missing collection',
      [['lookup', { from: 'conformance_missing', localField: 'a', foreignField: 'a', as: 'b' }]],
      /not exist/,
    ],
  ])('refuses %s', async (_name, stages, text) => {
    await things().add({ n: 1 });
    expect((await refusalOf(things().aggregate(stages))).text).toMatch(text);
  });
});
