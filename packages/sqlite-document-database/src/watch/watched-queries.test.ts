import fc from 'fast-check';
import type { PlatformError } from '../platform-error';
import { documentOf } from '../read/row';
import { oracleSeed as seed } from '../../test/arbitrary/oracle-seed';
import { scratchDatabase, type Scratch } from '../../test/scratch-database';
import { stringifyEjson } from '../values/ejson';
import type { Document } from '../values/value';
import type { QueryEvent } from './query-event';

/** A client that applies the reported events to its list, and keeps the events. */
interface Listener {
  list: Document[];
  told: string[][];
  /** The list after each, in no order. */
  lists: string[];
  failure?: PlatformError;
  end(): void;
}

let scratch: Scratch;
beforeAll(async () => {
  scratch = await scratchDatabase(['n_1']);
});
beforeEach(() => scratch.remove({}));
afterAll(() => scratch.close());

async function listen(query: Document = {}, more: Record<string, unknown> = {}): Promise<Listener> {
  const listener: Listener = { list: [], told: [], lists: [], end: () => undefined };
  const hear = (events: QueryEvent[]): void => {
    listener.told.push(
      events.map(({ queueType, dataType, row }) => `${queueType} ${dataType} ${String(documentOf(row)._id)}`),
    );
    for (const { queueType, row } of events) {
      const document = documentOf(row);
      const at = listener.list.findIndex(({ _id }) => _id === document._id);
      const isNew = queueType === 'init' || queueType === 'enqueue';
      if (isNew !== at < 0) throw new Error(`${queueType} of ${String(document._id)} at ${at}`);
      if (queueType === 'dequeue') listener.list.splice(at, 1);
      else if (isNew) listener.list.push(document);
      else listener.list[at] = document;
    }
    listener.lists.push(
      listener.list
        .map(({ _id, n }) => `${String(_id)}${String(n)}`)
        .sort()
        .join(),
    );
  };
  const body = { collectionName: 'things', query: stringifyEjson(query), ...more };
  listener.end = await scratch.database.watch(body, {
    began: hear,
    changed: hear,
    failed: (cause) => (listener.failure = cause as PlatformError),
  });
  return listener;
}

/** Waits for events that come later; fails when they never come. */
async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 5000 && !isSo(); turn++) await new Promise(setImmediate);
  expect(isSo()).toBe(true);
}

const doc = (id: string, transactionId?: string) => ({
  queryType: 'DOC',
  query: stringifyEjson({ _id: id }),
  multi: false,
  transactionId,
});
const set = (id: string, document: Document, transactionId?: string) =>
  scratch.send('modifyDocument', {
    ...doc(id, transactionId),
    merge: false,
    upsert: true,
    data: stringifyEjson(document),
  });
const inc = (id: string, n: number, transactionId?: string) =>
  scratch.update({ _id: id }, { $inc: { n } }, doc(id, transactionId));

test('the first answer has all that match, the newest first', async () => {
  await scratch.insert(['a', 'b', 'c'].map((_id, n) => ({ _id, n })));
  const { told } = await listen({ n: { $lt: 2 } });
  expect(told).toEqual([['init init b', 'init init a']]);
});

test('each write is told in its own words: add, update, replace, remove', async () => {
  const listener = await listen();
  await scratch.insert([{ _id: 'a', n: 1 }]);
  await inc('a', 1);
  await set('a', { n: 7 });
  await set('b', { n: 8 });
  await scratch.update({}, { $set: { both: true } });
  await scratch.send('removeDocument', doc('a'));
  await until(() => listener.told.length === 7);
  expect(listener.told.slice(1)).toEqual([
    ['enqueue add a'],
    ['update update a'],
    ['update replace a'],
    ['enqueue add b'],
    ['update update a', 'update update b'],
    ['dequeue remove a'],
  ]);
});

test('a document comes and goes as it begins and ceases to match', async () => {
  const listener = await listen({ n: { $gt: 0 } });
  await scratch.insert([{ _id: 'a', n: 0 }]);
  await inc('a', 1);
  await inc('a', -1);
  await until(() => listener.told.length === 3);
  expect(listener.told.slice(1)).toEqual([['enqueue update a'], ['dequeue update a']]);
});

test('what changes nothing, is refused or undone is not told', async () => {
  await scratch.insert([{ _id: 'a', n: 1 }]);
  const listener = await listen();
  await inc('a', 0);
  await set('a', { n: 1 });
  await expect(scratch.insert([{ _id: 'b' }, { _id: 'a' }])).rejects.toThrow();
  const t = await scratch.begin();
  await inc('a', 5, t);
  await scratch.send('abortTransaction', { transactionId: t });
  await inc('a', 1);
  await until(() => listener.told.length === 2);
  expect(listener.told[1]).toEqual(['update update a']);
});

test('a transaction is told when it commits, as one', async () => {
  await scratch.insert([
    { _id: 'a', n: 1 },
    { _id: 'b', n: 1 },
  ]);
  const listener = await listen();
  const t = await scratch.begin();
  await inc('a', 1, t);
  await inc('a', 1, t);
  await set('b', { n: 5 }, t);
  await set('c', { n: 6 }, t);
  await inc('b', 1, t);
  await scratch.send('commitTransaction', { transactionId: t });
  await until(() => listener.told.length === 2);
  expect(listener.told[1]).toEqual(['update update a', 'update replace b', 'enqueue add c']);
});

test('with a limit the last gives way to whoever comes before it, and moves up again when there is room', async () => {
  await scratch.insert([1, 2, 3].map((n) => ({ _id: String(n), n: n * 10 })));
  const listener = await listen({}, { order: '{"n":1}', limit: 2 });
  await scratch.insert([{ _id: 'late', n: 99 }]);
  await scratch.insert([{ _id: 'early', n: 5 }]);
  await until(() => listener.told.length === 2);
  await scratch.send('removeDocument', doc('1'));
  await until(() => listener.told.length === 3);
  expect(listener.told).toEqual([
    ['init init 1', 'init init 2'],
    ['enqueue add early', 'dequeue limit 2'],
    ['dequeue remove 1', 'enqueue limit 2'],
  ]);
});

test('a watch of more than 5,000 documents is refused, and ends when they become more', async () => {
  const many = (count: number, from: number) =>
    Array.from({ length: count }, (_, i) => ({ _id: `m${from + i}`, n: 0 }));
  await scratch.database.bulkLoad('things', many(5000, 0));
  const listener = await listen();
  await scratch.insert(many(1, 5000));
  await until(() => listener.failure !== undefined);
  expect(listener.failure).toMatchObject({ code: 'SYS_ERR' });
  await expect(listen()).rejects.toMatchObject({ code: 'SYS_ERR' });
  const limited = await listen({}, { limit: 3 });
  expect(limited.list.map(({ _id }) => _id)).toEqual(['m999', 'm998', 'm997']);
});

test('a watch of documents that are too large together is refused, and ends when they become so', async () => {
  const text = 'x'.repeat(11_500_000);
  for (const _id of ['a', 'b', 'c', 'd', 'e', 'f']) await scratch.insert([{ _id, n: 1, text }]);
  await scratch.insert([{ _id: 'g', n: 2, text }]);
  await expect(listen()).rejects.toThrow('at most 64 MB together');
  await expect(listen({}, { order: '{"n":1}', limit: 7 })).rejects.toThrow('at most 64 MB together');
  const some = await listen({ n: { $lt: 2 } }, { limit: 5 });
  const five = await listen({ n: 1, _id: { $ne: 'f' } });
  await scratch.update({ _id: 'g' }, { $set: { n: 1 } });
  await until(() => five.failure !== undefined);
  expect(five.failure?.message).toMatch('at most 64 MB together');
  expect(some.failure).toBeUndefined();
  some.end();
});

test('what is loaded in bulk is told too', async () => {
  const listener = await listen();
  await scratch.database.bulkLoad('things', [{ _id: 'x', n: 1 }]);
  await until(() => listener.told.length === 2);
  expect(listener.told[1]).toEqual(['enqueue add x']);
});

test('an ended watch hears nothing, and the others go on', async () => {
  const [ended, other] = [await listen(), await listen()];
  ended.end();
  await scratch.insert([{ _id: 'a' }]);
  await until(() => other.told.length === 2);
  expect(ended.told).toEqual([[]]);
});

test('who begins while the only other one leaves is not left alone', async () => {
  const first = await listen();
  const writing = scratch.insert([{ _id: 'a' }]);
  const beginning = listen();
  first.end();
  const second = await beginning;
  await writing;
  await scratch.insert([{ _id: 'b' }]);
  await until(() => second.list.length === 2);
});

test('many who ask the same are told the same, each from where they began', async () => {
  const listeners = [await listen()];
  for (const _id of ['a', 'b', 'c']) {
    await scratch.insert([{ _id }]);
    listeners.push(await listen());
  }
  await scratch.insert([{ _id: 'd' }]);
  await until(() => listeners.every(({ list }) => list.length === 4));
  expect(listeners.map(({ told }) => told[0])).toEqual([
    [],
    ['init init a'],
    ['init init b', 'init init a'],
    ['init init c', 'init init b', 'init init a'],
  ]);
});

test.each<[string, Record<string, unknown>]>([
  ['a collection that is missing', { collectionName: 'none' }],
  ['an unknown operator', { query: '{"n":{"$fly":1}}' }],
  ['what is near', { query: '{"p":{"$near":{"$geometry":{"type":"Point","coordinates":[1,2]}}}}' }],
])('%s is refused', async (_what, body) => {
  await expect(listen({}, body)).rejects.toMatchObject({ code: expect.any(String) as string });
});

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

test(`whatever is written while it begins and after, the list is what the query answers: 150 histories (ORACLE_SEED=${seed})`, async () => {
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
          else if (does === 'remove') writes.push(scratch.send('removeDocument', doc(id)));
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

test('a condition that cannot be answered of a new document ends its watch, and no other', async () => {
  await scratch.insert([{ _id: 'a', n: 1 }]);
  const plain = await listen();
  const hasQuotient = { $expr: { $gt: [{ $divide: [1, '$n'] }, 0] } };
  const dividing = await listen(hasQuotient);
  const limited = await listen(hasQuotient, { limit: 1 });
  await set('b', { n: 0 });
  await until(() => dividing.failure !== undefined && limited.failure !== undefined);
  expect(dividing.failure?.message).toMatch(/divide by zero/);
  await set('c', { n: 2 });
  await until(() => plain.told.length === 3);
  plain.end();
});

test('a watcher that cannot take what it is told ends, and no write is held up', async () => {
  const failures: unknown[] = [];
  const refused = new Error('too long for a text');
  const changed = (): void => {
    throw refused;
  };
  const watcher = { began: () => undefined, changed, failed: (cause: unknown) => failures.push(cause) };
  await scratch.database.watch({ collectionName: 'things', query: '{"n":1}' }, watcher);
  const plain = await listen();
  await set('a', { n: 1 });
  await until(() => plain.told.length === 2 && failures.length === 1);
  expect(failures).toEqual([refused]);
  plain.end();
});

const docStep = fc.record({
  does: fc.constantFrom('set' as const, 'set' as const, 'inc' as const, 'remove' as const),
  id,
  n: fc.integer({ min: -9, max: 9 }),
});

test(`with a limit every write that changes the list is told by itself, however fast they come: 150 histories (ORACLE_SEED=${seed})`, async () => {
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
            writes.push(scratch.send('removeDocument', doc(id)));
          }
          if (list() !== wanted.at(-1)) wanted.push(list());
        }
        await Promise.all(writes);
        await until(() => listener.told.length >= wanted.length);
        expect(listener.lists).toEqual(wanted);
        listener.end();
      },
    ),
    { numRuns: 150, seed },
  );
});

test('an expression may take its steps anew for each document, however long it is watched', async () => {
  const numbers = { $range: [0, { $add: ['$n', 499_999] }] };
  const costly = { $gte: [{ $size: { $concatArrays: [numbers, []] } }, 0] };
  const ann = await listen({ $expr: costly as unknown as Document });
  await scratch.insert(Array.from({ length: 110 }, (_, i) => ({ _id: `m${i}`, n: 1 })));
  await until(() => ann.list.length === 110 || ann.failure !== undefined);
  expect(ann.failure).toBeUndefined();
  ann.end();
});
