import { describeDatabase, idsOf, thingsCollection } from './database-cloud';
import type { Row } from './sdk-drivers';

describeDatabase('types', [thingsCollection], (room) => {
  const things = () => room.speaker.collection(thingsCollection);

  test.each<[name: string, value: unknown]>([
    ['whole numbers', [0, -1, 2 ** 31, Number.MAX_SAFE_INTEGER]],
    ['fractions', [0.1, -1e-300, 1e300]],
    ['text', ['', '书互助', '😀', 'a"b\\c\n']],
    ['nothing', null],
    ['truth', [true, false]],
    ['dates', [new Date(0), new Date('2022-12-20T08:00:00.123Z'), new Date(-1)]],
    ['nested documents', { a: { b: { c: [{ d: [] }, {}] } } }],
  ])('%s come back unchanged', async (_name, value) => {
    await things().add({ _id: 'x', value });
    expect(await things().read('x')).toEqual({ _id: 'x', value });
    await things().patch('x', { value: room.speaker._.set(value) });
    expect(await things().read('x')).toEqual({ _id: 'x', value });
  });

  test('a field without a value is left out', async () => {
    await things().add({ _id: 'x', a: undefined, b: 1 });
    expect(await things().read('x')).toEqual({ _id: 'x', b: 1 });
  });

  test("the server's date is the same within a request, and takes an offset", async () => {
    const { serverDate } = room.speaker;
    await things().add({ _id: 'x', now: serverDate(), later: serverDate({ offset: 3_600_000 }) });
    await things().patch('x', { deep: { at: serverDate({ offset: -1000 }) } });
    const row = (await things().read('x')) as { now: Date; later: Date; deep: { at: Date } };
    expect(row.now).toBeInstanceOf(Date);
    expect(row.later.getTime() - row.now.getTime()).toBe(3_600_000);
    expect(row.deep.at).toBeInstanceOf(Date);
    const { _ } = room.speaker;
    expect(await things().count({ now: _.lte(serverDate({ offset: 60_000 })) })).toBe(1);
    expect(await things().count({ now: _.gt(serverDate({ offset: 60_000 })) })).toBe(0);
  });

  test('dates are compared as moments', async () => {
    await things().addAll([1, 2, 3].map((n) => ({ _id: `d${n}`, at: new Date(n * 1000) })));
    const { _ } = room.speaker;
    expect(idsOf(await things().find({ at: _.gte(new Date(2000)) })).sort()).toEqual(['d2', 'd3']);
    expect(idsOf(await things().find({ at: new Date(1000) }))).toEqual(['d1']);
    expect(await things().count({ at: _.gt(0) })).toBe(0);
  });

  test('regular expressions are stored', async () => {
    await things().add({ _id: 'x', pattern: /^a.b/i });
    const { pattern } = (await things().read('x')) as Row;
    expect(pattern).toMatchObject({ pattern: '^a.b', options: 'i' });
  });

  test('an ObjectId is asked for as one and comes back as text', async () => {
    const [id, other] = ['5f1f1f1f1f1f1f1f1f1f1f1f', '5f1f1f1f1f1f1f1f1f1f1f2f'];
    const { ObjectId } = room.speaker;
    await things().add({ _id: ObjectId({ id }), a: ObjectId({ id: other }), list: [ObjectId({ id })] });
    for (const query of [{ a: ObjectId({ id: other }) }, { _id: ObjectId({ id }) }])
      expect(await things().find(query)).toEqual([{ _id: id, a: other, list: [id] }]);
    expect(await things().find({ a: other })).toEqual([]);
  });

  test('numbers too large for a double are added exactly', async () => {
    await things().add({ _id: 'x', n: Number.MAX_SAFE_INTEGER });
    await things().patch('x', { n: room.speaker._.inc(2) });
    expect(await things().count({ n: room.speaker._.gt(Number.MAX_SAFE_INTEGER + 1) })).toBe(1);
  });
});
