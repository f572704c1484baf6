import { describeDatabase, idsOf, thingsCollection } from './database-cloud';

describeDatabase('documents', [thingsCollection], (room) => {
  const things = () => room.speaker.collection(thingsCollection);

  test('a document without an id gets one of 32 hexadecimal digits', async () => {
    const id = await things().add({ name: '布洛芬' });
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(await things().read(id)).toEqual({ _id: id, name: '布洛芬' });
  });

  test('a given id is kept, even a number', async () => {
    await things().add({ _id: 'own', n: 1 });
    await things().add({ _id: 7, n: 2 });
    expect(await things().read('own')).toEqual({ _id: 'own', n: 1 });
    expect(await things().read(7)).toEqual({ _id: 7, n: 2 });
    expect(await things().read('7')).toBeUndefined();
  });

  test('several documents are added at once, all or none', async () => {
    await things().addAll([{ _id: 'a' }, { _id: 'b' }]);
    await expect(things().addAll([{ _id: 'c' }, { _id: 'a' }])).rejects.toBeDefined();
    expect(idsOf(await things().find({}, { order: [['_id', 'asc']] }))).toEqual(['a', 'b']);
  });

  test('reading a missing document finds nothing', async () => {
    expect(await things().read('nobody')).toBeUndefined();
    expect(await things().find({ name: 'nobody' })).toEqual([]);
    expect(await things().count({ name: 'nobody' })).toBe(0);
  });

  test('set creates a document, and later replaces it whole', async () => {
    expect(await things().set('x', { a: 1, deep: { b: 2 } })).toEqual({ updated: 0, created: true });
    expect(await things().set('x', { c: 3 })).toEqual({ updated: 1, created: false });
    expect(await things().read('x')).toEqual({ _id: 'x', c: 3 });
  });

  test('update changes only the named fields, nested ones too', async () => {
    await things().add({ _id: 'x', a: 1, deep: { b: 2, c: 3 } });
    expect(await things().patch('x', { deep: { b: 20 }, fresh: [1] })).toBe(1);
    expect(await things().read('x')).toEqual({ _id: 'x', a: 1, deep: { b: 20, c: 3 }, fresh: [1] });
  });

  test('updating a missing document changes nothing and creates nothing', async () => {
    expect(await things().patch('nobody', { a: 1 })).toBe(0);
    expect(await things().update({ a: 1 }, { a: 2 })).toBe(0);
    expect(await things().count({})).toBe(0);
  });

  test('update and remove reach all matches, or one on request', async () => {
    await things().addAll([1, 2, 3, 4].map((n) => ({ _id: `d${n}`, n, kind: 'k' })));
    expect(await things().update({ kind: 'k' }, { seen: true }, false)).toBe(1);
    expect(await things().count({ seen: true })).toBe(1);
    expect(await things().update({ n: room.speaker._.gt(1) }, { seen: true })).toBe(3);
    expect(await things().remove({ kind: 'k' }, false)).toBe(1);
    expect(await things().remove({ kind: 'k' })).toBe(3);
  });

  test('remove by id reports whether the document existed', async () => {
    await things().add({ _id: 'x' });
    expect(await things().drop('x')).toBe(1);
    expect(await things().drop('x')).toBe(0);
  });

  test('get answers 100 documents by default, at most 1000, and pages without gaps', async () => {
    await things().addAll(Array.from({ length: 1005 }, (_unused, n) => ({ n })));
    expect(await things().find({})).toHaveLength(100);
    expect(await things().find({}, { limit: 5000 })).toHaveLength(1000);
    const last = await things().find({}, { order: [['n', 'asc']], skip: 1000, limit: 10 });
    expect(last.map((row) => row.n)).toEqual([1000, 1001, 1002, 1003, 1004]);
    expect(await things().count({})).toBe(1005);
  });

  test('many simultaneous writers lose no increment', async () => {
    await things().add({ _id: 'counter', n: 0 });
    await Promise.all(
      Array.from({ length: 40 }, () => things().patch('counter', { n: room.speaker._.inc(1) })),
    );
    expect(await things().read('counter')).toEqual({ _id: 'counter', n: 40 });
  });
});
