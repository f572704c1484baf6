import { describeDatabase, idsOf, refusalOf } from './database-cloud';

const keysCollection = 'conformance_keys';

describeDatabase('indexes', [keysCollection], (room) => {
  const keys = () => room.speaker.collection(keysCollection);
  const duplicate = /E11000 duplicate key error .*phone_1/;

  test('add, set and update keep a key unique', async () => {
    await keys().addAll([
      { _id: 'a', phone: '1' },
      { _id: 'b', phone: '2' },
    ]);
    expect((await refusalOf(keys().add({ _id: 'c', phone: '1' }))).text).toMatch(duplicate);
    expect((await refusalOf(keys().set('c', { phone: '1' }))).text).toMatch(duplicate);
    expect((await refusalOf(keys().patch('b', { phone: '1' }))).text).toMatch(duplicate);
    expect(idsOf(await keys().find({}, { order: [['_id', 'asc']] }))).toEqual(['a', 'b']);
  });

  test('a missing key counts as null: one document may lack it', async () => {
    await keys().add({ _id: 'a' });
    expect((await refusalOf(keys().add({ _id: 'b' }))).text).toMatch(duplicate);
    expect((await refusalOf(keys().add({ _id: 'b', phone: null }))).text).toMatch(duplicate);
  });

  test('a key given up may be used by another document', async () => {
    await keys().addAll([
      { _id: 'a', phone: '1' },
      { _id: 'b', phone: '2' },
    ]);
    await keys().patch('a', { phone: '3' });
    await keys().patch('b', { phone: '1' });
    await keys().drop('a');
    await keys().add({ _id: 'c', phone: '3' });
    expect(idsOf(await keys().find({ phone: '1' }))).toEqual(['b']);
  });

  test('of many simultaneous writers of one key exactly one succeeds', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_unused, n) => keys().add({ _id: `d${n}`, phone: 'same' })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await keys().count({ phone: 'same' })).toBe(1);
  });

  test('a transaction keeps keys unique too', async () => {
    await keys().add({ _id: 'a', phone: '1' });
    const work = room.speaker.transaction(async (transaction) => {
      await transaction.collection(keysCollection).add({ _id: 'b', phone: '1' });
    });
    expect((await refusalOf(work)).text).toMatch(/E11000|TransactionConflict/);
    expect(await keys().count({})).toBe(1);
  });

  test('an id is unique', async () => {
    await keys().add({ _id: 'a', phone: '1' });
    expect((await refusalOf(keys().add({ _id: 'a', phone: '2' }))).text).toMatch(/E11000 .*_id_/);
  });

  test('a compound index answers as a scan would', async () => {
    const { _ } = room.speaker;
    await keys().addAll(
      Array.from({ length: 60 }, (_unused, n) => ({ _id: `d${n}`, phone: n, kind: n % 3, n: n % 7 })),
    );
    const found = await keys().find(
      { kind: 1, n: _.gte(4) },
      {
        order: [
          ['n', 'desc'],
          ['_id', 'asc'],
        ],
      },
    );
    const wanted = Array.from({ length: 60 }, (_unused, n) => n)
      .filter((n) => n % 3 === 1 && n % 7 >= 4)
      .sort((a, b) => (b % 7) - (a % 7) || (`d${a}` < `d${b}` ? -1 : 1));
    expect(idsOf(found)).toEqual(wanted.map((n) => `d${n}`));
  });
});
