import { documentFields } from '../../query/field-reader';
import type { Document, Value } from '../../values/value';
import { compileExpression } from './compile';

const at = (text: string): Date => new Date(text);
const evaluate = (expression: Document): Value | undefined =>
  compileExpression(expression, documentFields)({ at: at('2022-03-13T06:30:00Z') });

test.each<[string, Document, Value]>([
  [
    'hours that pass are counted, not what clocks show',
    {
      $dateDiff: {
        startDate: at('2022-03-13T06:30:00Z'),
        endDate: at('2022-03-13T07:30:00Z'),
        unit: 'hour',
        timezone: 'America/New_York',
      },
    },
    1,
  ],
  [
    'bins of hours are of one length, from the local 2000-01-01',
    {
      $dateTrunc: {
        date: at('2022-07-01T05:30:00Z'),
        unit: 'hour',
        binSize: 2,
        timezone: 'America/New_York',
      },
    },
    at('2022-07-01T05:00:00Z'),
  ],
  [
    'an amount may be larger than 32 bits',
    { $dateAdd: { startDate: at('2022-01-01T00:00:00Z'), unit: 'millisecond', amount: 31_536_000_000 } },
    at('2023-01-01T00:00:00Z'),
  ],
  ['a zone that comes to nothing makes null', { $hour: { date: '$at', timezone: '$nothing' } }, null],
  ['so does a bin', { $dateTrunc: { date: '$at', unit: 'day', binSize: '$nothing' } }, null],
  [
    'the first digit of a fraction is tenths',
    { $dateFromString: { dateString: '2022-12-20 08.7', format: '%Y-%m-%d %S.%L' } },
    at('2022-12-20T00:00:08.700Z'),
  ],
  [
    'a date is read by its ISO week',
    { $dateFromString: { dateString: '2020-W53-7', format: '%G-W%V-%u' } },
    at('2021-01-03T00:00:00Z'),
  ],
  [
    'the first year has the offset of its zone',
    { $dateFromParts: { year: 1, timezone: 'America/New_York' } },
    at('0001-01-01T04:56:02Z'),
  ],
])('%s', (_name, expression, value) => {
  expect(evaluate(expression)).toEqual(value);
});

test.each<[string, Document]>([
  ['two calendars at once', { $dateFromParts: { year: 2022, isoWeek: 1 } }],
  ['no year', { $dateFromParts: { month: 2 } }],
  ['a month beyond 16 bits', { $dateFromParts: { year: 2022, month: 40_000 } }],
  ['a flag that is none', { $dateToParts: { date: '$at', iso8601: 1 } }],
  [
    'two zones',
    { $dateFromString: { dateString: '2022-01-01 +0800', format: '%Y-%m-%d %z', timezone: 'UTC' } },
  ],
])('%s is refused', (_name, expression) => {
  expect(() => evaluate(expression)).toThrow();
});

test.each<[string, string]>([
  ['2017-07-14T12:02:44.771 GMT+02', '2017-07-14T10:02:44.771Z'],
  ['2017-07-14T12:02:44.771 CEST', '2017-07-14T10:02:44.771Z'],
  ['2017-07-14T12:02:44.771 EST', '2017-07-14T17:02:44.771Z'],
  ['2017-07-14T12:02:44.771 A', '2017-07-14T11:02:44.771Z'],
  ['2017-07-14T12:02:44.771-04', '2017-07-14T16:02:44.771Z'],
  ['2017-07-04T11:56.02', '2017-07-04T11:56:02Z'],
  ['20170704T115602', '2017-07-04T11:56:02Z'],
  ['July 4th, 2017', '2017-07-04T00:00:00Z'],
  ['Tue, 04 Jul 2017 11:56:02 +0200', '2017-07-04T09:56:02Z'],
  ['4 July 2017 5pm', '2017-07-04T17:00:00Z'],
  ['07/04/2017 12:30 am', '2017-07-04T00:30:00Z'],
  ['2017/7/4', '2017-07-04T00:00:00Z'],
  ['4-7-2017', '2017-07-04T00:00:00Z'],
  ['2017-07-04Z', '2017-07-04T00:00:00Z'],
])('%s is a date', (dateString, value) => {
  expect(evaluate({ $dateFromString: { dateString } })).toEqual(at(value));
});

test.each([
  '',
  'July 4th',
  '2017-07',
  '2017-07-04T25:00:00Z',
  '2017-07-04T10:00 NOWHERE',
  '13pm 4 July 2017',
])('%j is no date', (dateString) => {
  expect(() => evaluate({ $dateFromString: { dateString } })).toThrow(/Error parsing date string/);
});
