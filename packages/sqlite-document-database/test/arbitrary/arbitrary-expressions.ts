import fc from 'fast-check';
import { parseEjson, stringifyEjson } from '../../src/values/ejson';
import type { Document, Value } from '../../src/values/value';
import { date, dateCounts, dateParts, datesMade, dateTexts } from './arbitrary-dates';
import { call, lone, named, several, variadic } from './arbitrary-operators';
import { list, number, object, text } from './arbitrary-operands';
import { scalar } from './arbitrary-values';

/*
 * Random expressions that are mostly valid: each operator gets operands of the type it needs, and sometimes of another.
 */

type Kinds = {
  number: Value;
  text: Value;
  date: Value;
  truth: Value;
  list: Value;
  object: Value;
  any: Value;
};

const fieldName = fc.constantFrom<Value>('x', 'y', 'a', { $literal: 'a.b' }, { $literal: '$n' });
const angles = ['sin', 'cos', 'tan']
  .flatMap((name) => [name, `a${name}`, `${name}h`, `a${name}h`])
  .concat('degreesToRadians', 'radiansToDegrees')
  .map((name) => `$${name}`);
const sortBy = fc.constantFrom<Value>(
  1,
  -1,
  { x: 1 },
  { x: -1, y: 1 },
  { y: -1 },
  { 'y.a': 1 },
  { x: 1, 'y.b': -1 },
);
const small = fc.constantFrom<Value>(0, 1, 2, -1, -2, 5);

export const expressions = fc.letrec<Kinds>((tie) => {
  const N = slip(tie('number'));
  const S = slip(tie('text'));
  const D = slip(tie('date'));
  const B = slip(tie('truth'));
  const L = slip(tie('list'));
  const O = slip(tie('object'));
  const A = tie('any');
  /** The given type, or any. */
  function slip(kind: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
    return fc.oneof({ weight: 14, arbitrary: kind }, { weight: 1, arbitrary: tie('any') });
  }
  const choice = (kind: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
    fc.oneof(
      call(['$cond'], B, kind, kind),
      named(['$cond'], { if: B, then: kind, else: kind }, ['if', 'then', 'else']),
      variadic(['$ifNull'], kind).filter((made) => (made as { $ifNull: Value[] }).$ifNull.length > 1),
      fc
        .tuple(
          fc.array(fc.tuple(B, kind), { minLength: 1, maxLength: 2 }),
          fc.option(kind, { nil: undefined }),
        )
        .map(([cases, otherwise]) => ({
          $switch: {
            branches: cases.map(([when, then]) => ({ case: when, then })),
            ...(otherwise === undefined ? {} : { default: otherwise }),
          },
        })),
      fc.tuple(A, kind).map(([value, body]) => ({ $let: { vars: { v: value }, in: body } })),
    );
  const inner = fc.constantFrom<Value>('$$this', '$$this.x', { $eq: ['$$this', '$n'] }, { $type: '$$this' });
  const overEach = fc
    .tuple(fc.constantFrom('this', 'e'), fc.oneof(inner, A, B), L)
    .map(([as, body, input]) => ({
      as,
      body: parseEjson(stringifyEjson(body).replaceAll('$$this', `$$$$${as}`)),
      input,
    }));
  const leaf = (...values: Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);
  const deep = { depthSize: 'small', maxDepth: 3, withCrossShrink: true } as const;
  return {
    number: fc.oneof(
      deep,
      fc.oneof(leaf('$n', '$m', '$o.x'), number),
      variadic(['$add', '$multiply'], N),
      call(['$subtract', '$divide', '$mod', '$pow', '$log'], N, N),
      lone(['$abs', '$ceil', '$floor', '$sqrt', '$exp', '$ln', '$log10', '$round', '$trunc'], N),
      call(['$round', '$trunc'], N, small),
      lone(angles, N),
      call(['$atan2'], N, N),
      variadic(['$stdDevPop', '$stdDevSamp'], N),
      lone(['$stdDevPop', '$stdDevSamp'], L),
      call(['$subtract'], D, D),
      variadic(['$sum', '$avg', '$min', '$max'], N),
      lone(['$sum', '$avg'], L),
      lone(['$size'], L),
      lone(['$strLenCP', '$strLenBytes'], S),
      call(['$indexOfCP', '$indexOfBytes'], S, S),
      call(['$indexOfCP', '$indexOfBytes'], S, S, small, small),
      call(['$indexOfArray'], L, A),
      call(['$indexOfArray'], L, A, small, small),
      call(['$cmp'], A, A),
      call(['$strcasecmp'], S, S),
      lone(['$toInt', '$toLong', '$toDouble'], fc.oneof(N, S, B, D)),
      dateCounts(D),
      choice(N),
    ),
    text: fc.oneof(
      deep,
      fc.oneof(leaf('$s'), text),
      variadic(['$concat'], S),
      lone(['$toUpper', '$toLower'], fc.oneof(S, N, D)),
      call(['$substrCP', '$substrBytes', '$substr'], S, small, small),
      named(['$trim', '$ltrim', '$rtrim'], { input: S, chars: S }, ['input']),
      named(['$replaceOne', '$replaceAll'], { input: S, find: S, replacement: S }, [
        'input',
        'find',
        'replacement',
      ]),
      lone(['$toString', '$type'], fc.oneof(S, N, D, B, A)),
      dateTexts(D),
      choice(S),
    ),
    date: fc.oneof(
      deep,
      fc.oneof(leaf('$t'), date),
      call(['$add'], D, N),
      call(['$subtract'], D, N),
      lone(['$toDate'], fc.oneof(D, N)),
      datesMade(D, S),
      choice(D),
    ),
    truth: fc.oneof(
      deep,
      fc.oneof(leaf('$b'), fc.boolean()),
      call(['$eq', '$ne', '$gt', '$gte', '$lt', '$lte'], A, A),
      call(['$eq', '$gt', '$lte'], N, N),
      call(['$lt', '$gte'], S, S),
      variadic(['$and', '$or'], B),
      lone(['$not', '$toBool', '$isArray', '$isNumber'], A),
      call(['$in'], A, L),
      lone(['$anyElementTrue', '$allElementsTrue'], L),
      call(['$setIsSubset', '$setEquals'], L, L),
      choice(B),
    ),
    list: fc.oneof(
      deep,
      fc.oneof(leaf('$l', '$k', '$l.x', '$o.z', '$k.a.b'), list),
      variadic(['$concatArrays'], L),
      call(['$slice'], L, small),
      call(['$slice'], L, small, small),
      overEach.map(({ as, body, input }) => ({ $map: { input, as, in: body } })),
      overEach.map(({ as, body, input }) => ({ $filter: { input, as, cond: body } })),
      lone(['$reverseArray'], L),
      named(['$sortArray'], { input: L, sortBy }, ['input', 'sortBy']),
      named(['$firstN', '$lastN', '$minN', '$maxN'], { input: L, n: small }, ['input', 'n']),
      named(['$filter'], { input: L, cond: inner, limit: fc.oneof(small, leaf(null)) }, ['input', 'cond']),
      named(
        ['$zip'],
        { inputs: fc.tuple(L, L), useLongestLength: fc.boolean(), defaults: fc.tuple(number, text) },
        ['inputs'],
      ),
      call(['$range'], small, small),
      call(['$range'], small, small, small),
      call(['$split'], S, S),
      lone(['$objectToArray'], O),
      fc.tuple(several(L), fc.boolean()).map(([inputs, longest]) => ({
        $zip: { inputs, ...(longest ? { useLongestLength: true } : {}) },
      })),
      fc.array(A, { maxLength: 3 }),
      choice(L),
    ),
    object: fc.oneof(
      deep,
      fc.oneof(
        leaf('$o', '$$ROOT', '$$CURRENT.o'),
        object.map((value) => ({ $literal: value })),
      ),
      variadic(['$mergeObjects'], O),
      named(['$setField'], { field: fieldName, input: O, value: A }, ['field', 'input', 'value']),
      named(['$unsetField'], { field: fieldName, input: O }, ['field', 'input']),
      lone(['$arrayToObject'], fc.oneof(L, lone(['$objectToArray'], O))),
      fc.dictionary(fc.constantFrom('p', 'q', 'r'), A, {
        maxKeys: 2,
        noNullPrototype: true,
      }) as fc.Arbitrary<Document>,
      dateParts(D),
      choice(O),
    ),
    any: fc.oneof(
      deep,
      fc.oneof(
        leaf('$n', '$s', '$t', '$l', '$o', '$b', '$nothing', '$o.y', '$l.y', '$l.0', '$$REMOVE', '$s.x'),
        scalar.map((value) => (typeof value === 'string' ? { $literal: value } : value)),
      ),
      tie('number'),
      tie('text'),
      tie('date'),
      tie('truth'),
      tie('list'),
      tie('object'),
      call(['$arrayElemAt'], L, small),
      named(['$getField'], { field: fieldName, input: O }, ['field', 'input']),
      lone(['$getField'], fc.constantFrom('n', 'o', 'nothing')),
      lone(['$const'], scalar),
      lone(['$first', '$last'], L),
      variadic(['$min', '$max'], A),
      lone(['$min', '$max'], L),
      fc
        .tuple(
          L,
          fc.constantFrom('$$value', '$n', 0),
          fc.constantFrom<Value>(
            { $add: ['$$value', '$$this'] },
            { $concatArrays: ['$$value', ['$$this']] },
            { $cond: [{ $gt: ['$$this', '$$value'] }, '$$this', '$$value'] },
            '$$this.x',
          ),
        )
        .map(([input, initialValue, step]) => ({
          $reduce: { input, initialValue: initialValue === '$$value' ? [] : initialValue, in: step },
        })),
      named(
        ['$convert'],
        {
          input: A,
          to: leaf('int', 'long', 'double', 'string', 'bool', 'date'),
          onError: leaf('bad'),
          onNull: leaf('none'),
        },
        ['input', 'to'],
      ),
      call(['$setDifference'], L, L),
      call(['$setUnion', '$setIntersection'], L, L).map((set) => ({ $size: set })),
    ),
  };
});
