import { scratchDatabase, type Scratch } from '../../test/scratch-database';
import { documentWrites, listenTo, until, type Listener } from '../../test/watch-listener';
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

test('the first result has all matches, the newest first', async () => {
  await scratch.insert(['a', 'b', 'c'].map((_id, n) => ({ _id, n })));
  const { reported } = await listen({ n: { $lt: 2 } });
  expect(reported).toEqual([['init init b', 'init init a']]);
});

test('each write is reported by its kind: add, update, replace, remove', async () => {
  const listener = await listen();
  await scratch.insert([{ _id: 'a', n: 1 }]);
  await inc('a', 1);
  await set('a', { n: 7 });
  await set('b', { n: 8 });
  await scratch.update({}, { $set: { both: true } });
  await remove('a');
  await until(() => listener.reported.length === 7);
  expect(listener.reported.slice(1)).toEqual([
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
  await until(() => listener.reported.length === 3);
  expect(listener.reported.slice(1)).toEqual([['enqueue update a'], ['dequeue update a']]);
});

test('writes that change nothing, are refused or undone are not reported', async () => {
  await scratch.insert([{ _id: 'a', n: 1 }]);
  const listener = await listen();
  await inc('a', 0);
  await set('a', { n: 1 });
  await expect(scratch.insert([{ _id: 'b' }, { _id: 'a' }])).rejects.toThrow();
  const t = await scratch.begin();
  await inc('a', 5, t);
  await scratch.send('abortTransaction', { transactionId: t });
  await inc('a', 1);
  await until(() => listener.reported.length === 2);
  expect(listener.reported[1]).toEqual(['update update a']);
});

test('a transaction is reported as one change when it commits', async () => {
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
  await until(() => listener.reported.length === 2);
  expect(listener.reported[1]).toEqual(['update update a', 'update replace b', 'enqueue add c']);
});

test('with a limit a document in front pushes the last one out, which returns when there is room', async () => {
  await scratch.insert([1, 2, 3].map((n) => ({ _id: String(n), n: n * 10 })));
  const listener = await listen({}, { order: '{"n":1}', limit: 2 });
  await scratch.insert([{ _id: 'late', n: 99 }]);
  await scratch.insert([{ _id: 'early', n: 5 }]);
  await until(() => listener.reported.length === 2);
  await remove('1');
  await until(() => listener.reported.length === 3);
  expect(listener.reported).toEqual([
    ['init init 1', 'init init 2'],
    ['enqueue add early', 'dequeue limit 2'],
    ['dequeue remove 1', 'enqueue limit 2'],
  ]);
});

test('a watch of more than 5,000 documents is refused, or ends when they become more', async () => {
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

test('a watch of documents that are too large together is refused, or ends when they become so', async () => {
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

test('bulk loads are reported too', async () => {
  const listener = await listen();
  await scratch.database.bulkLoad('things', [{ _id: 'x', n: 1 }]);
  await until(() => listener.reported.length === 2);
  expect(listener.reported[1]).toEqual(['enqueue add x']);
});

test('an ended watch receives nothing more, and the others go on', async () => {
  const [ended, other] = [await listen(), await listen()];
  ended.end();
  await scratch.insert([{ _id: 'a' }]);
  await until(() => other.reported.length === 2);
  expect(ended.reported).toEqual([[]]);
});

test('a watch that begins while the only other one ends receives its events', async () => {
  const first = await listen();
  const writing = scratch.insert([{ _id: 'a' }]);
  const beginning = listen();
  first.end();
  const second = await beginning;
  await writing;
  await scratch.insert([{ _id: 'b' }]);
  await until(() => second.list.length === 2);
});

test('watches of the same query get the same events, each from where it began', async () => {
  const listeners = [await listen()];
  for (const _id of ['a', 'b', 'c']) {
    await scratch.insert([{ _id }]);
    listeners.push(await listen());
  }
  await scratch.insert([{ _id: 'd' }]);
  await until(() => listeners.every(({ list }) => list.length === 4));
  expect(listeners.map(({ reported }) => reported[0])).toEqual([
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

test('a condition that cannot be evaluated for a new document ends its watch, and no other', async () => {
  await scratch.insert([{ _id: 'a', n: 1 }]);
  const plain = await listen();
  const hasQuotient = { $expr: { $gt: [{ $divide: [1, '$n'] }, 0] } };
  const dividing = await listen(hasQuotient);
  const limited = await listen(hasQuotient, { limit: 1 });
  await set('b', { n: 0 });
  await until(() => dividing.failure !== undefined && limited.failure !== undefined);
  expect(dividing.failure?.message).toMatch(/divide by zero/);
  await set('c', { n: 2 });
  await until(() => plain.reported.length === 3);
  plain.end();
});

test('a watcher that throws at a report ends, and delays no write', async () => {
  const failures: unknown[] = [];
  const refused = new Error('too long for a text');
  const changed = (): void => {
    throw refused;
  };
  const watcher = { began: () => undefined, changed, failed: (cause: unknown) => failures.push(cause) };
  await scratch.database.watch({ collectionName: 'things', query: '{"n":1}' }, watcher);
  const plain = await listen();
  await set('a', { n: 1 });
  await until(() => plain.reported.length === 2 && failures.length === 1);
  expect(failures).toEqual([refused]);
  plain.end();
});

test('an expression has its budget of steps for each document, however long it is watched', async () => {
  const numbers = { $range: [0, { $add: ['$n', 499_999] }] };
  const costly = { $gte: [{ $size: { $concatArrays: [numbers, []] } }, 0] };
  const ann = await listen({ $expr: costly as Document });
  await scratch.insert(Array.from({ length: 110 }, (_, i) => ({ _id: `m${i}`, n: 1 })));
  await until(() => ann.list.length === 110 || ann.failure !== undefined);
  expect(ann.failure).toBeUndefined();
  ann.end();
});
