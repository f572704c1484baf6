import type { Document } from '../values/value';
import { parseEjson, stringifyEjson } from '../values/ejson';
import { parseUpdate } from './parse-update';
import { positionFinder } from './positional';
import { updateStored } from './stored-update';

/** Applies an update to a document through its stored text. */
const apply = (document: Document, update: Document, query: Document = {}): Document => {
  const text = stringifyEjson({ _id: 'x', ...document });
  const options = { nowMs: 5, position: positionFinder(query) };
  return parseEjson(updateStored(text, parseUpdate(update), options)?.text ?? text) as Document;
};

describe('an update', () => {
  test.each<[string, Document, Document, Document, Document?]>([
    ['$set makes documents on the way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
    [
      '$set fills an array with null up to a position',
      { a: [1] },
      { $set: { 'a.3': 4 } },
      { a: [1, null, null, 4] },
    ],
    ['$unset leaves null in an array', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
    ['$unset takes a field away', { a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
    ['$inc begins at nothing', {}, { $inc: { n: 3 } }, { n: 3 }],
    [
      '$inc keeps large integers exact',
      { n: 9007199254740991 },
      { $inc: { n: 2 } },
      { n: 9007199254740993n },
    ],
    ['$mul of a missing field is 0', {}, { $mul: { n: 3 } }, { n: 0 }],
    [
      '$min and $max compare across types',
      { a: 5, b: 5 },
      { $min: { a: null }, $max: { b: 'x' } },
      { a: null, b: 'x' },
    ],
    ['$rename moves a field', { a: 1 }, { $rename: { a: 'b.c' } }, { b: { c: 1 } }],
    ['$currentDate sets the time', {}, { $currentDate: { at: true } }, { at: new Date(5) }],
    ['$bit', { n: 13 }, { $bit: { n: { and: 10 } } }, { n: 8 }],
    ['$push one value', { a: [1] }, { $push: { a: [2] } }, { a: [1, [2]] }],
    [
      '$push each at a position, sorted and sliced',
      { a: [5, 1] },
      { $push: { a: { $each: [3, 4], $position: 0, $sort: -1, $slice: 3 } } },
      { a: [5, 4, 3] },
    ],
    [
      '$push keeps the last with a negative slice',
      { a: [1] },
      { $push: { a: { $each: [2, 3], $slice: -2 } } },
      { a: [2, 3] },
    ],
    [
      '$push sorts documents by a field',
      { a: [{ n: 2 }] },
      { $push: { a: { $each: [{ n: 1 }], $sort: { n: 1 } } } },
      { a: [{ n: 1 }, { n: 2 }] },
    ],
    [
      '$addToSet adds what is not there',
      { a: [1] },
      { $addToSet: { a: { $each: [1, 2, 2] } } },
      { a: [1, 2] },
    ],
    ['$pop last', { a: [1, 2] }, { $pop: { a: 1 } }, { a: [1] }],
    ['$pop first', { a: [1, 2] }, { $pop: { a: -1 } }, { a: [2] }],
    ['$pull by condition', { a: [1, 5, 9] }, { $pull: { a: { $gt: 4 } } }, { a: [1] }],
    [
      '$pull documents that match',
      { a: [{ x: 1, y: 2 }, { x: 2 }] },
      { $pull: { a: { x: 1 } } },
      { a: [{ x: 2 }] },
    ],
    ['$pullAll', { a: [1, 2, 1] }, { $pullAll: { a: [1] } }, { a: [2] }],
    [
      'the matched element by $',
      {
        a: [
          { k: 1, n: 0 },
          { k: 2, n: 0 },
        ],
      },
      { $inc: { 'a.$.n': 1 } },
      {
        a: [
          { k: 1, n: 0 },
          { k: 2, n: 1 },
        ],
      },
      { 'a.k': 2 },
    ],
    [
      'the element matched by $elemMatch',
      { a: [1, 7] },
      { $set: { 'a.$': 0 } },
      { a: [1, 0] },
      { a: { $elemMatch: { $gt: 5 } } },
    ],
    ['every element by $[]', { a: [1, 2] }, { $inc: { 'a.$[]': 10 } }, { a: [11, 12] }],
    ['$setOnInsert does nothing to what is there', { a: 1 }, { $setOnInsert: { a: 2 } }, { a: 1 }],
  ])('%s', (_name, ...[before, update, after, query]) => {
    expect(apply(before, update, query)).toEqual({ _id: 'x', ...after });
  });

  test.each<[string, Document, Document, RegExp]>([
    ['an unknown modifier', {}, { $foo: { a: 1 } }, /Unknown modifier: \$foo/],
    ['two operators on one path', {}, { $set: { a: 1 }, $inc: { a: 1 } }, /would create a conflict at 'a'/],
    ['a path and one within it', {}, { $set: { a: {}, 'a.b': 1 } }, /would create a conflict at 'a'/],
    ['$inc of a string', { a: 'x' }, { $inc: { a: 1 } }, /non-numeric type/],
    ['$push to a number', { a: 1 }, { $push: { a: 1 } }, /must be an array/],
    ['a field within a number', { a: 1 }, { $set: { 'a.b': 1 } }, /Cannot create field 'b'/],
    ['another _id', {}, { $set: { _id: 'y' } }, /immutable field '_id'/],
    ['$ without a match', { a: [1] }, { $set: { 'a.$': 1 } }, /positional operator did not find/],
  ])('refuses %s', (_name, before, update, message) => {
    expect(() => apply(before, update)).toThrow(message);
  });

  test('that changes no character does not count as a change', () => {
    const text = stringifyEjson({ _id: 'x', a: 1 });
    expect(updateStored(text, parseUpdate({ $set: { a: 1 } }), { nowMs: 0 })).toBeUndefined();
  });

  test('leaves the text of fields that it does not name', () => {
    const text = '{"_id":"x", "odd" : 1,"a":{"$numberInt":"1"}}'.replaceAll(' ', '');
    expect(updateStored(text, parseUpdate({ $inc: { a: 1 } }), { nowMs: 0 })?.text).toBe(
      '{"_id":"x","odd":1,"a":{"$numberInt":"2"}}',
    );
  });
});
