import fc from 'fast-check';
import type { Value } from '../../src/values/value';
import { direction, paths, stagesOver, type ArbitraryStages } from './arbitrary-stages';
import type { NaiveStage } from '../reference/naive-pipeline';

/* Random pipelines with nested ones: `$facet` and both forms of `$lookup`. */

const written = (stages: NaiveStage[]): Value[] => stages.map(([name, operand]) => ({ [name]: operand }));
const outer = stagesOver(paths);
/** Expressions within a `$lookup`, also a nested one, use the names that `let` declares. */
const inner = stagesOver([...paths, '$$v', '$$w', '$$w.x', '$$v']);

function facetOf({ simple }: ArbitraryStages): fc.Arbitrary<NaiveStage[]> {
  return fc
    .tuple(
      simple,
      fc.tuple(simple, simple).map((two) => two.flat()),
    )
    .map(([left, right]): NaiveStage[] => [['$facet', { left: written(left), right: written(right) }]]);
}

/** An optional `$match`, an unambiguous order, and a few stages. */
function ordered(
  { simple, match }: ArbitraryStages,
  others: fc.Arbitrary<NaiveStage[]>,
  maxLength: number,
): fc.Arbitrary<NaiveStage[]> {
  return fc
    .tuple(
      fc.option(match, { nil: [], freq: 1 }),
      fc.tuple(fc.constantFrom('n', 's', 'l', 'o.x'), direction),
      fc.array(fc.oneof({ weight: 15, arbitrary: simple }, { weight: 2, arbitrary: others }), { maxLength }),
    )
    .map(([first, [path, way], rest]) => [...first, ['$sort', { [path]: way, _id: 1 }], ...rest.flat()]);
}

const equality = fc.record({
  localField: fc.constantFrom('n', 's', 'l', 'l.x', 'o.x', '_id'),
  foreignField: fc.constantFrom('n', 's', 'l', 'k', 'l.x', 'o.x', '_id'),
});
const declared = fc.record({
  v: fc.constantFrom<Value>('$n', '$s', '$l', '$nothing', { $ifNull: ['$o.x', '$m'] }, { $type: '$t' }),
  w: fc.constantFrom<Value>('$o', '$$ROOT', '$l', { x: '$n', y: '$nothing' }),
});
/** Conditions on both documents, among other conditions and inside them. */
const correlated = fc
  .tuple(
    fc.constantFrom<Value>('$n', '$s', '$l', '$o.x', '$_id'),
    fc.constantFrom('$eq', '$gte', '$lt', '$ne'),
    fc.constantFrom<Value>('$$v', '$$w.x', '$$w'),
    fc.constantFrom('alone', 'beside', '$and', '$or', '$nor'),
  )
  .map(([path, operator, variable, where]): NaiveStage[] => {
    const $expr = { [operator]: [path, variable] };
    if (where === 'alone') return [['$match', { $expr }]];
    if (where === 'beside') return [['$match', { $expr, n: { $ne: 1 } }]];
    return [['$match', { [where]: [{ $expr }, { b: true }] }]];
  });

/** The pipeline sorts its documents, so that later stages have a defined order. */
function correlatedLookup(depth: number): fc.Arbitrary<NaiveStage[]> {
  const nested = depth > 0 ? correlatedLookup(depth - 1) : facetOf(inner);
  return fc
    .tuple(
      fc.option(equality, { nil: {} }),
      fc.oneof(correlated, inner.match, fc.constant<NaiveStage[]>([])),
      ordered(inner, nested, 2),
      fc.option(declared),
      fc.constantFrom('found', 'found', 'l', 'o.found', 'n.found'),
    )
    .map(([fields, first, stages, variables, as]): NaiveStage[] => [
      [
        '$lookup',
        {
          from: 'things',
          ...fields,
          let: variables ?? { v: '$n', w: '$o' },
          pipeline: written([...first, ...stages]),
          as,
        },
      ],
    ]);
}

/** The documents come in no defined order, so this is last. */
const plainLookup = equality.map((fields): NaiveStage[] => [
  ['$lookup', { from: 'things', ...fields, as: 'found' }],
]);
/** Stages that often follow a lookup. */
const afterLookup = fc.constantFrom<NaiveStage[]>(
  [],
  [['$unwind', { path: '$found', preserveNullAndEmptyArrays: true }]],
  [['$addFields', { found: { $size: { $ifNull: ['$found', []] } } }]],
  [['$match', { 'found.n': { $gt: 1 } }]],
);
const lookup = fc
  .tuple(correlatedLookup(1), afterLookup)
  .map(([stages, after]): NaiveStage[] => [...stages, ...after]);

/** One to five stages after a first `$match` and an unambiguous `$sort`. */
export const pipeline: fc.Arbitrary<NaiveStage[]> = fc
  .tuple(
    ordered(outer, fc.oneof(facetOf(outer), lookup), 4),
    fc.oneof({ weight: 6, arbitrary: fc.constant<NaiveStage[]>([]) }, { weight: 1, arbitrary: plainLookup }),
  )
  .map(([stages, last]) => [...stages, ...last]);
