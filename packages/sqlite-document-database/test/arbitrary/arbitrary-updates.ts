import fc from 'fast-check';
import type { Document, Value } from '../../src/values/value';
import { anyValue, scalar } from './arbitrary-values';

/** Paths into the documents of `anyDocument`; some lead to a missing field or through a scalar. */
const path = fc.constantFrom('a', 'b', 'c', 'a.b', 'b.c', 'a.0', 'a.1.b', 'a.b.c', 'c.5', 'b.10', 'b.9');
const anyPath = fc.oneof(
  { weight: 12, arbitrary: path },
  { weight: 2, arbitrary: fc.constantFrom('a.$[]', 'a.$[].b', 'b.$[].c', 'a.$[].$[]') },
  { weight: 1, arbitrary: fc.constantFrom('_id', 'd', 'a..b', '', 'd.e.f', '_id.a') },
);
const integer = fc.constantFrom(0, 1, -1, 2, 5, 12, 2 ** 40, -(2 ** 33), 2 ** 53 - 1);
const number = fc.oneof(integer, fc.constantFrom(1.5, -0, 1e300, Infinity));
const values = fc.array(anyValue, { maxLength: 3 });
const small = fc.integer({ min: -3, max: 4 });
const maybe = (name: string, value: fc.Arbitrary<Value>): fc.Arbitrary<Document> =>
  fc.option(value, { nil: undefined }).map((chosen) => (chosen === undefined ? {} : { [name]: chosen }));

const push = fc.oneof(
  anyValue,
  fc
    .tuple(
      values,
      maybe('$position', small),
      maybe('$sort', fc.constantFrom<Value>(1, -1, { a: 1 }, { b: -1 }, { 'a.b': 1, c: -1 })),
      maybe('$slice', small),
    )
    .map(([$each, ...clauses]): Value => Object.assign({}, ...clauses.reverse(), { $each }) as Document),
);
const condition = fc.oneof(
  anyValue,
  fc
    .tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$ne', '$eq'), scalar)
    .map(([name, value]): Value => ({ [name]: value })),
  fc.array(scalar, { maxLength: 2 }).map((list): Value => ({ $in: list })),
);
const mask = fc
  .tuple(maybe('and', integer), maybe('or', integer), maybe('xor', integer))
  .map((masks): Value => Object.assign({}, ...masks) as Document);

const operands: Record<string, fc.Arbitrary<Value>> = {
  $set: anyValue,
  $setOnInsert: anyValue,
  $unset: fc.constant(''),
  $inc: fc.oneof({ weight: 8, arbitrary: number }, { weight: 1, arbitrary: scalar }),
  $mul: fc.oneof({ weight: 8, arbitrary: number }, { weight: 1, arbitrary: scalar }),
  $min: anyValue,
  $max: anyValue,
  $rename: path,
  $currentDate: fc.constant(true),
  $bit: mask,
  $push: push,
  $addToSet: fc.oneof(
    anyValue,
    values.map(($each): Value => ({ $each })),
  ),
  $pop: fc.constantFrom<Value>(1, -1, 1, -1, 2, 'x'),
  $pull: condition,
  $pullAll: fc.oneof({ weight: 8, arbitrary: values }, { weight: 1, arbitrary: scalar }),
};

const oneOperator = fc
  .constantFrom(...Object.keys(operands))
  .chain((name) => fc.tuple(fc.constant(name), anyPath, operands[name] as fc.Arbitrary<Value>));

/** Updates of one to three operators. Most documents refuse about half of them. */
export const anyUpdate: fc.Arbitrary<Document> = fc
  .array(oneOperator, { minLength: 1, maxLength: 3 })
  .map((steps) => {
    const update: Record<string, Document> = {};
    for (const [name, where, operand] of steps) (update[name] ??= {})[where] = operand;
    return update;
  });
