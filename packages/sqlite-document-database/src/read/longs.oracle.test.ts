import fc from 'fast-check';
import { oracleSeed as seed } from '../../test/arbitrary/oracle-seed';
import { scratchDatabase, type Scratch } from '../../test/scratch-database';
import { parseEjson, stringifyEjson } from '../values/ejson';
import type { Document, Value } from '../values/value';

/** Bigints are 64-bit integers, and numbers are doubles. Many are neighbours that a double cannot distinguish. */
const number = fc.oneof(
  fc.constantFrom<number | bigint>(2n ** 53n - 1n, 2n ** 53n + 1n, 2n ** 53n + 2n, 2n ** 53n + 3n, 2 ** 53),
  fc.constantFrom<number | bigint>(2 ** 53 + 2, 2n ** 63n - 1n, 2n ** 63n - 2n, 2 ** 63, -(2 ** 63)),
  fc.constantFrom<number | bigint>(-(2n ** 63n), -(2n ** 63n) + 1n, 0n, 0.5, 12n, -12n, 2n ** 60n, 2 ** 60),
  fc.constantFrom<number | bigint>(Infinity, -Infinity, 1e300),
);
/** An integer may equal a double. */
const same = (a: number | bigint, b: number | bigint): boolean => !(a < b) && !(a > b);
const comparisons: Record<string, (a: number | bigint, b: number | bigint) => boolean> = {
  $eq: same,
  $ne: (a, b) => !same(a, b),
  $gt: (a, b) => a > b,
  $gte: (a, b) => a >= b,
  $lt: (a, b) => a < b,
  $lte: (a, b) => a <= b,
  $mod: (a, b) => whole(a) !== undefined && (whole(a) as bigint) % 7n === (whole(b) ?? 0n) % 7n,
};
const question = fc.record({
  operator: fc.constantFrom(...Object.keys(comparisons)),
  operand: number,
  descending: fc.boolean(),
});

/** A double loses its fraction; infinities and numbers beyond 64 bits are not integers. */
function whole(value: number | bigint): bigint | undefined {
  if (typeof value === 'bigint') return value;
  return Math.abs(value) < 2 ** 63 || value === -(2 ** 63) ? BigInt(Math.trunc(value)) : undefined;
}

const sent = (value: number | bigint): Value => parseEjson(stringifyEjson(value));

describe('numbers beyond the precision of a double', () => {
  const rooms: Scratch[] = [];
  beforeAll(async () => {
    for (const indexes of [[], ['n_1'], ['n_-1']]) rooms.push(await scratchDatabase(indexes));
  });
  afterAll(() => Promise.all(rooms.map((room) => room.close())));

  test(`are found, ordered and grouped exactly, with indexes and without: 1,000 queries (ORACLE_SEED=${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(number, { minLength: 1, maxLength: 10 }),
        fc.array(question, { minLength: 10, maxLength: 10 }),
        async (numbers, questions) => {
          const documents = numbers.map((n, i): Document => ({ _id: `d${i}`, n: sent(n) }));
          for (const room of rooms) {
            await room.remove({});
            await room.insert(documents);
            for (const { operator, operand, descending } of questions) {
              const given = operator === '$mod' ? [7, sent((whole(operand) ?? 0n) % 7n)] : sent(operand);
              const order = stringifyEjson({ n: descending ? -1 : 1, _id: 1 });
              const found = await room.find({ n: { [operator]: given } }, { order });
              const wanted = numbers
                .map((n, i) => ({ n, i }))
                .filter(({ n }) => comparisons[operator]?.(n, operand))
                .sort((a, b) => (a.n < b.n ? -1 : Number(a.n > b.n)) * (descending ? -1 : 1) || a.i - b.i);
              const told = { operator, operand: String(operand), numbers: numbers.map(String) };
              // An index orders doubles, so integers that it rounds to the same double come in the order of _id.
              const ids = (list: Document[]): Value[] =>
                room === rooms[0]
                  ? list.map(({ _id }) => _id ?? null)
                  : list.map(({ _id }) => _id ?? null).sort();
              const expected = wanted.map(({ i }) => documents[i] as Document);
              expect({ ...told, found: ids(found) }).toEqual({ ...told, found: ids(expected) });
            }
            const groups = await room.aggregate([
              ['$group', { _id: '$n', count: { $sum: 1 } }],
              ['$limit', 1000],
            ]);
            const distinct = numbers.filter((n, i) => numbers.findIndex((other) => same(other, n)) === i);
            expect(groups.length).toBe(distinct.length);
          }
        },
      ),
      { numRuns: 100, seed },
    );
  });
});
