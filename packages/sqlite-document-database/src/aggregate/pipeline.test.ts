import { scratchDatabase, type Scratch } from '../../test/scratch-database';
import type { Document, Value } from '../values/value';

describe('an aggregate', () => {
  let scratch: Scratch;
  beforeAll(async () => {
    scratch = await scratchDatabase(['kind_1_n_1', 'place_2dsphere']);
    await scratch.insert(
      Array.from({ length: 60 }, (_unused, i): Document => ({
        _id: `d${String(i).padStart(2, '0')}`,
        kind: i % 2 ? 'odd' : 'even',
        n: i,
        tags: [`t${i % 3}`, 'all'],
        at: new Date(i * 1000),
        place: { type: 'Point', coordinates: [113 + i / 1000, 23] },
      })),
    );
  });
  afterAll(() => scratch.close());

  const near: Document = {
    near: { type: 'Point', coordinates: [113, 23] },
    distanceField: 'meters',
    spherical: true,
  };

  test.each<[string, [string, Value][], Value]>([
    [
      '$group with accumulators',
      [
        ['$match', { n: { $lt: 4 } }],
        ['$group', { _id: '$kind', n: { $sum: '$n' }, all: { $push: '$n' } }],
        ['$sort', { _id: 1 }],
      ],
      [
        { _id: 'even', n: 2, all: [0, 2] },
        { _id: 'odd', n: 4, all: [1, 3] },
      ],
    ],
    [
      '$push of a list makes lists',
      [
        ['$match', { n: 5 }],
        ['$group', { _id: null, all: { $push: ['$n', '$nothing'] } }],
      ],
      [{ _id: null, all: [[5, null]] }],
    ],
    [
      'how many $lastN takes may depend on the group',
      [
        ['$match', { n: { $lt: 6 } }],
        [
          '$group',
          {
            _id: { kind: '$kind' },
            last: { $lastN: { input: '$n', n: { $cond: [{ $eq: ['$kind', 'odd'] }, 1, 2] } } },
          },
        ],
        ['$sort', { _id: 1 }],
      ],
      [
        { _id: { kind: 'even' }, last: [2, 4] },
        { _id: { kind: 'odd' }, last: [5] },
      ],
    ],
    [
      '$group by date',
      [
        ['$match', { n: { $lt: 2 } }],
        ['$group', { _id: '$at', n: { $sum: 1 } }],
        ['$sort', { _id: 1 }],
      ],
      [
        { _id: new Date(0), n: 1 },
        { _id: new Date(1000), n: 1 },
      ],
    ],
    [
      '$project puts _id first',
      [
        ['$match', { n: 1 }],
        ['$project', { n: 1, twice: { $multiply: ['$n', 2] } }],
      ],
      [{ _id: 'd01', n: 1, twice: 2 }],
    ],
    [
      '$unwind and $sortByCount',
      [
        ['$match', { n: { $lt: 3 } }],
        ['$unwind', '$tags'],
        ['$sortByCount', '$tags'],
        ['$limit', 1],
      ],
      [{ _id: 'all', count: 3 }],
    ],
    [
      '$count',
      [
        ['$match', { kind: 'odd' }],
        ['$count', 'n'],
      ],
      [{ n: 30 }],
    ],
    [
      '$sort, $skip, $limit',
      [
        ['$match', { kind: 'odd' }],
        ['$sort', { n: -1 }],
        ['$skip', 1],
        ['$limit', 2],
        ['$project', { _id: 0, n: 1 }],
      ],
      [{ n: 57 }, { n: 55 }],
    ],
    [
      '$lookup by fields',
      [
        ['$match', { n: 2 }],
        ['$lookup', { from: 'things', localField: 'n', foreignField: 'n', as: 'same' }],
        ['$project', { _id: 0, same: { $size: '$same' } }],
      ],
      [{ same: 1 }],
    ],
    [
      '$lookup with a pipeline',
      [
        ['$match', { n: 2 }],
        [
          '$lookup',
          {
            from: 'things',
            let: { mine: '$n' },
            pipeline: [{ $match: { $expr: { $lt: ['$n', '$$mine'] } } }, { $project: { n: 1 } }],
            as: 'less',
          },
        ],
        ['$project', { _id: 0, less: '$less.n' }],
      ],
      [{ less: [0, 1] }],
    ],
    [
      '$bucket',
      [['$bucket', { groupBy: '$n', boundaries: [0, 10, 60], output: { n: { $sum: 1 } } }]],
      [
        { _id: 0, n: 10 },
        { _id: 10, n: 50 },
      ],
    ],
    [
      '$facet',
      [
        [
          '$facet',
          {
            odd: [{ $match: { kind: 'odd' } }, { $count: 'n' }],
            top: [{ $sort: { n: -1 } }, { $limit: 1 }, { $project: { n: 1, _id: 0 } }],
          },
        ],
      ],
      [{ odd: [{ n: 30 }], top: [{ n: 59 }] }],
    ],
    [
      '$replaceRoot',
      [
        ['$match', { n: 1 }],
        ['$replaceRoot', { newRoot: { only: '$n' } }],
      ],
      [{ only: 1 }],
    ],
    [
      '$geoNear, a filter by distance, a window',
      [
        ['$geoNear', near],
        ['$match', { meters: { $gt: 150 } }],
        ['$skip', 1],
        ['$limit', 2],
        ['$project', { n: 1, _id: 0 }],
      ],
      [{ n: 3 }, { n: 4 }],
    ],
    [
      '$geoNear with the order it has already',
      [
        ['$geoNear', near],
        ['$sort', { meters: 1 }],
        ['$limit', 1],
        ['$project', { n: 1 }],
      ],
      [{ _id: 'd00', n: 0 }],
    ],
    [
      '$geoNear sorted otherwise',
      [
        ['$geoNear', near],
        ['$sort', { n: -1 }],
        ['$limit', 1],
        ['$project', { n: 1 }],
      ],
      [{ _id: 'd59', n: 59 }],
    ],
    [
      '$addFields before $limit',
      [
        ['$match', { kind: 'odd' }],
        ['$addFields', { more: { $add: ['$n', 1] } }],
        ['$limit', 1],
        ['$project', { _id: 0, more: 1 }],
      ],
      [{ more: 2 }],
    ],
  ])('%s', async (_name, stages, expected) => {
    expect(await scratch.aggregate(stages)).toEqual(expected);
  });

  test('answers 20 documents when no stage sets a limit', async () => {
    expect(await scratch.aggregate([['$match', {}]])).toHaveLength(20);
    expect(
      await scratch.aggregate([
        ['$match', {}],
        ['$limit', 50],
      ]),
    ).toHaveLength(50);
  });

  test.each<[string, [string, Value][], RegExp]>([
    ['an unknown stage', [['$foo', {}]], /Unrecognized pipeline stage name: '\$foo'/],
    ['writing stages', [['$out', 'x']], /Unrecognized pipeline stage name: '\$out'/],
    [
      '$geoNear after another',
      [
        ['$match', {}],
        ['$geoNear', near],
      ],
      /\$geoNear is only valid as the first stage/,
    ],
    ['an unknown expression', [['$project', { a: { $foo: 1 } }]], /\$foo/],
    ['scripts', [['$match', { $expr: { $function: { body: 'x', args: [], lang: 'js' } } }]], /\$function/],
    ['a billion numbers', [['$project', { a: { $range: [0, 1_000_000_000] } }]], /\$range would make more/],
    ['a limit of nothing', [['$limit', 0]], /invalid argument to \$limit/],
  ])('refuses %s', async (_name, stages, message) => {
    await expect(scratch.aggregate(stages)).rejects.toThrow(message);
  });
});
