import { describeDatabase, thingsCollection } from './database-cloud';
import { of, sales } from './sales';
import type { Row, Stages } from './sdk-drivers';

describeDatabase('aggregate expressions', [thingsCollection], (room) => {
  const things = () => room.speaker.collection(thingsCollection);

  test.each<
    [name: string, expression: (of: ($: string, operand: unknown) => unknown) => unknown, value: unknown]
  >([
    ['cond and eq', (_) => _('cond', [_('eq', ['$item', 'A']), 'yes', 'no']), 'yes'],
    ['eq does not look into arrays', (_) => _('eq', ['$tags', 'p']), false],
    ['comparison crosses types', (_) => _('gt', ['$item', 99]), true],
    ['a missing field is below null', (_) => _('lt', ['$nothing', null]), true],
    ['cmp', (_) => _('cmp', ['$n', '$price']), -1],
    ['in', (_) => _('in', ['q', '$tags']), true],
    ['ifNull', (_) => _('ifNull', ['$nothing', 'none']), 'none'],
    [
      'switch',
      (_) => _('switch', { branches: [{ case: _('lt', ['$n', 2]), then: 'few' }], default: 'many' }),
      'many',
    ],
    ['concat', (_) => _('concat', ['$item', '-', '$city']), 'A-x'],
    ['substr of characters', (_) => _('substrCP', ['书互助', 1, 2]), '互助'],
    ['split', (_) => _('split', ['a,b', ',']), ['a', 'b']],
    ['toUpper', (_) => _('toUpper', '$city'), 'X'],
    ['arithmetic', (_) => _('subtract', [_('divide', ['$price', '$n']), _('mod', [7, 4])]), 2],
    ['rounding', (_) => [_('floor', 2.7), _('ceil', 2.1), _('trunc', -2.7), _('abs', -3)], [2, 3, -2, 3]],
    ['map', (_) => _('map', { input: '$tags', as: 't', in: _('concat', ['$$t', '!']) }), ['p!', 'q!']],
    ['filter', (_) => _('filter', { input: '$tags', as: 't', cond: _('neq', ['$$t', 'p']) }), ['q']],
    [
      'reduce',
      (_) => _('reduce', { input: [1, 2, 3], initialValue: 0, in: _('add', ['$$value', '$$this']) }),
      6,
    ],
    [
      'arrays',
      (_) => [_('size', '$tags'), _('arrayElemAt', ['$tags', -1]), _('indexOfArray', ['$tags', 'q'])],
      [2, 'q', 1],
    ],
    ['concatArrays and slice', (_) => _('slice', [_('concatArrays', ['$tags', ['r']]), 1, 2]), ['q', 'r']],
    [
      'sets',
      (_) => [_('setIsSubset', [['p'], '$tags']), _('setDifference', ['$tags', ['p']])],
      [true, ['q']],
    ],
    [
      'dates in a time zone',
      (_) => _('dateToString', { date: '$at', format: '%Y-%m-%d %H', timezone: 'Asia/Shanghai' }),
      '2022-12-20 09',
    ],
    [
      'parts of dates',
      (_) => [_('year', '$at'), _('month', '$at'), _('dayOfMonth', '$at'), _('hour', '$at')],
      [2022, 12, 20, 1],
    ],
    ['let', (_) => _('let', { vars: { x: '$n' }, in: _('multiply', ['$$x', '$$x']) }), 4],
    ['mergeObjects', (_) => _('mergeObjects', [{ a: 1 }, { b: '$n' }]), { a: 1, b: 2 }],
    ['objectToArray', (_) => _('objectToArray', { a: '$n' }), [{ k: 'a', v: 2 }]],
    ['literal', (_) => _('literal', '$n'), '$n'],
    ['logic', (_) => [_('and', [true, 1]), _('or', [0, null]), _('not', ['$nothing'])], [true, false, true]],
  ])('%s', async (_name, expression, value) => {
    await things().add(sales[0] as Row);
    const $ = room.speaker._.aggregate;
    const stages: Stages = [
      ['project', { _id: 0, value: expression((name, operand) => of($, name, operand)) }],
    ];
    expect(await things().aggregate(stages)).toEqual([{ value }]);
  });
});
