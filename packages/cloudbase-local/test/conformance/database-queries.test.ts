import { describeDatabase, idsOf, thingsCollection } from './database-cloud';
import type { Command, Row } from './sdk-drivers';

type Case = [name: string, query: (_: Command) => unknown, found: string[]];

/** Each case ends with the ids of the `documents` that its query finds, in any order. */
function table(subject: string, documents: Row[], cases: Case[]): void {
  describeDatabase(subject, [thingsCollection], (room) => {
    test.each(cases)('%s', async (_name, query, found) => {
      const things = room.speaker.collection(thingsCollection);
      await things.addAll(documents);
      const wanted = query(room.speaker._) as Row;
      expect(idsOf(await things.find(wanted)).sort()).toEqual(found);
      expect(await things.count(wanted)).toBe(found.length);
    });
  });
}

table(
  'comparison and logic',
  [
    { _id: 'a', n: 1, s: 'x' },
    { _id: 'b', n: 2, s: 'y' },
    { _id: 'c', n: 3.5, s: null },
    { _id: 'd', n: '2' },
    { _id: 'e', n: true, flag: true },
  ],
  [
    ['a value', () => ({ n: 2 }), ['b']],
    ['eq', (_) => ({ n: _.eq(2) }), ['b']],
    ['neq holds for other types and for missing', (_) => ({ s: _.neq('x') }), ['b', 'c', 'd', 'e']],
    ['gt keeps to its type', (_) => ({ n: _.gt(1) }), ['b', 'c']],
    ['gte and lt together', (_) => ({ n: (_.gte(1) as Command).and(_.lt(3)) }), ['a', 'b']],
    ['lte', (_) => ({ n: _.lte(2) }), ['a', 'b']],
    ['in', (_) => ({ n: _.in([1, '2', 9]) }), ['a', 'd']],
    ['nin holds for missing', (_) => ({ s: _.nin(['x', null]) }), ['b']],
    ['null finds null and missing', () => ({ s: null }), ['c', 'd', 'e']],
    ['exists', (_) => ({ s: _.exists(true) }), ['a', 'b', 'c']],
    ['exists false', (_) => ({ s: _.exists(false) }), ['d', 'e']],
    ['or within a field', (_) => ({ n: (_.eq(1) as Command).or(_.gt(3)) }), ['a', 'c']],
    ['or between documents', (_) => _.or([{ n: 1 }, { flag: true }]), ['a', 'e']],
    ['and', (_) => _.and([{ n: _.gt(1) }, { s: 'y' }]), ['b']],
    ['nor', (_) => _.nor([{ n: 1 }, { n: 2 }, { flag: true }]), ['c', 'd']],
    ['not', (_) => ({ n: _.not(_.gt(1)) }), ['a', 'd', 'e']],
    ['mod', (_) => ({ n: _.mod(2, 1) }), ['a', 'c']],
    ['expr', (_) => _.expr(_.aggregate.gt?.(['$n', 1.5])), ['b', 'c', 'd', 'e']],
    ['nothing asked finds all', () => ({}), ['a', 'b', 'c', 'd', 'e']],
  ],
);

table(
  'arrays',
  [
    {
      _id: 'a',
      tags: ['x', 'y'],
      marks: [
        { k: 1, v: 5 },
        { k: 2, v: 9 },
      ],
    },
    { _id: 'b', tags: ['y'], marks: [{ k: 1, v: 9 }] },
    { _id: 'c', tags: [], marks: [] },
    { _id: 'd', tags: 'x' },
    { _id: 'e', tags: [['x', 'y']] },
    { _id: 'f', tags: [1, 9] },
  ],
  [
    ['an element', () => ({ tags: 'x' }), ['a', 'd']],
    ['the whole array, or one within', () => ({ tags: ['x', 'y'] }), ['a', 'e']],
    ['all', (_) => ({ tags: _.all(['y', 'x']) }), ['a']],
    ['all of a single value', (_) => ({ tags: _.all(['x']) }), ['a', 'd']],
    ['size', (_) => ({ tags: _.size(1) }), ['b', 'e']],
    ['an empty array', () => ({ tags: [] }), ['c']],
    ['neq of an element', (_) => ({ tags: _.neq('y') }), ['c', 'd', 'e', 'f']],
    [
      'two bounds may hold for different elements',
      (_) => ({ tags: (_.gt(5) as Command).and(_.lt(3)) }),
      ['f'],
    ],
    [
      'elemMatch wants one element for both',
      (_) => ({ tags: _.elemMatch((_.gt(5) as Command).and(_.lt(3))) }),
      [],
    ],
    ['elemMatch of documents', (_) => ({ marks: _.elemMatch({ k: 1, v: _.gt(6) }) }), ['b']],
    [
      'dotted paths may hold in different elements',
      (_) => ({ 'marks.k': 1, 'marks.v': _.gt(6) }),
      ['a', 'b'],
    ],
    ['a position', () => ({ 'tags.1': 'y' }), ['a']],
    ['a field at a position', () => ({ 'marks.0.v': 9 }), ['b']],
    ['in reaches into arrays', (_) => ({ tags: _.in(['x', 9]) }), ['a', 'd', 'f']],
  ],
);

table(
  'paths and patterns',
  [
    { _id: 'a', who: { name: '张三', city: 'Changsha' } },
    { _id: 'b', who: { name: '李四', city: 'changchun' } },
    { _id: 'c', who: { name: 'line one\nChang', city: 'Bei.jing' } },
    { _id: 'd', who: null },
  ],
  [
    ['a nested field', () => ({ who: { name: '张三' } }), ['a']],
    ['a dotted path', () => ({ 'who.name': '李四' }), ['b']],
    ['a whole document', (_) => ({ who: _.eq({ name: '张三', city: 'Changsha' }) }), ['a']],
    ['a whole document in another order', (_) => ({ who: _.eq({ city: 'Changsha', name: '张三' }) }), []],
    ['a regular expression', () => ({ 'who.city': /^Chang/ }), ['a']],
    ['one without regard to case', () => ({ 'who.city': /^chang/i }), ['a', 'b']],
    ['one over several lines', () => ({ 'who.name': /^Chang/m }), ['c']],
    ['one with an escaped dot', () => ({ 'who.city': /i\.j/ }), ['c']],
    ['one in Chinese', () => ({ 'who.name': /三/ }), ['a']],
    ['a missing nested field is null', () => ({ 'who.city': null }), ['d']],
    ['not a regular expression', (_) => ({ 'who.city': _.not(/^chang/i) }), ['c', 'd']],
  ],
);

describeDatabase('db.RegExp', [thingsCollection], (room) => {
  test('find takes options', async () => {
    const things = room.speaker.collection(thingsCollection);
    await things.addAll([
      { _id: 'a', s: 'ABC' },
      { _id: 'b', s: 'xabc' },
    ]);
    const regexp = room.speaker.RegExp({ regexp: '^ab', options: 'i' });
    expect(idsOf(await things.find({ s: regexp }))).toEqual(['a']);
  });
});
