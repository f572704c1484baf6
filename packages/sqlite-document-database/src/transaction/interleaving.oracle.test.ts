import fc from 'fast-check';
import type { PlatformError } from '../platform-error';
import { oracleSeed as seed } from '../../test/arbitrary/oracle-seed';
import { scratchDatabase, type Scratch } from '../../test/scratch-database';
import { stringifyEjson } from '../values/ejson';
import type { Document } from '../values/value';

/*
 * Several clients work at once, and a scheduler releases their requests one by one in any order. Each client's answers must be
 * those that it would have received if the clients had worked one after another, in some order.
 */

type State = ReadonlyMap<string, number>;
type Id = 'a' | 'b';

/** The work of a client: single writes, or a transfer in a transaction. */
type Work =
  | { does: 'inc'; id: Id; by: number }
  | { does: 'take'; id: Id }
  | { does: 'remove' | 'read'; id: Id }
  | { does: 'transfer'; id: Id; by: number }
  | { does: 'both'; by: number };

const id = fc.constantFrom<Id>('a', 'b');
const by = fc.integer({ min: 1, max: 3 });
const work: fc.Arbitrary<Work> = fc.oneof(
  fc.record({ does: fc.constant('inc' as const), id, by }),
  fc.record({ does: fc.constant('take' as const), id }),
  fc.record({ does: fc.constantFrom('remove' as const, 'read' as const), id }),
  { weight: 2, arbitrary: fc.record({ does: fc.constant('transfer' as const), id, by }) },
  fc.record({ does: fc.constant('both' as const), by }),
);

/** The answer that a client would get, and the state that it would leave. */
function serial(state: State, asked: Work): { told: string; left: State } {
  const left = new Map(state);
  const n = (key: string): number | undefined => state.get(key);
  const add = (key: string, amount: number): number => {
    const before = left.get(key);
    if (before !== undefined) left.set(key, before + amount);
    return Number(before !== undefined);
  };
  switch (asked.does) {
    case 'inc':
      return { told: String(add(asked.id, asked.by)), left };
    case 'take': {
      const can = (n(asked.id) ?? 0) > 0;
      if (can) add(asked.id, -1);
      return { told: String(Number(can)), left };
    }
    case 'remove':
      return { told: String(Number(left.delete(asked.id))), left };
    case 'read':
      return { told: String(n(asked.id)), left };
    case 'transfer': {
      const other = asked.id === 'a' ? 'b' : 'a';
      const seen = `${n(asked.id)},${n(other)}`;
      if (n(asked.id) === undefined || n(other) === undefined) return { told: seen, left };
      add(asked.id, -asked.by);
      add(other, asked.by);
      return { told: seen, left };
    }
    case 'both':
      return { told: String(add('a', asked.by) + add('b', asked.by)), left };
  }
}

function explained(state: State, told: { asked: Work; told: string }[], final: string): boolean {
  if (told.length === 0) return shown(state) === final;
  return told.some((one, at) => {
    const next = serial(state, one.asked);
    return (
      next.told === one.told &&
      explained(
        next.left,
        told.filter((_other, i) => i !== at),
        final,
      )
    );
  });
}

function shown(state: State): string {
  return [...state]
    .map(([key, n]) => `${key}:${n}`)
    .sort()
    .join();
}

const conflicts = ['DATABASE_TRANSACTION_CONFLICT', 'DATABASE_TRANSACTION_FAIL'];

describe('clients that work at once', () => {
  let scratch: Scratch;
  beforeAll(async () => {
    scratch = await scratchDatabase(['n_1']);
  });
  afterAll(() => scratch.close());

  const count = (answer: Record<string, unknown>): number => {
    const { updated, deleted } = answer.data as { updated?: number; deleted?: number };
    return updated ?? deleted ?? 0;
  };
  const inc = (key: string, amount: number, transactionId?: string, query: Document = {}) => ({
    queryType: 'DOC',
    query: stringifyEjson({ _id: key, ...query }),
    multi: false,
    merge: true,
    upsert: false,
    data: stringifyEjson({ $inc: { n: amount } }),
    transactionId,
  });

  /** The answer to a client; null when its transaction was refused and left nothing. */
  async function run(asked: Work, send: Scratch['send']): Promise<string | null> {
    const read = async (key: string, transactionId?: string): Promise<number | undefined> => {
      const query = stringifyEjson({ _id: key });
      const { data } = await send('getDocument', { queryType: 'DOC', query, transactionId });
      const [text] = (data as { list: string[] }).list;
      const { n } = JSON.parse(text ?? '{}') as { n?: { $numberInt: string } };
      return n && Number(n.$numberInt);
    };
    switch (asked.does) {
      case 'inc':
        return String(count(await send('modifyDocument', inc(asked.id, asked.by))));
      case 'take':
        return String(
          count(
            await send('modifyDocument', {
              ...inc(asked.id, -1, undefined, { n: { $gt: 0 } }),
              queryType: 'WHERE',
            }),
          ),
        );
      case 'remove': {
        const request = { queryType: 'DOC', query: stringifyEjson({ _id: asked.id }), multi: false };
        return String(count(await send('removeDocument', request)));
      }
      case 'read':
        return String(await read(asked.id));
      case 'both': {
        const all = { ...inc('', asked.by), queryType: 'WHERE', query: '{}', multi: true };
        return String(count(await send('modifyDocument', all)));
      }
      case 'transfer': {
        const transactionId = String((await send('startTransaction', {})).transactionId);
        const other = asked.id === 'a' ? 'b' : 'a';
        try {
          const [own, others] = [await read(asked.id, transactionId), await read(other, transactionId)];
          if (own !== undefined && others !== undefined) {
            await send('modifyDocument', inc(asked.id, -asked.by, transactionId));
            await send('modifyDocument', inc(other, asked.by, transactionId));
          }
          await send('commitTransaction', { transactionId });
          return `${own},${others}`;
        } catch (cause) {
          expect(conflicts).toContain((cause as PlatformError).code);
          return null;
        }
      }
    }
  }

  const outcomes = { conflicts: 0, transfers: 0 };

  test(`get answers that some order of them explains, whenever each request is released: 400 histories (ORACLE_SEED=${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(work, { minLength: 2, maxLength: 5 }),
        async (scheduler, works) => {
          await scratch.remove({});
          await scratch.insert([
            { _id: 'a', n: 2 },
            { _id: 'b', n: 2 },
          ]);
          const send: Scratch['send'] = async (action, body) => {
            await scheduler.schedule(Promise.resolve(), action);
            return scratch.send(action, body);
          };
          const running = Promise.all(works.map(async (asked) => ({ asked, told: await run(asked, send) })));
          // A write may wait for a transaction whose next request is still held back.
          const told = await scheduler.waitFor(running);
          const left = await scratch.find({});
          const final = shown(new Map(left.map(({ _id, n }) => [String(_id), Number(n)])));
          const acknowledged = told.filter((one): one is { asked: Work; told: string } => one.told !== null);
          outcomes.conflicts += told.length - acknowledged.length;
          outcomes.transfers += acknowledged.filter(({ asked }) => asked.does === 'transfer').length;
          const start: State = new Map([
            ['a', 2],
            ['b', 2],
          ]);
          expect({ told, final, explained: explained(start, acknowledged, final) }).toEqual({
            told,
            final,
            explained: true,
          });
        },
      ),
      { numRuns: 400, seed },
    );
    // Conflicts and transfers must both occur, or the test would prove nothing.
    expect(outcomes.conflicts).toBeGreaterThan(20);
    expect(outcomes.transfers).toBeGreaterThan(100);
  });
});
