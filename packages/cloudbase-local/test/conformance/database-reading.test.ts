import { describeDatabase, idsOf, refusalOf, thingsCollection } from './database-cloud';
import type { Command, Row } from './sdk-drivers';

describeDatabase('order', [thingsCollection], (room) => {
  const things = () => room.speaker.collection(thingsCollection);

  test('values of all types have one order', async () => {
    const inOrder = [null, -1, 2.5, 10, 'a', 'b', { a: 1 }, { a: 2 }, false, true, new Date(0), new Date(9)];
    await things().addAll(inOrder.map((v, i) => ({ _id: `d${i}`, v })).reverse());
    const up = idsOf(await things().find({}, { order: [['v', 'asc']] }));
    expect(up).toEqual(inOrder.map((_unused, i) => `d${i}`));
    expect(idsOf(await things().find({}, { order: [['v', 'desc']] }))).toEqual(up.reverse());
  });

  test('several fields sort together, one up and one down', async () => {
    await things().addAll([
      { _id: 'a', k: 1, n: 1 },
      { _id: 'b', k: 2, n: 5 },
      { _id: 'c', k: 1, n: 9 },
      { _id: 'd', k: 2, n: 7 },
    ]);
    const order: [string, 'asc' | 'desc'][] = [
      ['k', 'desc'],
      ['n', 'asc'],
    ];
    expect(idsOf(await things().find({}, { order }))).toEqual(['b', 'd', 'a', 'c']);
    expect(idsOf(await things().find({}, { order, skip: 1, limit: 2 }))).toEqual(['d', 'a']);
  });

  test('a missing field sorts first, a nested one counts, an array by its least or greatest value', async () => {
    await things().addAll([{ _id: 'a', p: { n: [5, 1] } }, { _id: 'b', p: { n: 3 } }, { _id: 'c' }]);
    expect(idsOf(await things().find({}, { order: [['p.n', 'asc']] }))).toEqual(['c', 'a', 'b']);
    expect(idsOf(await things().find({}, { order: [['p.n', 'desc']] }))).toEqual(['a', 'b', 'c']);
  });
});

describeDatabase('projection', [thingsCollection], (room) => {
  const things = () => room.speaker.collection(thingsCollection);
  const whole = {
    _id: 'x',
    a: 1,
    deep: { b: 2, c: 3 },
    list: [
      { k: 1, v: 'p' },
      { k: 2, v: 'q' },
    ],
    numbers: [1, 2, 3, 4],
  };

  test.each<[name: string, field: (_: Command) => Row, shown: Row]>([
    ['fields wanted', () => ({ a: true }), { _id: 'x', a: 1 }],
    ['without the id', () => ({ a: 1, _id: 0 }), { a: 1 }],
    ['fields unwanted', () => ({ list: false, numbers: false, deep: false }), { _id: 'x', a: 1 }],
    ['a dotted path', () => ({ 'deep.b': true }), { _id: 'x', deep: { b: 2 } }],
    ['a nested one', () => ({ deep: { b: 1 } }), { _id: 'x', deep: { b: 2 } }],
    ['within array elements', () => ({ 'list.v': true }), { _id: 'x', list: [{ v: 'p' }, { v: 'q' }] }],
    ['the first few', (_) => ({ a: 1, numbers: _.project.slice(2) }), { _id: 'x', a: 1, numbers: [1, 2] }],
    ['the last few', (_) => ({ a: 1, numbers: _.project.slice(-1) }), { _id: 'x', a: 1, numbers: [4] }],
    ['a window', (_) => ({ a: 1, numbers: _.project.slice([1, 2]) }), { _id: 'x', a: 1, numbers: [2, 3] }],
    [
      'the element that matches',
      (_) => ({ list: _.project.elemMatch({ k: _.aggregate ? 2 : 0 }) }),
      { _id: 'x', list: [{ k: 2, v: 'q' }] },
    ],
    [
      'the value that matches',
      (_) => ({ numbers: _.project.elemMatch({ $gt: 2 }) }),
      { _id: 'x', numbers: [3] },
    ],
  ])('%s', async (_name, field, shown) => {
    await things().add(whole);
    expect(await things().find({}, { field: field(room.speaker._) })).toEqual([shown]);
    expect(await things().read('x', field(room.speaker._))).toEqual(shown);
  });

  test('$ gives the element that the query matched', async () => {
    await things().add(whole);
    expect(await things().find({ 'list.k': 2 }, { field: { 'list.$': 1 } })).toEqual([
      { _id: 'x', list: [{ k: 2, v: 'q' }] },
    ]);
  });

  test('a slice within a document', async () => {
    await things().add({ _id: 'y', deep: { n: [1, 2, 3], m: 1 } });
    const field = { 'deep.n': room.speaker._.project.slice(1) };
    expect(await things().read('y', field)).toEqual({ _id: 'y', deep: { n: [1], m: 1 } });
  });

  test('including and excluding fields together is refused', async () => {
    expect((await refusalOf(things().find({}, { field: { a: 1, list: 0 } }))).text).toMatch(
      /mix of inclusion and exclusion/,
    );
  });
});
