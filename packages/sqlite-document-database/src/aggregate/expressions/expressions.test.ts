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
  ['$toObjectId of other text', { $toObjectId: 'x' }],
])('%s is refused', (_name, expression) => {
  expect(() => evaluate(expression)).toThrow();
});
