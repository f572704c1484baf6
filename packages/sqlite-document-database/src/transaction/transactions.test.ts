import type { PlatformError } from '../platform-error';
import { scratchDatabase, type Scratch } from '../../test/scratch-database';
import { parseEjson, stringifyEjson } from '../values/ejson';
import type { Document, Value } from '../values/value';

describe('transactions', () => {
  let scratch: Scratch;
  let nowMs = 1_670_000_000_000;
  beforeAll(async () => {
    scratch = await scratchDatabase(['unique:phone_1', 'n_1'], { now: () => nowMs });
  });
  beforeEach(async () => {
    await scratch.remove({});
    await scratch.insert([
      { _id: 'a', n: 1, phone: 'a' },
      { _id: 'b', n: 2, phone: 'b' },
    ]);
  });
  afterAll(() => scratch.close());

  const doc = (id: string, transactionId?: string): Record<string, unknown> => ({
    queryType: 'DOC',
    query: stringifyEjson({ _id: id }),
    transactionId,
  });
  const read = async (id: string, transactionId?: string): Promise<Document | undefined> => {
    const { data } = await scratch.send('getDocument', doc(id, transactionId));
    const [text] = (data as { list: string[] }).list;
    return text === undefined ? undefined : (parseEjson(text) as Document);
  };
  const set = (id: string, fields: Document, transactionId?: string): Promise<number> =>
    scratch.update({ _id: id }, { $set: fields }, { ...doc(id, transactionId), multi: false });
  const commit = (transactionId: string): Promise<unknown> =>
    scratch.send('commitTransaction', { transactionId });
  const abort = (transactionId: string): Promise<unknown> =>
    scratch.send('abortTransaction', { transactionId });
  const code = (run: Promise<unknown>): Promise<string> =>
    run.then(
      () => 'done',
      (cause: PlatformError) => cause.code,
    );

  test('read the data of one moment, whatever others write', async () => {
    const t = await scratch.begin();
    expect(await read('a', t)).toMatchObject({ n: 1 });
    await set('b', { n: 20 });
    await scratch.insert([{ _id: 'c', n: 3, phone: 'c' }]);
    expect(await read('b', t)).toMatchObject({ n: 2 });
    expect(await read('c', t)).toBeUndefined();
    await abort(t);
  });

  test('see their own writes, which others do not see before the commit', async () => {
    const t = await scratch.begin();
    await set('a', { n: 10 }, t);
    await scratch.insert([{ _id: 'c', n: 3, phone: 'c' }], { transactionId: t });
    await scratch.send('removeDocument', doc('b', t));
    const seen = [await read('a', t), await read('b', t), await read('c', t)];
    expect(seen.map((document) => document?.n)).toEqual([10, undefined, 3]);
    expect((await scratch.find({}, { order: '{"_id":1}' })).map((document) => document.n)).toEqual([1, 2]);
    await commit(t);
    expect((await scratch.find({}, { order: '{"_id":1}' })).map((document) => document.n)).toEqual([10, 3]);
  });

  test('leave nothing behind when aborted', async () => {
    const t = await scratch.begin();
    await set('a', { n: 10, phone: 'x' }, t);
    await abort(t);
    expect(await read('a')).toMatchObject({ n: 1, phone: 'a' });
    await scratch.insert([{ _id: 'x', phone: 'x' }]);
  });

  test('get a conflict when another client has written the document since the snapshot', async () => {
    const t = await scratch.begin();
    await read('a', t);
    await set('a', { n: 5 });
    expect(await code(set('a', { n: 6 }, t))).toBe('DATABASE_TRANSACTION_CONFLICT');
    expect(await code(commit(t))).toBe('DATABASE_TRANSACTION_FAIL');
    expect(await read('a')).toMatchObject({ n: 5 });
  });

  test('get a conflict when another open transaction has written the document', async () => {
    const [t, u] = [await scratch.begin(), await scratch.begin()];
    await set('a', { n: 5 }, t);
    expect(await code(set('a', { n: 6 }, u))).toBe('DATABASE_TRANSACTION_CONFLICT');
    await commit(t);
    expect(await read('a')).toMatchObject({ n: 5 });
  });

  test('make writes from outside wait until they have ended', async () => {
    const t = await scratch.begin();
    await set('a', { n: 5 }, t);
    let done = false;
    const outside = scratch.update({ phone: 'a' }, { $inc: { n: 1 } }).then(() => (done = true));
    await set('b', { n: 7 });
    expect(done).toBe(false);
    await commit(t);
    await outside;
    expect(await read('a')).toMatchObject({ n: 6 });
  });

  test('cause a conflict for a write from outside that waits too long, before the SDKs give up', async () => {
    const t = await scratch.begin();
    await set('a', { n: 5 }, t);
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
    try {
      const outside = code(set('a', { n: 9 }));
      await new Promise(setImmediate);
      jest.advanceTimersByTime(14_000);
      expect(await outside).toBe('DATABASE_TRANSACTION_CONFLICT');
    } finally {
      jest.useRealTimers();
    }
    await commit(t);
    expect(await read('a')).toMatchObject({ n: 5 });
  });

  test('let a write of many documents that waits for one of them change each once', async () => {
    const t = await scratch.begin();
    await set('b', { n: 7 }, t);
    const outside = scratch.update({ phone: { $in: ['a', 'b'] } }, { $inc: { n: 1 } });
    await new Promise(setImmediate);
    expect(await read('a')).toMatchObject({ n: 1 });
    await commit(t);
    expect(await outside).toBe(2);
    expect(await read('a')).toMatchObject({ n: 2 });
    expect(await read('b')).toMatchObject({ n: 8 });
  });

  test('keep a unique key that a document written here keeps or takes back', async () => {
    const t = await scratch.begin();
    await set('a', { n: 10 }, t);
    expect(await code(set('b', { phone: 'a' }, t))).toBe('DATABASE_REQUEST_FAILED');
    await set('a', { phone: 'other' }, t);
    await set('b', { phone: 'a' }, t);
    expect(await code(set('a', { phone: 'a' }, t))).toBe('DATABASE_REQUEST_FAILED');
    await abort(t);
  });

  test('hold unique keys: within one transaction, against stored documents, against each other', async () => {
    const t = await scratch.begin();
    expect(await code(scratch.insert([{ phone: 'a' }], { transactionId: t }))).toBe(
      'DATABASE_REQUEST_FAILED',
    );
    await scratch.insert([{ _id: 'c', phone: 'c' }], { transactionId: t });
    expect(await code(scratch.insert([{ _id: 'd', phone: 'c' }], { transactionId: t }))).toBe(
      'DATABASE_REQUEST_FAILED',
    );
    const u = await scratch.begin();
    expect(await code(scratch.insert([{ _id: 'e', phone: 'c' }], { transactionId: u }))).toBe(
      'DATABASE_TRANSACTION_CONFLICT',
    );
    const outside = code(scratch.insert([{ _id: 'f', phone: 'c' }]));
    await commit(t);
    expect(await outside).toBe('DATABASE_REQUEST_FAILED');
    expect(await scratch.find({ phone: 'c' })).toHaveLength(1);
  });

  test('may swap a unique key between two documents', async () => {
    const t = await scratch.begin();
    await scratch.send('removeDocument', doc('a', t));
    await set('b', { phone: 'a' }, t);
    await commit(t);
    expect(await scratch.find({ phone: 'a' })).toEqual([{ _id: 'b', n: 2, phone: 'a' }]);
  });

  test('expire after 30 seconds and release their locks', async () => {
    const t = await scratch.begin();
    await set('a', { n: 5 }, t);
    nowMs += 30_001;
    expect(await code(read('a', t))).toBe('DATABASE_TRANSACTION_FAIL');
    await set('a', { n: 9 });
    expect(await read('a')).toMatchObject({ n: 9 });
  });

  test('let no write wait after they have expired, whatever moved the clock', async () => {
    await set('a', { n: 5 }, await scratch.begin());
    nowMs += 30_001;
    await set('a', { n: 9 });
    expect(await read('a')).toMatchObject({ n: 9 });
  });

  test('refuse every query, and continue', async () => {
    const t = await scratch.begin();
    const where = { queryType: 'WHERE', query: '{"_id":"a"}', transactionId: t };
    const change = { ...where, data: '{"$set":{"n":9}}', merge: true };
    for (const [action, body] of [
      ['getDocument', where],
      ['modifyDocument', change],
      ['modifyDocument', { ...change, merge: false, upsert: true, data: '{"n":9}' }],
      ['modifyAndReturnDoc', change],
      ['removeDocument', where],
    ] as const)
      expect([action, await code(scratch.send(action, body))]).toEqual([action, 'DATABASE_TRANSACTION_FAIL']);
    await set('a', { n: 3 }, t);
    await commit(t);
    expect(await read('a')).toMatchObject({ n: 3 });
  });

  test('refuse what the same invocation would unknowingly run outside of them', async () => {
    const { transactionId } = await scratch.send('startTransaction', { wxCloudApiToken: 'invocation-1' });
    const mine = { wxCloudApiToken: 'invocation-1' };
    const where = { queryType: 'WHERE', query: '{}', data: '{"$set":{"n":1}}', multi: true, merge: true };
    expect(await code(scratch.send('modifyDocument', { ...where, ...mine }))).toBe(
      'DATABASE_TRANSACTION_FAIL',
    );
    expect(await code(scratch.send('removeDocument', { ...where, ...mine }))).toBe(
      'DATABASE_TRANSACTION_FAIL',
    );
    expect(await code(scratch.send('calculateDocument', { query: '{}', ...mine }))).toBe(
      'DATABASE_TRANSACTION_FAIL',
    );
    expect(await code(scratch.send('aggregateDocuments', { stages: [], ...mine }))).toBe(
      'DATABASE_TRANSACTION_FAIL',
    );
    expect(
      await code(scratch.send('calculateDocument', { query: '{}', wxCloudApiToken: 'invocation-2' })),
    ).toBe('done');
    await abort(String(transactionId));
  });

  test('keep the sum when many move amounts at once and retry on conflict', async () => {
    const accounts = Array.from({ length: 5 }, (_unused, i): Document => ({
      _id: `acc${i}`,
      phone: `acc${i}`,
      n: 100,
    }));
    await scratch.insert(accounts);
    const transfer = async (from: string, to: string): Promise<void> => {
      for (;;) {
        const t = await scratch.begin();
        try {
          const amount = Number((await read(from, t))?.n) > 3 ? 3 : 0;
          await new Promise(setImmediate);
          await scratch.update({ _id: from }, { $inc: { n: -amount } }, { ...doc(from, t), multi: false });
          await scratch.update({ _id: to }, { $inc: { n: amount } }, { ...doc(to, t), multi: false });
          await commit(t);
          return;
        } catch (cause) {
          if ((cause as PlatformError).code !== 'DATABASE_TRANSACTION_CONFLICT') throw cause;
        }
      }
    };
    await Promise.all(
      Array.from({ length: 60 }, (_unused, i) =>
        transfer(`acc${i % 5}`, `acc${(i * 3 + 1) % 5 === i % 5 ? (i + 1) % 5 : (i * 3 + 1) % 5}`),
      ),
    );
    const [{ total }] = (await scratch.aggregate([
      ['$group', { _id: null, total: { $sum: '$n' } } as Value],
    ])) as [Document];
    expect(total).toBe(500 + 3);
  });
});
