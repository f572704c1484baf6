import fc from 'fast-check';
import { oracleSeed as seed } from '../../test/arbitrary/oracle-seed';
import { scratchDatabase, type Scratch } from '../../test/scratch-database';
import { documentWrites, listenTo, until, type Listener } from '../../test/watch-listener';
import { stringifyEjson } from '../values/ejson';
import type { Document } from '../values/value';

let scratch: Scratch;
beforeAll(async () => {
  scratch = await scratchDatabase(['n_1']);
});
beforeEach(() => scratch.remove({}));
afterAll(() => scratch.close());

const listen = (query?: Document, more?: Record<string, unknown>): Promise<Listener> =>
  listenTo(scratch, query, more);
const { set, inc, remove } = documentWrites(() => scratch);

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const step = fc.oneof(
  fc.record({
    does: fc.constantFrom('set' as const, 'inc' as const),
    id,
    n: fc.integer({ min: -3, max: 3 }),
  }),
  fc.record({ does: fc.constantFrom('remove' as const, 'transaction' as const), id, n: fc.constant(2) }),
  fc.record({ does: fc.constantFrom('all' as const, 'pause' as const), id, n: fc.constantFrom(1, -1) }),
);

test(`after any writes, before and after the watch began, the list is the query's result: 150 histories (ORACLE_SEED=${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 25 }),
      fc.nat(10),
      fc.option(fc.integer({ min: 1, max: 4 })),
      fc.boolean(),
      async (steps, beginsAt, limit, positive) => {
        await scratch.remove({});
        const query: Document = positive ? { n: { $gt: 0 } } : {};
        const order = '{"n":-1,"_id":1}';
        const writes: Promise<unknown>[] = [];
        let listening: Promise<Listener> | undefined;
        for (const [at, { does, id, n }] of steps.entries()) {
          if (at === beginsAt) listening = listen(query, { order, limit: limit ?? undefined });
          if (does === 'set') writes.push(set(id, { n }));
          else if (does === 'inc') writes.push(inc(id, n));
          else if (does === 'remove') writes.push(remove(id));
          else if (does === 'all') writes.push(scratch.update({}, { $inc: { n } }));
          else if (does === 'pause') await new Promise(setImmediate);
          else {
            const t = await scratch.begin();
            const work = set(id, { n }, t).then(() => inc('a', n, t));
            writes.push(
              work.then(
                () => scratch.send('commitTransaction', { transactionId: t }),
                () => undefined,
              ),
            );
          }
        }
        const listener = await (listening ?? listen(query, { order, limit: limit ?? undefined }));
        await Promise.all(writes);
        const wanted = await scratch.find(query, { order, limit: limit ?? 1000 });
        const byId = (list: Document[]) => [...list].sort((x, y) => (String(x._id) < String(y._id) ? -1 : 1));
        const text = (list: Document[]) => stringifyEjson(byId(list));
        await until(() => text(listener.list) === text(wanted));
        listener.end();
      },
    ),
    { numRuns: 150, seed },
  );
});

const docStep = fc.record({
  does: fc.constantFrom('set' as const, 'set' as const, 'inc' as const, 'remove' as const),
  id,
  n: fc.integer({ min: -9, max: 9 }),
});

test(`with a limit every write that changes the list is reported by itself, however fast the writes come: 150 histories (ORACLE_SEED=${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(docStep, { minLength: 5, maxLength: 40 }),
      fc.integer({ min: 1, max: 3 }),
      async (steps, limit) => {
        await scratch.remove({});
        const stored = new Map<string, number>();
        const list = () =>
          [...stored]
            .filter(([, n]) => n > 0)
            .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
            .slice(0, limit)
            .map(([_id, n]) => `${_id}${n}`)
            .sort()
            .join();
        const listener = await listen({ n: { $gt: 0 } }, { order: '{"n":-1,"_id":1}', limit });
        const writes: Promise<unknown>[] = [];
        const wanted: string[] = [''];
        for (const { does, id, n } of steps) {
          if (does === 'set') {
            stored.set(id, n);
            writes.push(set(id, { n }));
          } else if (does === 'inc') {
            if (stored.has(id)) stored.set(id, (stored.get(id) ?? 0) + n);
            writes.push(inc(id, n));
          } else {
            stored.delete(id);
            writes.push(remove(id));
          }
          if (list() !== wanted.at(-1)) wanted.push(list());
        }
        await Promise.all(writes);
        await until(() => listener.reported.length >= wanted.length);
        expect(listener.lists).toEqual(wanted);
        listener.end();
      },
    ),
    { numRuns: 150, seed },
  );
});
