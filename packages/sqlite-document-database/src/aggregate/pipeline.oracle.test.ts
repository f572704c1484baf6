import fc from 'fast-check';
import { typedDocument } from '../../test/arbitrary/arbitrary-operands';
import { pipeline } from '../../test/arbitrary/arbitrary-pipelines';
import { Refusal, Undecided } from '../../test/reference/naive-kinds';
import { naivePipeline, type NaiveStage } from '../../test/reference/naive-pipeline';
import { scratchDatabase, type Scratch } from '../../test/scratch-database';
import { stringifyEjson } from '../values/ejson';
import { isDocument, type Document, type Value } from '../values/value';
import { oracleSeed as seed } from '../../test/arbitrary/oracle-seed';

/** A value as text with its field names sorted, because a stage may order fields in its own way. */
function shown(value: Value): string {
  return stringifyEjson(inOrder(value));
}

function inOrder(value: Value): Value {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!isDocument(value)) return value;
  const entries = Object.entries(value).map(([name, inner]): [string, Value] => {
    const found = name === 'found' && Array.isArray(inner) && inner.every(isDocument);
    return [name, found ? inner.map(inOrder).sort((a, b) => (shown(a) < shown(b) ? -1 : 1)) : inOrder(inner)];
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function expected(documents: Document[], stages: NaiveStage[]): string[] | 'refused' | undefined {
  try {
    return naivePipeline(documents, stages, documents).map(shown);
  } catch (cause) {
    if (cause instanceof Refusal) return 'refused';
    if (cause instanceof Undecided) return undefined;
    throw cause;
  }
}

/** Documents without two arrays under the compound index of `n` and `s`, which MongoDB refuses to index. */
const indexable = typedDocument.filter(({ n = null, s = null }) => !(Array.isArray(n) && Array.isArray(s)));
const collection = fc
  .array(indexable, { minLength: 2, maxLength: 8 })
  .map((documents) => documents.map((document, i): Document => ({ _id: `d${i}`, ...document })));

describe('pipelines', () => {
  const rooms: Scratch[] = [];
  beforeAll(async () => {
    rooms.push(await scratchDatabase(), await scratchDatabase(['n_1_s_-1', 's_1', 'l_1', 'o.x_-1', 'l.x_1']));
  });
  afterAll(() => Promise.all(rooms.map((room) => room.close())));

  test(`have the manual's results, with indexes and without: 1,200 of them (ORACLE_SEED=${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(
        collection,
        fc.array(pipeline, { minLength: 8, maxLength: 8 }),
        async (documents, asked) => {
          for (const room of rooms) {
            await room.remove({});
            if (documents.length > 0) await room.insert(documents);
          }
          for (const stages of asked) {
            const wanted = expected(documents, [...stages, ['$limit', 1000]]);
            if (wanted === undefined) continue;
            // A `$limit` or `$skip` may drop the document that would be refused before the engine computes it.
            if (wanted === 'refused' && stages.some(([name]) => name === '$limit' || name === '$skip'))
              continue;
            for (const room of rooms) {
              const got = await room.aggregate([...stages, ['$limit', 1000]]).then(
                (found) => found.map(shown),
                () => 'refused',
              );
              expect({ stages, documents, got }).toEqual({ stages, documents, got: wanted });
            }
          }
        },
      ),
      { numRuns: 150, seed },
    );
  });

  test(`a sample is drawn from the collection without repetition (ORACLE_SEED=${seed})`, async () => {
    const [room] = rooms as [Scratch];
    await fc.assert(
      fc.asyncProperty(fc.nat(12), fc.integer({ min: 1, max: 15 }), async (count, size) => {
        await room.remove({});
        if (count > 0) await room.insert(Array.from({ length: count }, (_unused, i) => ({ _id: `d${i}` })));
        const found = (await room.aggregate([['$sample', { size }]])).map(({ _id }) => _id);
        expect(new Set(found).size).toBe(Math.min(count, size));
      }),
      { numRuns: 100, seed },
    );
  });
});
