import fc from 'fast-check';
import { scratchDatabase, type Scratch } from '../../test/scratch-database';
import type { Document, Value } from '../values/value';
import { oracleSeed as seed } from '../../test/arbitrary/oracle-seed';

let scratch: Scratch;
beforeAll(async () => {
  scratch = await scratchDatabase(['place_2dsphere']);
});
beforeEach(() => scratch.remove({}));
afterAll(() => scratch.close());

const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.double({ min: -2, max: 2, noNaN: true }),
  fc.constantFrom<Value>('', 'a"b', '药', true, false, null, 2 ** 40, new Date(86_400_000)),
);
const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.record({ x: scalar, y: scalar }, { requiredKeys: [] }) },
);
const documents = fc.array(
  fc.record(
    { a: value, b: value, c: value, meters: scalar, step: fc.integer({ min: 0, max: 40 }) },
    { requiredKeys: ['step'] },
  ),
  { minLength: 1, maxLength: 8 },
);

const field = fc.constantFrom('$a', '$b', '$c', '$c.x', '$meters', '$band', '$none');
const name = fc.constantFrom('a', 'b', 'band', 'meters', 'made');
const expression: fc.Arbitrary<Value> = fc.oneof(
  field,
  fc.tuple(field, field).map((both): Value => ({ $lte: both })),
  fc.tuple(field, field).map(([test, other]): Value => ({ $cond: [{ $gt: [test, 0] }, other, 'no'] })),
  fc.tuple(field, scalar).map(([first, other]): Value => ({ $ifNull: [first, { $literal: other }] })),
);
const fields = (of: fc.Arbitrary<Value>): fc.Arbitrary<Document> =>
  fc.dictionary(name, of, { minKeys: 1, maxKeys: 3 });
const direction = fc.constantFrom(1, -1);

type StageOf = [name: string, operand: Value];
const stage: fc.Arbitrary<StageOf> = fc.oneof(
  fields(expression).map((operand): StageOf => ['$addFields', operand]),
  fields(fc.oneof(expression, fc.constant(1))).map((operand): StageOf => ['$project', operand]),
  fc.dictionary(name, direction, { minKeys: 1, maxKeys: 2 }).map((operand): StageOf => ['$sort', operand]),
  fc.tuple(name, scalar).map(([path, than]): StageOf => ['$match', { [path]: { $gte: than } }]),
  fc
    .tuple(field, fields(field))
    .map(([id, pushed]): StageOf => [
      '$group',
      { _id: id, n: { $sum: 1 }, most: { $max: '$meters' }, a: { $push: pushed }, b: { $push: '$$ROOT' } },
    ]),
  fc.constantFrom<StageOf[]>(['$project', { a: { $slice: ['$a', 2] }, b: 1 }], ['$limit', 5]),
);

/** A stage that changes nothing but reads each document whole. */
const read: StageOf = ['$redact', '$$KEEP'];

test(`600 pipelines answer the same whether documents are passed on unparsed or read whole (ORACLE_SEED=${seed})`, async () => {
  const near: StageOf = [
    '$geoNear',
    { near: { type: 'Point', coordinates: [113, 23] }, distanceField: 'meters', spherical: true },
  ];
  const answer = async (stages: StageOf[]): Promise<unknown> => {
    const sent = stages.map(([stageKey, operand]) => ({
      stageKey,
      stageValue: JSON.stringify(toJson(operand)),
    }));
    try {
      return (await scratch.send('aggregateDocuments', { stages: sent })).data;
    } catch (error) {
      return { refused: (error as Error).message };
    }
  };
  await fc.assert(
    fc.asyncProperty(
      documents,
      fc.boolean(),
      fc.array(stage, { minLength: 1, maxLength: 4 }),
      async (all, geo, stages) => {
        await scratch.remove({});
        await scratch.insert(
          all.map(({ step, ...rest }, i): Document => ({
            _id: `d${i}`,
            ...rest,
            place: { type: 'Point', coordinates: [113 + step / 1000, 23] },
          })),
        );
        const head: StageOf[] = geo ? [near] : [['$match', {}]];
        expect(await answer([...head, ...stages])).toEqual(
          await answer([...head, read, ...stages.flatMap((each): StageOf[] => [each, read])]),
        );
      },
    ),
    { seed, numRuns: 600 },
  );
});

/** Writes constants in the form in which the SDKs send them within stages. */
function toJson(operand: Value): unknown {
  if (operand instanceof Date) return { $date: { $numberLong: String(operand.getTime()) } };
  if (Array.isArray(operand)) return operand.map(toJson);
  if (typeof operand !== 'object' || operand === null) return operand;
  return Object.fromEntries(Object.entries(operand).map(([key, each]) => [key, toJson(each as Value)]));
}
