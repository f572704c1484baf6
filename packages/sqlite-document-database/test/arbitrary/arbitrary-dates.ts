import fc from 'fast-check';
import type { Value } from '../../src/values/value';
import { lone, named } from './arbitrary-operators';

/* Random dates, many of them near the turns of calendars and clocks, and the operators on them. */

/** Ends of years, leap days, and the moments at which New York's, Berlin's and Sydney's clocks change. */
const turns = [
  0,
  Date.UTC(2000, 0, 1),
  Date.UTC(2020, 1, 29),
  Date.UTC(2021, 0, 3),
  Date.UTC(2018, 11, 31, 23),
  Date.UTC(2022, 2, 13, 7),
  Date.UTC(2022, 10, 6, 6),
  Date.UTC(2022, 2, 27, 1),
  Date.UTC(2022, 9, 30, 1),
  Date.UTC(2022, 9, 1, 16),
  1_671_580_799_999,
];
const hourMs = 3_600_000;
const nearTurn = fc
  .tuple(fc.constantFrom(...turns), fc.oneof(fc.constantFrom(0, -1), fc.integer({ min: -30, max: 30 })))
  .map(([turn, by]) => turn + (by === -1 ? -1 : (by * hourMs) / 2));

export const date = fc
  .oneof(nearTurn, fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2100, 0) }))
  .map((time) => new Date(time));

const zone = fc.oneof(
  fc.constantFrom<Value>('UTC', 'Asia/Shanghai', '+08:00', '-0330', '+05'),
  fc.constantFrom<Value>('America/New_York', 'Europe/Berlin', 'Australia/Sydney', 'Asia/Kolkata'),
  { weight: 1, arbitrary: fc.constantFrom<Value>(null, '$nothing', 'Nowhere/At_All', 7) },
);
const unit = fc.constantFrom<Value>(
  'millisecond',
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'quarter',
  'year',
);
const startOfWeek = fc.constantFrom<Value>('sunday', 'Monday', 'wed', 'sat', '$nothing', 'someday');
const amount = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<Value>(0, 1, -1, 3, 12, -13, 25, 100, 365) },
  { weight: 1, arbitrary: fc.constantFrom<Value>(3_000_000_000, -86_400_000, 1.5, '1', null, '$nothing') },
);
const binSize = fc.constantFrom<Value>(1, 2, 5, 6, 7, 24, 100, 3_000_000_000, 0, -1, 1.5, '$nothing');
const format = fc.oneof(
  fc.constantFrom('%Y-%m-%d', '%H:%M:%S.%L', '%G-W%V-%u', '%j %U %w', '100%% %Y', '%z %Z'),
  fc
    .array(fc.constantFrom('%Y', '%m', '%d', '%H', '%M', '%S', '%L', '%j', '%u', '%V', '%G', '%U', '-', '年'))
    .map((parts) => parts.join('')),
);
const parts = [
  '$year',
  '$month',
  '$dayOfMonth',
  '$hour',
  '$minute',
  '$second',
  '$millisecond',
  '$dayOfYear',
  '$dayOfWeek',
  '$isoDayOfWeek',
  '$week',
  '$isoWeek',
  '$isoWeekYear',
];
const small = fc.constantFrom<Value>(0, 1, 2, 12, 14, 29, 31, -1, 60, 366);

export function dateCounts(dates: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.oneof(
    lone(parts, dates),
    named(parts, { date: dates, timezone: zone }, ['date']),
    named(['$dateDiff'], { startDate: dates, endDate: dates, unit, timezone: zone, startOfWeek }, [
      'startDate',
      'endDate',
      'unit',
    ]),
  );
}

export function dateTexts(dates: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return named(['$dateToString'], { date: dates, format, timezone: zone, onNull: fc.constant('none') }, [
    'date',
  ]);
}

export function dateParts(dates: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return named(
    ['$dateToParts'],
    { date: dates, timezone: zone, iso8601: fc.constantFrom<Value>(true, false, '$nothing', 1) },
    ['date'],
  );
}

/** @param texts mostly invalid dates */
export function datesMade(dates: fc.Arbitrary<Value>, texts: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  const time = { hour: small, minute: small, second: fc.oneof(small, fc.constant(100_000)), timezone: zone };
  const year = fc.constantFrom<Value>(2020, 2022, 1999, 1, 99, 9999, 0, '$nothing');
  return fc.oneof(
    named(['$dateAdd', '$dateSubtract'], { startDate: dates, unit, amount, timezone: zone }, [
      'startDate',
      'unit',
      'amount',
    ]),
    named(['$dateTrunc'], { date: dates, unit, binSize, timezone: zone, startOfWeek }, ['date', 'unit']),
    named(['$dateFromParts'], { year, month: small, day: small, ...time }, ['year']),
    named(['$dateFromParts'], { isoWeekYear: year, isoWeek: small, isoDayOfWeek: small, ...time }, [
      'isoWeekYear',
    ]),
    named(['$dateFromParts'], { year, isoWeek: small, millisecond: small, isoWeekYear: year }, []),
    writtenAndRead,
    named(['$dateFromString'], { dateString: texts, format, onError: fc.constant('bad') }, [
      'dateString',
      'format',
    ]),
  );
}

/** Text that mostly fits a format. */
const writtenAndRead = fc
  .tuple(
    fc.constantFrom(
      ['2022-12-20 08:05:09.7', '%Y-%m-%d %H:%M:%S.%L'],
      ['2022-12-20T08:05:09.07', '%Y-%m-%dT%H:%M:%S.%L'],
      ['1/2/2021', '%d/%m/%Y'],
      ['31/2/2021', '%d/%m/%Y'],
      ['2021-02', '%Y-%m'],
      ['2022-12-20 +0800', '%Y-%m-%d %z'],
      ['20221220', '%Y%m%d'],
      ['2020W531', '%GW%V%u'],
      ['2022 W07', '%G W%V'],
      ['2022年3月13日', '%Y年%m月%d日'],
      ['2022-03-13 03:30', '%Y-%m-%d %H:%M'],
      ['100% 2022-1-1', '100%% %Y-%m-%d'],
    ),
    fc.option(zone),
    fc.boolean(),
  )
  .map(([[dateString = '', read = ''], timezone, caught]): Value => ({
    $dateFromString: {
      dateString,
      format: read,
      ...(timezone === null ? {} : { timezone }),
      ...(caught ? { onError: 'bad' } : {}),
    },
  }));
