import fc from 'fast-check';
import type { Document, Value } from '../../src/values/value';
import { expressions } from './arbitrary-expressions';
import type { NaiveStage } from '../reference/naive-pipeline';

/*
 * Random stages over the documents of `arbitrary-expressions.ts`. A stage whose order the manual leaves open is
 * followed by a sort.
 */

/** Fields that expressions in stages read. */
export const paths: Value[] = ['$n', '$s', '$l', '$o.x', '$o', '$b', '$l.x', '$nothing', null];

/** Stages, and one that must be the first. */
export interface ArbitraryStages {
  simple: fc.Arbitrary<NaiveStage[]>;
  match: fc.Arbitrary<NaiveStage[]>;
}

/** Stages whose expressions are made of such paths. */
export function stagesOver(paths: Value[]): ArbitraryStages {
  const plain = fc.constantFrom<Value>(...paths);

  /** Expressions that fail for no document, because a failure would leave nothing to compare. */
  const safe = fc.oneof(
    plain.map((path): Value => ({ $type: path })),
    fc.tuple(plain, plain).map(([a, b]): Value => ({ $cond: [{ $gt: [a, b] }, a, b] })),
    fc.tuple(plain, plain).map(([a, b]): Value => ({ $ifNull: [a, b] })),
    fc.tuple(plain, plain).map(([a, b]): Value => ({ $cond: [true, { p: a, q: { r: b } }, null] })),
    fc.tuple(plain, plain).map(([a, b]): Value => ({ $max: [a, b, 1] })),
    plain.map((path): Value => ({ $sum: [path, 1, '$m'] })),
    plain.map((path): Value => ({
      $cond: [{ $isArray: path }, { $size: { $ifNull: [path, []] } }, '$$REMOVE'],
    })),
  );
  /** Without numbers and documents, because these would not be read as expressions here. */
  const computed = fc.oneof(
    { weight: 8, arbitrary: safe },
    {
      weight: 1,
      arbitrary: expressions.any.map((expression): Value => ({ $cond: [true, expression, null] })),
    },
  );
  const wanted = fc.oneof(fc.constant<Value>(1), fc.constant<Value>(true), computed);
  const project = stage(
    '$project',
    fc.oneof(
      some({
        n: wanted,
        s: wanted,
        'l.x': one,
        'o.x': wanted,
        'o.w': computed,
        k: one,
        e: computed,
        _id: zero,
      }),
      some({ o: some({ x: one, w: computed }), l: some({ x: wanted, v: computed }), n: wanted }),
      some({ n: zero, 'l.x': zero, o: some({ x: zero }), k: zero, _id: zero }),
    ),
  );
  const added = some({
    n: computed,
    e: computed,
    'o.x': computed,
    'l.z': plain,
    's.t': computed,
    k: some({ p: plain, q: computed }),
  });
  const addFields = fc.oneof(stage('$addFields', added), stage('$set', added));
  const accumulator = fc.oneof(
    fc
      .tuple(
        fc.constantFrom(
          '$sum',
          '$avg',
          '$min',
          '$max',
          '$first',
          '$last',
          '$push',
          '$addToSet',
          '$stdDevPop',
          '$stdDevSamp',
        ),
        fc.oneof(plain, fc.constant<Value>(1), computed),
      )
      .map(([name, operand]): Document => ({ [name]: operand })),
    fc
      .tuple(fc.constantFrom('$firstN', '$lastN', '$minN', '$maxN'), plain, fc.integer({ min: 1, max: 3 }))
      .map(([name, input, n]): Document => ({ [name]: { input, n } })),
    fc.constantFrom<Document>(
      { $mergeObjects: { p: '$n', q: '$s' } },
      { $push: '$$ROOT' },
      { $count: {} },
      { $push: { n: '$n', s: '$s' } },
      { $first: '$_id' },
    ),
  );
  const outputs = some({ p: accumulator, q: accumulator, r: accumulator });
  const group = fc
    .tuple(fc.oneof(plain, computed, fc.constant<Value>({ a: '$n', b: '$s' })), outputs)
    .map(([_id, fields]): NaiveStage[] => [['$group', { _id, ...fields }], byId]);
  const bucket = fc
    .tuple(
      fc.constantFrom('$n', '$m', '$o.x'),
      fc.constantFrom<Value[]>([0, 5, 20], [-2, 0, 2.5, 2 ** 40]),
      outputs,
      fc.nat(5),
    )
    .map(([groupBy, boundaries, output, covered]): NaiveStage[] => [
      ['$bucket', { groupBy, boundaries, output, ...(covered > 0 ? { default: 'other' } : {}) }],
    ]);
  const bucketAuto = fc
    .tuple(plain, fc.integer({ min: 1, max: 4 }), outputs)
    .map(([groupBy, buckets, output]): NaiveStage[] => [['$bucketAuto', { groupBy, buckets, output }]]);
  const sortByCount = fc
    .oneof(
      plain.filter((path) => path !== null),
      computed,
    )
    .map((by): NaiveStage[] => [
      ['$sortByCount', by],
      ['$sort', { count: -1, _id: 1 }],
    ]);
  const match = stage(
    '$match',
    fc.oneof(
      fc
        .tuple(
          fc.constantFrom('n', 's', 'b', 'o.x', 'l', 'l.x'),
          fc.constantFrom('$gt', '$lte', '$eq', '$ne'),
          fc.constantFrom<Value>(0, 1.5, 'a', true, null),
        )
        .map(([path, operator, value]): Document => ({ [path]: { [operator]: value } })),
      plain.map((path): Document => ({ $expr: { $gte: [path, '$m'] } })),
      plain.map((path): Document => ({ $expr: path })),
    ),
  );
  const root = fc.constantFrom<Value>(
    { $mergeObjects: [{ n: 1 }, { s: '$s', l: '$l' }] },
    '$o',
    { $ifNull: ['$nothing', '$$ROOT'] },
    { n: '$n', l: ['$s'] },
  );
  const simple = fc.oneof(
    match,
    sort,
    project,
    addFields,
    unset,
    unwind,
    group,
    bucket,
    bucketAuto,
    sortByCount,
    redact,
    stage('$skip', fc.nat(3)),
    stage('$limit', fc.integer({ min: 1, max: 4 })),
    stage('$count', fc.constant('total')),
    stage(
      '$replaceRoot',
      root.map((newRoot): Document => ({ newRoot })),
    ),
    stage('$replaceWith', root),
  );
  return { simple, match };
}

export const direction = fc.constantFrom(1, -1);

const some = (fields: Record<string, fc.Arbitrary<Value>>): fc.Arbitrary<Document> =>
  fc
    .record(fields, { requiredKeys: [], noNullPrototype: true })
    .filter((made) => Object.keys(made).length > 0) as fc.Arbitrary<Document>;
const stage = (name: string, operand: fc.Arbitrary<Value>): fc.Arbitrary<NaiveStage[]> =>
  operand.map((made): NaiveStage[] => [[name, made]]);

const zero = fc.constant<Value>(0);
const one = fc.constant<Value>(1);
const unset = stage(
  '$unset',
  fc.oneof(
    fc.subarray(['n', 's', 'o.x', 'l.x', 'k.y', 't'], { minLength: 1 }),
    fc.constantFrom<Value>('o', 'l.x'),
  ),
);
const unwind = stage(
  '$unwind',
  fc.record(
    {
      path: fc.constantFrom('$l', '$k', '$o', '$o.z', '$n', '$l.x', '$nothing'),
      includeArrayIndex: fc.constantFrom('i', 'n'),
      preserveNullAndEmptyArrays: fc.boolean(),
    },
    { requiredKeys: ['path'], noNullPrototype: true },
  ) as fc.Arbitrary<Document>,
);
const byId: NaiveStage = ['$sort', { _id: 1 }];
const sort = fc
  .tuple(fc.constantFrom('n', 's', 'l', 'o.x', 'l.x', 'b'), direction)
  .map(([path, way]): NaiveStage[] => [['$sort', { [path]: way }]]);
const redact = stage(
  '$redact',
  fc.constantFrom<Value>(
    { $cond: [{ $gt: ['$x', 1] }, '$$PRUNE', '$$DESCEND'] },
    { $cond: { if: { $eq: [{ $type: '$y' }, 'string'] }, then: '$$KEEP', else: '$$DESCEND' } },
    { $switch: { branches: [{ case: { $eq: ['$$ROOT.n', '$x'] }, then: '$$PRUNE' }], default: '$$DESCEND' } },
    '$$DESCEND',
  ),
);
