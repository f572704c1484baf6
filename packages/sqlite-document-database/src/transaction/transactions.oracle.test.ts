import fc from 'fast-check';
import type { PlatformError } from '../platform-error';
import { scratchDatabase, type Scratch } from '../../test/scratch-database';
import { stringifyEjson } from '../values/ejson';
import type { Document } from '../values/value';
import { oracleSeed as seed } from '../../test/arbitrary/oracle-seed';

/** The collection in the model: `n` and the unique `phone` by id. */
type State = Map<string, { n: number; phone: string }>;

/** A transaction in the model. */
interface Open {
  id: string;
  /** The state and the count of changes at its first read. */
  snapshot: State;
  moment: number;
  writes: Map<string, { n: number; phone: string } | null>;
  /** Phones it has requested, successfully or not. */
  phones: Set<string>;
}

const step = fc.record({
  who: fc.constantFrom(0, 1, 2, 'nobody' as const),
  does: fc.constantFrom('read', 'read', 'set', 'inc', 'inc', 'remove', 'commit', 'abort'),
  id: fc.constantFrom('a', 'b', 'c'),
  n: fc.integer({ min: 1, max: 9 }),
  phone: fc.constantFrom('pa', 'pb', 'pc', 'x'),
});

describe('interleaved transactions', () => {
  let scratch: Scratch;
  beforeAll(async () => {
    scratch = await scratchDatabase(['unique:phone_1', 'n_1']);
  });
  afterAll(() => scratch.close());

  test(`do what a serial model allows: 150 histories of up to 40 steps (ORACLE_SEED=${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
        for (const id of begun.splice(0))
          await outcome(scratch.send('abortTransaction', { transactionId: id }));
        await scratch.remove({});
        const stored: State = new Map(['a', 'b'].map((id) => [id, { n: 0, phone: `p${id}` }]));
        await scratch.insert([...stored].map(([_id, fields]): Document => ({ _id, ...fields })));
        const changedAt = new Map<string, number>();
        let clock = 0;
        const open = new Map<number | string, Open>();
        const change = (id: string, fields: { n: number; phone: string } | null): void => {
          changedAt.set(id, ++clock);
          if (fields) stored.set(id, fields);
          else stored.delete(id);
        };

        for (const { who, does, id, n, phone } of steps) {
          let own = open.get(who);
          if (who !== 'nobody' && !own) {
            own = {
              id: await scratch.begin(),
              snapshot: new Map(),
              moment: 0,
              writes: new Map(),
              phones: new Set(),
            };
            open.set(who, own);
            begun.push(own.id);
            // The snapshot is taken at the first read.
            await scratch.send('getDocument', {
              queryType: 'DOC',
              query: '{"_id":"nobody"}',
              transactionId: own.id,
            });
            own.snapshot = new Map(stored);
            own.moment = clock;
          }
          const others = [...open.values()].filter((each) => each !== own);
          const seen = own ? seenBy(own) : stored;
          const request = { queryType: 'DOC', query: stringifyEjson({ _id: id }), transactionId: own?.id };
          if (does === 'read') {
            const fields = seen.get(id);
            expect(await scratch.find({ _id: id }, request)).toEqual(fields ? [{ _id: id, ...fields }] : []);
          } else if (does === 'commit' || does === 'abort') {
            if (!own) continue;
            await scratch.send(`${does}Transaction`, { transactionId: own.id });
            open.delete(who);
            if (does === 'commit') for (const [key, fields] of own.writes) change(key, fields);
          } else {
            const held = others.some((each) => each.writes.has(id));
            // Outside of transactions a write would wait for the holder.
            if (!own && (held || does === 'set')) continue;
            const before = seen.get(id);
            if (does !== 'set' && !before) {
              expect(await outcome(write(does, request))).toBe(0);
              continue;
            }
            const after =
              does === 'remove'
                ? null
                : does === 'inc' && before
                  ? { ...before, n: before.n + n }
                  : { n, phone };
            // A write that changes nothing does not count as one.
            if (after && before?.n === after.n && before.phone === after.phone) continue;
            const result = await outcome(write(does, request, n, after));
            const conflicting = own !== undefined && (held || (changedAt.get(id) ?? 0) > own.moment);
            if (conflicting && result !== 'DATABASE_TRANSACTION_CONFLICT')
              throw new Error(`a lost write: ${String(result)}`);
            if (own && does === 'set') own.phones.add(phone);
            if (result === 1 || result === 'DATABASE_TRANSACTION_CONFLICT') {
              const wished = others.some((each) => after && each.phones.has(after.phone));
              if (result !== 1 && !conflicting) expect(wished || after === null).toBe(true);
              if (result === 1) {
                if (own) own.writes.set(id, after);
                else change(id, after);
              } else {
                expect(await outcome(scratch.send('commitTransaction', { transactionId: own?.id }))).toBe(
                  'DATABASE_TRANSACTION_FAIL',
                );
                open.delete(who);
              }
            } else {
              expect(result).toBe('DATABASE_REQUEST_FAILED');
              const taken = [...stored, ...(own?.writes ?? [])];
              expect(taken.some(([key, fields]) => key !== id && fields?.phone === after?.phone)).toBe(true);
            }
          }
        }
        for (const { id } of open.values()) await scratch.send('abortTransaction', { transactionId: id });
        const left = await scratch.find({}, { order: '{"_id":1}' });
        expect(left).toEqual(
          [...stored].map(([_id, fields]) => ({ _id, ...fields })).sort((x, y) => (x._id < y._id ? -1 : 1)),
        );
        expect(new Set(left.map((document) => document.phone)).size).toBe(left.length);
      }),
      { numRuns: 150, seed },
    );
  });

  /** The transactions that earlier histories began; a failed history leaves some open. */
  const begun: string[] = [];
  const write = async (
    does: string,
    request: Record<string, unknown>,
    n = 0,
    after: Document | null = null,
  ): Promise<unknown> => {
    if (does === 'remove') return scratch.send('removeDocument', request);
    const data = does === 'inc' ? { $inc: { n } } : (after as Document);
    const body = {
      ...request,
      multi: false,
      merge: does === 'inc',
      upsert: does === 'set',
      data: stringifyEjson(data),
    };
    return scratch.send('modifyDocument', body);
  };
});

function seenBy({ snapshot, writes }: Open): State {
  const seen: State = new Map(snapshot);
  for (const [id, fields] of writes) {
    if (fields) seen.set(id, fields);
    else seen.delete(id);
  }
  return seen;
}

/** The number of written documents, or the code of the refusal. */
async function outcome(work: Promise<unknown>): Promise<number | string> {
  try {
    const { data } = (await work) as { data?: { updated?: number; deleted?: number; upsert_id?: unknown } };
    return data?.upsert_id ? 1 : (data?.updated ?? data?.deleted ?? 1);
  } catch (cause) {
    return (cause as PlatformError).code;
  }
}
