import { describeDatabase, refusalOf, thingsCollection } from './database-cloud';
import type { Row, Spoken } from './sdk-drivers';

const start: Row[] = [
  { _id: 'from', n: 100 },
  { _id: 'to', n: 0 },
];

describeDatabase('transactions', [thingsCollection], (room) => {
  const things = () => room.speaker.collection(thingsCollection);
  const amounts = async (): Promise<unknown[]> =>
    (await things().find({}, { order: [['_id', 'asc']] })).map((row) => row.n);
  const move = async (collection: Spoken, amount: number): Promise<void> => {
    const { n } = (await collection.read('from')) as { n: number };
    await collection.patch('from', { n: n - amount });
    await collection.patch('to', { n: room.speaker._.inc(amount) });
  };

  test('all writes happen, and the result is returned', async () => {
    await things().addAll(start);
    const result = await room.speaker.transaction(async (transaction) => {
      await move(transaction.collection(thingsCollection), 30);
      return 'moved';
    });
    expect(result).toBe('moved');
    expect(await amounts()).toEqual([70, 30]);
  });

  test('no write happens when the callback throws', async () => {
    await things().addAll(start);
    const work = room.speaker.transaction(async (transaction) => {
      await move(transaction.collection(thingsCollection), 30);
      throw new Error('changed my mind');
    });
    expect((await refusalOf(work)).text).toMatch(/changed my mind/);
    expect(await amounts()).toEqual([100, 0]);
  });

  test('no write happens after rollback, whose reason is returned', async () => {
    await things().addAll(start);
    const work = room.speaker.transaction(async (transaction) => {
      await move(transaction.collection(thingsCollection), 30);
      await transaction.rollback({ message: 'not enough' });
    });
    expect((await refusalOf(work)).text).toMatch(/not enough/);
    expect(await amounts()).toEqual([100, 0]);
  });

  test('a transaction sees its own writes, and others see them only after the end', async () => {
    await things().addAll(start);
    const transaction = await room.speaker.startTransaction();
    const within = transaction.collection(thingsCollection);
    await within.patch('from', { n: 1 });
    await within.add({ _id: 'new', n: 7 });
    await within.drop('to');
    expect([await within.read('from'), await within.read('new'), await within.read('to')]).toEqual([
      { _id: 'from', n: 1 },
      { _id: 'new', n: 7 },
      undefined,
    ]);
    expect(await amounts()).toEqual([100, 0]);
    await transaction.commit();
    expect(await amounts()).toEqual([1, 7]);
  });

  test('a transaction reads the data of its beginning', async () => {
    await things().addAll(start);
    const transaction = await room.speaker.startTransaction();
    const within = transaction.collection(thingsCollection);
    expect(await within.read('from')).toMatchObject({ n: 100 });
    await things().patch('to', { n: 55 });
    expect(await within.read('to')).toMatchObject({ n: 0 });
    await transaction.rollback();
  });

  test('of two transactions that write one document the second is refused', async () => {
    await things().addAll(start);
    const first = await room.speaker.startTransaction();
    const second = await room.speaker.startTransaction();
    await first.collection(thingsCollection).patch('from', { n: 1 });
    const { text } = await refusalOf(second.collection(thingsCollection).patch('from', { n: 2 }));
    expect(text).toMatch(/TransactionConflict/);
    await first.commit();
    await second.rollback().catch(() => undefined);
    expect(await things().read('from')).toMatchObject({ n: 1 });
  });

  test('writing a document that changed since the beginning is refused', async () => {
    await things().addAll(start);
    const transaction = await room.speaker.startTransaction();
    await transaction.collection(thingsCollection).read('to');
    await things().patch('from', { n: 5 });
    const { text } = await refusalOf(transaction.collection(thingsCollection).patch('from', { n: 1 }));
    expect(text).toMatch(/TransactionConflict/);
    await transaction.rollback().catch(() => undefined);
    expect(await things().read('from')).toMatchObject({ n: 5 });
  });

  test('two conflicting transactions both happen when the SDK tries again', async () => {
    await things().addAll(start);
    const take = () =>
      room.speaker.transaction(async (transaction) => {
        const within = transaction.collection(thingsCollection);
        const { n } = (await within.read('from')) as { n: number };
        await within.patch('from', { n: n - 1 });
      });
    const outcomes = await Promise.allSettled([take(), take()]);
    const happened = outcomes.filter(({ status }) => status === 'fulfilled').length;
    // wx-server-sdk loses the code of the conflict on the way and gives up.
    if (room.speaker.name !== 'wx-server-sdk') expect(happened).toBe(2);
    expect(await things().read('from')).toMatchObject({ n: 100 - happened });
  });

  test('an ended transaction refuses further writes', async () => {
    await things().addAll(start);
    const transaction = await room.speaker.startTransaction();
    await transaction.commit();
    const { text } = await refusalOf(transaction.collection(thingsCollection).patch('from', { n: 1 }));
    expect(text).toMatch(/TransactionNotExist/);
  });

  test('a transaction that lasts longer than 30 seconds is gone', async () => {
    if (!room.cloud) return;
    await things().addAll(start);
    const transaction = await room.speaker.startTransaction();
    await transaction.collection(thingsCollection).patch('from', { n: 1 });
    await room.cloud.clock.advance(30_001);
    expect((await refusalOf(transaction.commit())).text).toMatch(/TransactionNotExist|30 seconds/);
    expect(await amounts()).toEqual([100, 0]);
  });

  test('a transaction reads and writes documents by id: a query is refused and ends it', async () => {
    await things().addAll(start);
    for (const query of [{ _id: 'from' }, { n: 100 }]) {
      const transaction = await room.speaker.startTransaction();
      await transaction.collection(thingsCollection).patch('to', { n: 5 });
      const { text } = await refusalOf(transaction.collection(thingsCollection).find(query));
      if (room.cloud) expect(text).toMatch(/where\(\)\.get\(\) is not supported in a transaction/);
      await transaction.rollback().catch(() => undefined);
    }
    expect(await amounts()).toEqual([100, 0]);
  });

  test('operations that would run outside the transaction are refused', async () => {
    if (!room.cloud) return;
    await things().addAll(start);
    // An invocation has its own token, which identifies its operations without the transaction's id.
    Object.assign(process.env, { WX_CONTEXT_KEYS: 'WX_API_TOKEN', WX_API_TOKEN: 'of-an-invocation' });
    try {
      const transaction = await room.speaker.startTransaction();
      const within = transaction.collection(thingsCollection);
      for (const work of [
        () => within.update({ n: 100 }, { n: 1 }),
        () => within.remove({ n: 100 }),
        () => within.count({}),
        () => things().aggregate([['match', {}]]),
      ])
        expect((await refusalOf(work())).text).toMatch(/would run outside it/);
      await transaction.rollback();
    } finally {
      delete process.env.WX_API_TOKEN;
      delete process.env.WX_CONTEXT_KEYS;
    }
    expect(await amounts()).toEqual([100, 0]);
  });
});
