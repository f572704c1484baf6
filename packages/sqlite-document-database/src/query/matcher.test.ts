import { ObjectId } from 'bson';
import type { Document } from '../values/value';
import { compileQuery } from './matcher';

const matches = (query: Document, document: Document): boolean => compileQuery(query)(document);

describe('a query', () => {
  const id = new ObjectId();
  test.each<[string, Document, Document, boolean]>([
    ['null matches null', { a: null }, { a: null }, true],
    ['null matches a missing field', { a: null }, {}, true],
    ['null matches null in an array', { a: null }, { a: [1, null] }, true],
    ['null does not match an empty array', { a: null }, { a: [] }, false],
    ['$ne null matches only what is there', { a: { $ne: null } }, {}, false],
    ['$exists true holds for null', { a: { $exists: true } }, { a: null }, true],
    ['$exists false holds for a missing field', { a: { $exists: false } }, {}, true],
    ['$exists of a nested field in an array', { 'a.b': { $exists: true } }, { a: [{}, { b: 1 }] }, true],
    ['an element of an array equals', { a: 2 }, { a: [1, 2] }, true],
    ['a whole array equals', { a: [1, 2] }, { a: [1, 2] }, true],
    ['an array in an array equals', { a: [1, 2] }, { a: [[1, 2]] }, true],
    ['a path that ends in a position means that element alone', { 'a.0': 1 }, { a: [[1, 2]] }, false],
    ['the element at a position may be an array', { 'a.0': [1, 2] }, { a: [[1, 2]] }, true],
    ['a number may be a name, whose array is searched', { 'a.0': 1 }, { a: { 0: [1, 2] } }, true],
    ['an array in another order does not', { a: [2, 1] }, { a: [1, 2] }, false],
    ['field order counts in documents', { a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }, false],
    ['$ne means no element equals', { a: { $ne: 2 } }, { a: [1, 2] }, false],
    ['$gt and $lt may hold for different elements', { a: { $gt: 5, $lt: 3 } }, { a: [1, 9] }, true],
    [
      '$elemMatch wants one element for both',
      { a: { $elemMatch: { $gt: 5, $lt: 3 } } },
      { a: [1, 9] },
      false,
    ],
    [
      '$elemMatch on documents',
      { a: { $elemMatch: { x: 1, y: { $gt: 2 } } } },
      {
        a: [
          { x: 1, y: 1 },
          { x: 1, y: 3 },
        ],
      },
      true,
    ],
    [
      'dotted fields may hold in different elements',
      { 'a.x': 1, 'a.y': 3 },
      {
        a: [
          { x: 1, y: 1 },
          { x: 2, y: 3 },
        ],
      },
      true,
    ],
    ['a position', { 'a.1': 'b' }, { a: ['a', 'b'] }, true],
    ['a field after a position', { 'a.0.b': 1 }, { a: [{ b: 1 }] }, true],
    ['comparison keeps to its type', { a: { $gt: 1 } }, { a: '2' }, false],
    ['$lt on dates', { a: { $lt: new Date(5) } }, { a: new Date(4) }, true],
    ['$lte NaN equals NaN', { a: { $lte: NaN } }, { a: NaN }, true],
    ['$gte null matches missing', { a: { $gte: null } }, {}, true],
    ['$in with null matches missing', { a: { $in: [null] } }, {}, true],
    ['$in with a regex', { a: { $in: [/^x/] } }, { a: 'xy' }, true],
    ['$nin of a missing field', { a: { $nin: [1] } }, {}, true],
    ['$all with elements', { a: { $all: [1, 2] } }, { a: [2, 3, 1] }, true],
    ['$all with one value that a scalar equals', { a: { $all: [1] } }, { a: 1 }, true],
    ['$all of nothing', { a: { $all: [] } }, { a: [] }, false],
    ['$all with $elemMatch', { a: { $all: [{ $elemMatch: { x: 1 } }] } }, { a: [{ x: 1 }] }, true],
    ['$size', { a: { $size: 2 } }, { a: [1, 2] }, true],
    ['$size of an array in an array is not it', { a: { $size: 2 } }, { a: [[1, 2]] }, false],
    ['$mod', { a: { $mod: [4, 1] } }, { a: 9 }, true],
    ['$mod of a negative number', { a: { $mod: [4, -1] } }, { a: -9 }, true],
    ['$type by name', { a: { $type: 'string' } }, { a: ['x'] }, true],
    ['$type array', { a: { $type: 'array' } }, { a: [] }, true],
    ['$type number', { a: { $type: 'number' } }, { a: 1.5 }, true],
    ['$type by number', { a: { $type: 9 } }, { a: new Date(0) }, true],
    ['$regex with options', { a: { $regex: '^AB', $options: 'i' } }, { a: 'abc' }, true],
    ['$regex with x ignores space', { a: { $regex: 'a b # c', $options: 'x' } }, { a: 'ab' }, true],
    ['$regex over lines', { a: { $regex: '^b', $options: 'm' } }, { a: 'a\nb' }, true],
    ['$not regex', { a: { $not: /^a/ } }, { a: 'b' }, true],
    ['$not of a missing field', { a: { $not: { $gt: 1 } } }, {}, true],
    ['$nor', { $nor: [{ a: 1 }, { b: 1 }] }, { a: 2, b: 2 }, true],
    ['$or', { $or: [{ a: 1 }, { b: 1 }] }, { a: 2, b: 1 }, true],
    ['$expr between fields', { $expr: { $gt: ['$a', '$b'] } }, { a: 2, b: 1 }, true],
    ['$bitsAllSet', { a: { $bitsAllSet: 5 } }, { a: 7 }, true],
    ['$bitsAnyClear with positions', { a: { $bitsAnyClear: [0, 3] } }, { a: 1 }, true],
    ['ObjectIds by value', { a: new ObjectId(id.toHexString()) }, { a: id }, true],
    ['large integers exactly', { a: 9007199254740993n }, { a: 9007199254740992 }, false],
    ['1 equals 1.0 of another width', { a: 1n }, { a: 1 }, true],
  ])('%s', (_name, query, document, expected) => {
    expect(matches(query, document)).toBe(expected);
  });

  test.each<[string, Document, RegExp]>([
    ['an unknown operator', { a: { $foo: 1 } }, /unknown operator: \$foo/],
    ['an unknown top level operator', { $where: '1' }, /unknown top level operator: \$where/],
    ['$in without an array', { a: { $in: 1 } }, /\$in needs an array/],
    ['an empty $or', { $or: [] }, /non-empty array/],
    ['an operator in $in', { a: { $in: [{ $gt: 1 }] } }, /cannot nest \$ under \$in/],
    ['an operator in $nin', { a: { $nin: [{ $gt: 1 }] } }, /cannot nest \$ under \$nin/],
    ['an operator in $all', { a: { $all: [{ $gt: 1 }] } }, /no \$ expressions in \$all/],
    ['$all of values and elements', { a: { $all: [1, { $elemMatch: { b: 1 } }] } }, /has to be consistent/],
    ['$ne of a pattern', { a: { $ne: /a/ } }, /Can't have regex as arg to \$ne/],
    ['$size of a half', { a: { $size: 1.5 } }, /whole number/],
    ['$text, for which there is no index', { $text: { $search: 'a' } }, /text index required/],
    ['an unknown keyword of a schema', { $jsonSchema: { format: 'date' } }, /Unknown \$jsonSchema keyword/],
    ['a broken regex', { a: { $regex: '(' } }, /Regular expression is invalid/],
    ['$mod by zero', { a: { $mod: [0, 1] } }, /divisor cannot be 0/],
    [
      'a polygon that is not closed',
      {
        a: {
          $geoWithin: {
            $geometry: {
              type: 'Polygon',
              coordinates: [
                [
                  [0, 0],
                  [1, 1],
                  [1, 0],
                ],
              ],
            },
          },
        },
      },
      /valid \$geometry/,
    ],
  ])('refuses %s', (_name, query, message) => {
    expect(() => compileQuery(query)).toThrow(message);
  });
});

describe('a $jsonSchema', () => {
  const schema: Document = {
    required: ['name'],
    properties: {
      name: { bsonType: 'string', minLength: 1, pattern: '^药' },
      doses: {
        type: 'array',
        items: { bsonType: 'int', minimum: 0, exclusiveMinimum: true },
        uniqueItems: true,
      },
      unit: { enum: ['片', null] },
    },
    additionalProperties: { anyOf: [{ type: 'boolean' }, { not: { type: 'object' } }] },
    dependencies: { unit: ['doses'] },
  };
  test.each<[Document, boolean]>([
    [{ name: '药' }, true],
    [{}, false],
    [{ name: 1 }, false],
    [{ name: '别' }, false],
    [{ name: '药', doses: [1, 2] }, true],
    [{ name: '药', doses: [1, 1] }, false],
    [{ name: '药', doses: [0] }, false],
    [{ name: '药', doses: [1], unit: null }, true],
    [{ name: '药', unit: '片' }, false],
    [{ name: '药', doses: [], unit: '盒' }, false],
    [{ name: '药', more: { a: 1 } }, false],
    [{ name: '药', more: [] }, true],
  ])('of %j holds: %s', (document, holds) => {
    expect(matches({ $jsonSchema: schema }, document)).toBe(holds);
    expect(matches({ $nor: [{ $jsonSchema: schema }] }, document)).toBe(!holds);
  });
});
