import { describeDatabase, refusalOf, thingsCollection } from './database-cloud';
import type { Command, Row } from './sdk-drivers';

describeDatabase('updates', [thingsCollection], (room) => {
  const things = () => room.speaker.collection(thingsCollection);

  test.each<[name: string, before: Row, change: (_: Command) => Row, after: Row]>([
    [
      'set replaces a nested document whole',
      { a: { b: 1, c: 2 } },
      (_) => ({ a: _.set({ d: 3 }) }),
      { a: { d: 3 } },
    ],
    ['a nested document is merged', { a: { b: 1 } }, () => ({ a: { c: 2 } }), { a: { b: 1, c: 2 } }],
    ['a dotted path', { a: { b: 1 } }, () => ({ 'a.b': 5 }), { a: { b: 5 } }],
    ['a position in an array', { a: [1, 2] }, () => ({ 'a.1': 5 }), { a: [1, 5] }],
    ['remove', { a: 1, b: 2 }, (_) => ({ a: _.remove() }), { b: 2 }],
    ['null stays null', { a: 1 }, () => ({ a: null }), { a: null }],
    ['inc', { n: 1 }, (_) => ({ n: _.inc(2.5) }), { n: 3.5 }],
    ['inc of what is missing', {}, (_) => ({ n: _.inc(-2) }), { n: -2 }],
    ['mul', { n: 3 }, (_) => ({ n: _.mul(4) }), { n: 12 }],
    ['mul of what is missing', {}, (_) => ({ n: _.mul(4) }), { n: 0 }],
    ['min and max', { a: 5, b: 5 }, (_) => ({ a: _.min(3), b: _.max(9) }), { a: 3, b: 9 }],
    ['min and max that change nothing', { a: 5 }, (_) => ({ a: _.min(9) }), { a: 5 }],
    ['rename', { a: 1 }, (_) => ({ a: _.rename('z') }), { z: 1 }],
    ['bit', { n: 13 }, (_) => ({ n: _.bit({ and: 10 }) }), { n: 8 }],
    ['push', { a: [1] }, (_) => ({ a: _.push(2) }), { a: [1, 2] }],
    ['push of several', { a: [1] }, (_) => ({ a: _.push([2, 3]) }), { a: [1, 2, 3] }],
    ['push makes the array', {}, (_) => ({ a: _.push({ k: 1 }, 2) }), { a: [{ k: 1 }, 2] }],
    [
      'push at a position, sorted and sliced',
      { a: [{ n: 5 }, { n: 1 }] },
      (_) => ({ a: _.push({ each: [{ n: 3 }, { n: 4 }], position: 0, sort: { n: -1 }, slice: 3 }) }),
      { a: [{ n: 5 }, { n: 4 }, { n: 3 }] },
    ],
    [
      'push at a position',
      { a: [1, 4] },
      (_) => ({ a: _.push({ each: [2, 3], position: 1 }) }),
      { a: [1, 2, 3, 4] },
    ],
    ['the last few', { a: [1] }, (_) => ({ a: _.push({ each: [2, 3], slice: -2 }) }), { a: [2, 3] }],
    ['pop', { a: [1, 2, 3] }, (_) => ({ a: _.pop() }), { a: [1, 2] }],
    ['shift', { a: [1, 2, 3] }, (_) => ({ a: _.shift() }), { a: [2, 3] }],
    ['unshift', { a: [3] }, (_) => ({ a: _.unshift([1, 2]) }), { a: [1, 2, 3] }],
    ['addToSet', { a: [1] }, (_) => ({ a: _.addToSet(1) }), { a: [1] }],
    ['addToSet of several', { a: [1] }, (_) => ({ a: _.addToSet({ $each: [1, 2, 2] }) }), { a: [1, 2] }],
    ['pull', { a: [1, 2, 1] }, (_) => ({ a: _.pull(1) }), { a: [2] }],
    ['pull by condition', { a: [1, 5, 9] }, (_) => ({ a: _.pull(_.gt(4)) }), { a: [1] }],
    [
      'pull of documents that match',
      { a: [{ k: 1, v: 1 }, { k: 2 }] },
      (_) => ({ a: _.pull({ k: 1 }) }),
      { a: [{ k: 2 }] },
    ],
    ['pullAll', { a: [1, 2, 3] }, (_) => ({ a: _.pullAll([1, 3]) }), { a: [2] }],
    [
      'several operators at once',
      { n: 1, a: [], old: 1 },
      (_) => ({ n: _.inc(1), a: _.push('x'), old: _.remove(), fresh: { deep: true } }),
      { n: 2, a: ['x'], fresh: { deep: true } },
    ],
  ])('%s', async (_name, before, change, after) => {
    await things().add({ _id: 'x', ...before });
    await things().patch('x', change(room.speaker._));
    expect(await things().read('x')).toEqual({ _id: 'x', ...after });
  });

  test('$ updates the element that the query matched', async () => {
    await things().add({
      _id: 'x',
      marks: [
        { k: 1, n: 0 },
        { k: 2, n: 0 },
      ],
    });
    await things().update({ 'marks.k': 2 }, { 'marks.$.n': room.speaker._.inc(5) });
    expect(await things().read('x')).toEqual({
      _id: 'x',
      marks: [
        { k: 1, n: 0 },
        { k: 2, n: 5 },
      ],
    });
  });

  test('$ takes the position that the query matched in another array', async () => {
    await things().add({ _id: 'x', x: [90, 91, 92], y: ['a', 'b', 'c'] });
    await things().update({ x: 92 }, { 'y.$': 'z' });
    expect(await things().read('x')).toEqual({ _id: 'x', x: [90, 91, 92], y: ['a', 'b', 'z'] });
  });

  test('$[] updates every element', async () => {
    await things().add({ _id: 'x', n: [1, 2] });
    await things().patch('x', { 'n.$[]': room.speaker._.inc(10) });
    expect(await things().read('x')).toEqual({ _id: 'x', n: [11, 12] });
  });

  test.each<[name: string, before: Row, change: (_: Command) => Row, text: RegExp]>([
    ['inc of a string', { n: 'x' }, (_) => ({ n: _.inc(1) }), /non-numeric type/],
    ['push to what is no array', { a: 1 }, (_) => ({ a: _.push(1) }), /must be an array/],
    ['a field within a number', { a: 1 }, () => ({ 'a.b': 1 }), /Cannot create field 'b'/],
    ['a path and one within it', {}, (_) => ({ a: _.set({}), 'a.b': 1 }), /would create a conflict at 'a'/],
    [
      'elements by filter, which the SDKs cannot send filters for',
      { a: [1] },
      () => ({ 'a.$[x]': 1 }),
      /\$\[x\]/,
    ],
    ['$ without a condition on the array', { a: [1] }, () => ({ 'a.$': 1 }), /positional operator/],
  ])('refused, and nothing changes: %s', async (_name, before, change, text) => {
    await things().add({ _id: 'x', ...before });
    expect((await refusalOf(things().patch('x', change(room.speaker._)))).text).toMatch(text);
    expect(await things().read('x')).toEqual({ _id: 'x', ...before });
  });
});
