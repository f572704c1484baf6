import { ObjectId, Timestamp } from 'bson';
import { badValue } from '../../refusals';
import { momentOf, parseDate, parseDateAs } from './date-text';
import { isGivenNone, isNone, longOf, shown, stringOf, type Maybe, type NamedOperator } from './operator';
import { PlatformError } from '../../platform-error';
import { offsetAt } from './time-zone';

const dayMs = 86_400_000;

/**
 * Operators on dates.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/#date-expression-operators
 */
export const dates: Record<string, NamedOperator> = {
  $year: part((local) => local.getUTCFullYear()),
  $month: part((local) => local.getUTCMonth() + 1),
  $dayOfMonth: part((local) => local.getUTCDate()),
  $hour: part((local) => local.getUTCHours()),
  $minute: part((local) => local.getUTCMinutes()),
  $second: part((local) => local.getUTCSeconds()),
  $millisecond: part((local) => local.getUTCMilliseconds()),
  $dayOfYear: part(dayOfYear),
  $dayOfWeek: part((local) => local.getUTCDay() + 1),
  $week: part(weekOfYear),
  $isoDayOfWeek: part(isoDayOfWeek),
  $isoWeek: part(isoWeek),
  $isoWeekYear: part((local) => thursdayOf(local).getUTCFullYear()),
  $dateToString: {
    required: ['date'],
    optional: ['format', 'timezone', 'onNull'],
    compute(options) {
      const { date, format, timezone } = options;
      if (isNone(date)) return 'onNull' in options ? options.onNull : null;
      if (isGivenNone(options, 'format', 'timezone')) return null;
      const zone = zoneOf(timezone);
      const isUtc = zone === undefined || zone === 'UTC' || zone === 'GMT';
      const pattern =
        format === undefined ? `%Y-%m-%dT%H:%M:%S.%L${isUtc ? 'Z' : ''}` : stringOf('$dateToString', format);
      return formatted(dateOf('$dateToString', date), zone, pattern);
    },
  },
  $dateFromString: {
    required: ['dateString'],
    optional: ['format', 'timezone', 'onError', 'onNull'],
    compute(options) {
      const { dateString, format, timezone, onError } = options;
      if (isNone(dateString)) return 'onNull' in options ? options.onNull : null;
      try {
        const text = stringOf('$dateFromString', dateString);
        if (isGivenNone(options, 'format', 'timezone')) return null;
        const zone = zoneOf(timezone);
        return format === undefined
          ? parseDate(text, zone)
          : parseDateAs(text, stringOf('$dateFromString', format), zone);
      } catch (cause) {
        if (!('onError' in options) || !(cause instanceof PlatformError)) throw cause;
        return onError;
      }
    },
  },
  $dateFromParts: {
    required: [],
    optional: [
      'year',
      'isoWeekYear',
      'month',
      'isoWeek',
      'day',
      'isoDayOfWeek',
      'hour',
      'minute',
      'second',
      'millisecond',
      'timezone',
    ],
    compute: dateFromParts,
  },
  $dateToParts: {
    required: ['date'],
    optional: ['timezone', 'iso8601'],
    compute(options) {
      const { date, timezone, iso8601 = false } = options;
      if (isGivenNone(options, 'timezone', 'iso8601')) return null;
      if (typeof iso8601 !== 'boolean')
        throw badValue(`iso8601 must evaluate to a bool, found: ${shown(iso8601)}`);
      if (isNone(date)) return null;
      const local = localOf('$dateToParts', date, timezone);
      const [hour, minute, second] = [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()];
      const time = { hour, minute, second, millisecond: local.getUTCMilliseconds() };
      if (iso8601)
        return {
          isoWeekYear: thursdayOf(local).getUTCFullYear(),
          isoWeek: isoWeek(local),
          isoDayOfWeek: isoDayOfWeek(local),
          ...time,
        };
      return {
        year: local.getUTCFullYear(),
        month: local.getUTCMonth() + 1,
        day: local.getUTCDate(),
        ...time,
      };
    },
  },
};

/** The date in a value: a date itself, or the time within an ObjectId or a timestamp. @throws PlatformError for other values */
export function dateOf(operator: string, value: Maybe): Date {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return value.getTimestamp();
  if (value instanceof Timestamp) return new Date(value.getHighBitsUnsigned() * 1000);
  throw badValue(`${operator}: can't convert to Date from ${shown(value)}`);
}

/** The name of a time zone; undefined for UTC. */
export function zoneOf(value: Maybe): string | undefined {
  return isNone(value) ? undefined : stringOf('timezone', value);
}

/** A date whose UTC parts equal the local parts of the given date. */
export function localOf(operator: string, value: Maybe, zone: Maybe): Date {
  const date = dateOf(operator, value);
  return new Date(date.getTime() + offsetAt(date.getTime(), zoneOf(zone)));
}

function part(read: (local: Date) => number): NamedOperator {
  return {
    required: ['date'],
    optional: ['timezone'],
    lone: true,
    compute: (options) =>
      isGivenNone(options, 'date', 'timezone')
        ? null
        : read(localOf('a part of a date', options.date, options.timezone)),
  };
}

function dayOfYear(local: Date): number {
  return Math.floor(local.getTime() / dayMs) - Math.floor(yearStart(local.getUTCFullYear()) / dayMs) + 1;
}

function yearStart(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1);
}

/** Weeks begin on Sunday; the days before the year's first Sunday are week 0. */
function weekOfYear(local: Date): number {
  return Math.floor((dayOfYear(local) + 6 - local.getUTCDay()) / 7);
}

function isoDayOfWeek(local: Date): number {
  return local.getUTCDay() || 7;
}

/** The Thursday of the same ISO week, because the week belongs to the year of its Thursday. */
function thursdayOf(local: Date): Date {
  return new Date(local.getTime() + (4 - isoDayOfWeek(local)) * dayMs);
}

function isoWeek(local: Date): number {
  return Math.floor((dayOfYear(thursdayOf(local)) - 1) / 7) + 1;
}

function formatted(date: Date, zone: string | undefined, pattern: string): string {
  const offset = offsetAt(date.getTime(), zone);
  const local = new Date(date.getTime() + offset);
  const padded = (value: number, width: number): string => String(value).padStart(width, '0');
  const minutes = Math.trunc(offset / 60_000);
  const sign = minutes < 0 ? '-' : '+';
  const written: Record<string, () => string> = {
    Y: () => padded(writableYear(local), 4),
    m: () => padded(local.getUTCMonth() + 1, 2),
    d: () => padded(local.getUTCDate(), 2),
    H: () => padded(local.getUTCHours(), 2),
    M: () => padded(local.getUTCMinutes(), 2),
    S: () => padded(local.getUTCSeconds(), 2),
    L: () => padded(local.getUTCMilliseconds(), 3),
    j: () => padded(dayOfYear(local), 3),
    u: () => String(isoDayOfWeek(local)),
    w: () => String(local.getUTCDay() + 1),
    U: () => padded(weekOfYear(local), 2),
    V: () => padded(isoWeek(local), 2),
    G: () => padded(thursdayOf(local).getUTCFullYear(), 4),
    z: () => `${sign}${padded(Math.floor(Math.abs(minutes) / 60), 2)}${padded(Math.abs(minutes) % 60, 2)}`,
    Z: () => String(minutes),
    '%': () => '%',
  };
  return pattern.replace(/%([\s\S]?)/g, (_whole, letter: string) => {
    const write = written[letter];
    if (!write) throw badValue(`Invalid format character '%${letter}' in format string`);
    return write();
  });
}

function writableYear(local: Date): number {
  const year = local.getUTCFullYear();
  if (year < 0 || year > 9999)
    throw badValue(`$dateToString is only defined on year 0-9999, tried to use year ${year}`);
  return year;
}

const isoParts = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek'];

function dateFromParts(options: Readonly<Record<string, Maybe>>): Maybe {
  const isIso = isoParts.some((name) => name in options);
  if (isIso && ['year', 'month', 'day'].some((name) => name in options))
    throw badValue('$dateFromParts does not allow mixing natural dates with ISO dates');
  if (!(isIso ? 'isoWeekYear' in options : 'year' in options))
    throw badValue("$dateFromParts requires either 'year' or 'isoWeekYear' to be present");
  if (Object.values(options).some(isNone)) return null;
  const { timezone, ...given } = options;
  const parts: Record<string, number> = {};
  for (const [name, value] of Object.entries(given)) parts[name] = partOf(name, value);
  const { hour = 0, minute = 0, second = 0, millisecond = 0 } = parts;
  const {
    year = 1,
    month = 1,
    day = 1,
    isoWeekYear = 1,
    isoWeek: week = 1,
    isoDayOfWeek: weekday = 1,
  } = parts;
  const ofYear = isIso ? isoWeekYear : year;
  if (ofYear < 1 || ofYear > 9999)
    throw badValue(`'year' must evaluate to an integer in the range 1 to 9999, found ${ofYear}`);
  const time = { hour, minute, second, millisecond };
  const zone = zoneOf(timezone);
  if (!isIso) return momentOf({ year, month, day, ...time }, zone);
  // January 4th is always in the first ISO week.
  const fourth = new Date(yearStart(ofYear) + 3 * dayMs);
  return momentOf(
    { year: ofYear, month: 1, day: 5 - isoDayOfWeek(fourth) + (week - 1) * 7 + weekday - 1, ...time },
    zone,
  );
}

/**
 * A whole number for a part of a date. MongoDB limits every part but seconds and milliseconds to 16 bits. @throws PlatformError
 */
function partOf(name: string, value: Maybe): number {
  const part = longOf('$dateFromParts', value);
  if (name !== 'second' && name !== 'millisecond' && (part < -32_768 || part > 32_767))
    throw badValue(`'${name}' must evaluate to a value in the range [-32768, 32767]; value ${part}`);
  return part;
}
