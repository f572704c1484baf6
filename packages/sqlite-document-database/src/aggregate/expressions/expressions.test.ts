import { Decimal128, ObjectId } from 'bson';
import { documentFields } from '../../query/field-reader';
import type { Document, Value } from '../../values/value';
import { compileExpression } from './compile';

const subject: Document = {
  items: [{ at: { n: 2 } }, { at: { n: 1 } }, 7, { at: { n: [3, 0] } }],
  none: null,
};
const evaluate = (expression: Document): Value | undefined =>
  compileExpression(expression, documentFields)(subject);

test.each<[string, Document, Value | undefined]>([
  [
    '$sortArray by a path takes null for what is not there and arrays whole',
    { $sortArray: { input: '$items', sortBy: { 'at.n': 1 } } },
    [7, { at: { n: 1 } }, { at: { n: 2 } }, { at: { n: [3, 0] } }],
  ],
  ['$getField of null is null', { $getField: { field: 'a', input: '$none' } }, null],
  ['$getField of nothing is nothing', { $getField: { field: 'a', input: '$nothing' } }, undefined],
  [
    '$zip fills with defaults',
    { $zip: { inputs: [[1], [2, 3]], useLongestLength: true, defaults: [0, 9] } },
    [
      [1, 2],
      [0, 3],
    ],
  ],
  ['$substr cuts fractions off', { $substr: ['hello', 2.9, -1] }, 'llo'],
  ['$round to missing places is null', { $round: [343, '$nothing'] }, null],
  ['$trunc, too', { $trunc: [343, '$nothing'] }, null],
  ['$trim of missing characters is null', { $trim: { input: 'a', chars: '$nothing' } }, null],
  ['$toDecimal', { $toDecimal: 1.5 }, Decimal128.fromString('1.5')],
  [
    '$toObjectId',
    { $toObjectId: '63a1f0b2c3d4e5f601234567' },
    ObjectId.createFromHexString('63a1f0b2c3d4e5f601234567'),
  ],
  [
    '$rand is at least 0 and below 1',
    { $and: [{ $gte: [{ $rand: {} }, 0] }, { $lt: [{ $rand: {} }, 1] }] },
    true,
  ],
])('%s', (_name, expression, value) => {
  expect(evaluate(expression)).toEqual(value);
});

test.each<[string, Document]>([
  ['$sin of what has none', { $sin: Infinity }],
  ['$acos beyond 1', { $acos: 2 }],
  ['$zip with defaults for nothing', { $zip: { inputs: [[1]], defaults: [0] } }],
  [
    '$zip with fewer defaults than inputs',
    { $zip: { inputs: [[1], [2]], useLongestLength: true, defaults: [0] } },
  ],
  ['$sortArray in no order', { $sortArray: { input: '$items', sortBy: 2 } }],
  ['$indexOfArray from a missing position', { $indexOfArray: ['$items', 7, '$nothing'] }],
  ['$indexOfCP to a missing position', { $indexOfCP: ['abc', 'c', 0, '$nothing'] }],
  ['$range by a missing step', { $range: [0, 3, '$nothing'] }],
  ['a constant that is never reached', { $and: [false, { $divide: [1, 0] }] }],
  ['a constant in a branch that is not taken', { $cond: [true, 1, { $sqrt: -1 }] }],
  ["$redact's own words elsewhere", { $concat: ['$$PRUNE', ''] }],
  ["a variable's name with a hyphen", { $map: { input: '$items', as: 'el-ement', in: 1 } }],
  ["a variable's path that ends in a dot", { $let: { vars: { x: 1 }, in: '$$x.' } }],
  ['$toObjectId of other text', { $toObjectId: 'x' }],
])('%s is refused', (_name, expression) => {
  expect(() => evaluate(expression)).toThrow();
});
