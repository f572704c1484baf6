import fc from 'fast-check';
import { distanceMeters } from '../geo/sphere';
import { scratchDatabase, type Scratch } from '../../test/scratch-database';
import { stringifyEjson } from '../values/ejson';
import type { Document, Value } from '../values/value';

const here: Document = { type: 'Point', coordinates: [113.3, 23.1] };

/** The document with this number: each pair of documents is further north than the pair before. */
const thing = (i: number, fields: Document = {}): Document => ({
  _id: `d${String(i).padStart(5, '0')}`,
  board: 'need',
  place: { type: 'Point', coordinates: [113.3, 23.1 + Math.floor(i / 2) * 0.001] },
  ...fields,
});

const near = async (scratch: Scratch, query: Document, limit: number): Promise<Document[]> => {
  const found = await scratch.aggregate([
    ['$geoNear', { near: here, distanceField: 'meters', key: 'place', query: { board: 'need', ...query } }],
    ['$limit', limit],
  ]);
  return found.map(({ meters, ...document }) => {
    expect(typeof meters).toBe('number');
    return document as Document;
  });
};

describe('fields without an index, on a long walk', () => {
  const count = 1500;
  const rare: Value[] = [
    'rare',
    'a "quoted" \\ word',
    '药',
    '',
    '\n',
    'rare"',
    { in: 'rare' },
    ['x', 'rare'],
  ];
  const documents = Array.from({ length: count }, (_, i) =>
    thing(i, {
      note: 'often "rare\\" or not',
      kind: i % 97 ? 'common' : (rare[(i / 97) % rare.length] as Value),
    }),
  );
  let scratch: Scratch;
  beforeAll(async () => {
    scratch = await scratchDatabase(['board_1_place_2dsphere']);
    await scratch.database.bulkLoad('things', documents);
  });
  afterAll(() => scratch.close());

  test.each([
    ['a string', { kind: 'rare' }, (kind: Value) => kind === 'rare' || Array.isArray(kind)],
    [
      'a string to be escaped',
      { kind: 'a "quoted" \\ word' },
      (kind: Value) => kind === 'a "quoted" \\ word',
    ],
    ['a string that ends as another does', { kind: 'rare"' }, (kind: Value) => kind === 'rare"'],
    ['a Chinese string', { kind: '药' }, (kind: Value) => kind === '药'],
    ['the empty string', { kind: '' }, (kind: Value) => kind === ''],
    ['a line break', { kind: '\n' }, (kind: Value) => kind === '\n'],
    ['an embedded field', { 'kind.in': 'rare' }, (kind: Value) => JSON.stringify(kind) === '{"in":"rare"}'],
    [
      'two conditions',
      { kind: 'rare', note: /often/ },
      (kind: Value) => kind === 'rare' || Array.isArray(kind),
    ],
    ['a negation', { kind: { $ne: 'common' } }, (kind: Value) => kind !== 'common'],
  ])('are found by %s, completely and in order', async (_, query, wanted) => {
    const expected = documents.filter(({ kind }) => wanted(kind as Value));
    expect(expected.length).toBeGreaterThan(0);
    expect(await near(scratch, query as Document, count)).toEqual(expected);
  });
});

type Step = { act: 'write' | 'remove' | 'commit' | 'abort'; i: number; value: number } | { act: 'read' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constantFrom(
        'write' as const,
        'write' as const,
        'remove' as const,
        'commit' as const,
        'abort' as const,
      ),
      i: fc.nat(9),
      value: fc.nat(1000),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ act: 'read' as const }) },
);

test('documents in memory are never older than the last write, even after an undone one', async () => {
  const scratch = await scratchDatabase(['board_1_place_2dsphere']);
  const write = (i: number, value: number, extra: Record<string, unknown> = {}): Promise<unknown> =>
    scratch.send('modifyDocument', {
      queryType: 'DOC',
      query: stringifyEjson({ _id: thing(i)._id as string }),
      data: stringifyEjson({ ...thing(i, { value }), _id: undefined } as never),
      merge: false,
      upsert: true,
      ...extra,
    });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      await scratch.remove({});
      const truth = new Map<number, number>();
      for (const each of steps) {
        if (each.act === 'read') {
          const expected = [...truth].sort(([a], [b]) => a - b).map(([i, value]) => thing(i, { value }));
          expect(await near(scratch, {}, 100)).toEqual(expected);
          expect(await near(scratch, { value: { $gte: 500 } }, 100)).toEqual(
            expected.filter(({ value }) => (value as number) >= 500),
          );
          continue;
        }
        const { act, i, value } = each;
        if (act === 'write') {
          await write(i, value);
          truth.set(i, value);
        } else if (act === 'remove') {
          await scratch.remove({ _id: thing(i)._id as string });
          truth.delete(i);
        } else {
          const transactionId = await scratch.begin();
          await write(i, value, { transactionId });
          await scratch.send(act === 'commit' ? 'commitTransaction' : 'abortTransaction', { transactionId });
          if (act === 'commit') truth.set(i, value);
        }
      }
    }),
    { numRuns: 60 },
  );
  await scratch.close();
});

test('a large group answers the same from the table, while it is loaded into memory and afterwards, and while documents come, move and disappear', async () => {
  const scratch = await scratchDatabase(['board_1_place_2dsphere']);
  const count = 14_000;
  const random = (i: number): number => ((i * 48_271) % 65_537) / 65_537;
  const at = (i: number): Document => ({
    type: 'Point',
    coordinates: [113 + random(i), 22 + random(i * 7 + 3)],
  });
  const places = new Map<string, Document>();
  for (let i = 0; i < count; i++) places.set(`d${i}`, at(i));
  await scratch.database.bulkLoad(
    'things',
    [...places].map(([_id, place]) => ({ _id, board: 'need', place })),
  );
  const centre = [113.5, 22.5] as const;
  for (let turn = 0; turn < 12; turn++) {
    const expected = [...places]
      .map(([_id, place]): [string, number] => {
        const [lng, lat] = place.coordinates as [number, number];
        return [_id, distanceMeters(centre[0], centre[1], lng, lat)];
      })
      .sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, 30);
    const found = await scratch.aggregate([
      [
        '$geoNear',
        {
          near: { type: 'Point', coordinates: [...centre] },
          distanceField: 'meters',
          key: 'place',
          query: { board: 'need' },
        },
      ],
      ['$limit', 30],
    ]);
    expect(found.map(({ _id, meters }) => [_id, meters])).toEqual(expected);
    const [nearest, next] = expected as [[string, number], [string, number]];
    await scratch.remove({ _id: nearest[0] });
    places.delete(nearest[0]);
    const away = at(count + turn);
    await scratch.update({ _id: next[0] }, { $set: { place: away } });
    places.set(next[0], away);
    const fresh: Document = {
      type: 'Point',
      coordinates: [centre[0] + turn * 1e-4, centre[1] - turn * 1e-5],
    };
    await scratch.insert([{ _id: `fresh${turn}`, board: 'need', place: fresh }]);
    places.set(`fresh${turn}`, fresh);
  }
  expect(scratch.database.memoryReport()).toMatchObject({ geoGroups: 1, geoEntries: places.size });
  await scratch.close();
});
