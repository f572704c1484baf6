import { maxRequestDepth } from '../limits';
import { scratchDatabase, type Scratch } from '../../test/scratch-database';
import type { Document, Value } from '../values/value';

let scratch: Scratch;
beforeAll(async () => {
  scratch = await scratchDatabase(['place_2dsphere']);
});
beforeEach(() => scratch.remove({}));
afterAll(() => scratch.close());

const nested = (levels: number): string => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);

describe('a request that is nested too deep is refused as invalid', () => {
  const invalid = { code: 'INVALID_PARAM' };
  const ask = (query: string) => scratch.send('getDocument', { queryType: 'WHERE', query });

  test.each([maxRequestDepth + 1, 3_000, 100_000])('a query of %i levels', async (levels) => {
    await expect(ask('{"$and":['.repeat(levels) + '{}' + ']}'.repeat(levels))).rejects.toMatchObject(invalid);
    await expect(ask(`{"a":${'{"$date":'.repeat(levels)}1${'}'.repeat(levels)}}`)).rejects.toMatchObject(
      invalid,
    );
  });

  test('a document of 100,000 levels', async () => {
    await expect(scratch.send('insertDocument', { data: [nested(100_000)] })).rejects.toMatchObject(invalid);
  });

  test('a stage of 100,000 levels', async () => {
    const stages = [{ stageKey: '$match', stageValue: nested(100_000) }];
    await expect(scratch.send('aggregateDocuments', { stages })).rejects.toMatchObject(invalid);
  });
});

test('a result of more than 1 MB is refused, and the same in parts is answered', async () => {
  await scratch.insert(
    Array.from({ length: 12 }, (_, i): Document => ({ _id: `d${i}`, text: 'x'.repeat(100_000) })),
  );
  const tooLarge = { code: 'EXCEED_MAX_RESPONSE_SIZE' };
  await expect(scratch.find({})).rejects.toMatchObject(tooLarge);
  await expect(scratch.aggregate([['$match', {}]])).rejects.toMatchObject(tooLarge);
  expect(await scratch.find({}, { limit: 10 })).toHaveLength(10);
  expect(await scratch.aggregate([['$project', { n: { $strLenCP: '$text' } }]])).toHaveLength(12);
});

describe('the result of an expression must fit a document', () => {
  const sixty = { $range: [0, 60] };
  const doubling = (step: Value, initialValue: Value): Value => ({
    $reduce: { input: sixty, initialValue, in: step },
  });
  test.each<[string, Value]>([
    ['text that doubles', doubling({ $concat: ['$$value', '$$value'] }, 'x')],
    ['an array that doubles', doubling({ $concatArrays: ['$$value', '$$value'] }, [1])],
    ['arrays within arrays', doubling(['$$value', '$$value'], 1)],
    ['documents within documents', doubling({ a: '$$value', b: '$$value' }, 1)],
    ['a list of long lists', { $map: { input: { $range: [0, 100_000] }, in: { $range: [0, 1_000] } } }],
  ])('%s', async (_name, expression) => {
    await scratch.insert([{ _id: 'a' }]);
    await expect(scratch.aggregate([['$project', { made: expression }]])).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
    });
  });
});

test('$geoNear applies its own limit before a following $match', async () => {
  await scratch.insert(
    Array.from({ length: 10 }, (_, i): Document => ({
      _id: `d${i}`,
      even: i % 2 === 0,
      place: { type: 'Point', coordinates: [113 + i / 1000, 23] },
    })),
  );
  const near: Document = {
    near: { type: 'Point', coordinates: [113, 23] },
    distanceField: 'meters',
    spherical: true,
  };
  const ids = async (stages: [string, Value][]) => (await scratch.aggregate(stages)).map(({ _id }) => _id);
  expect(
    await ids([
      ['$geoNear', { ...near, limit: 4 }],
      ['$match', { even: true }],
    ]),
  ).toEqual(['d0', 'd2']);
  expect(
    await ids([
      ['$geoNear', near],
      ['$match', { even: true }],
      ['$limit', 4],
    ]),
  ).toEqual(['d0', 'd2', 'd4', 'd6']);
});
