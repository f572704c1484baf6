import { isNone, refuse, undecided, wholeOf, type Maybe, type OfValues } from './naive-kinds';
import { dateOnly, isGivenNone, isoDay, localDate, momentAt, thursdayOf } from './naive-local-time';

const dayMs = 86_400_000;

/**
 * Operators that read the parts of a date, or make a date of parts.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/dateToString/
 */
export const naiveDates: Record<string, OfValues> = {
  $year: part((local) => local.getUTCFullYear()),
  $month: part((local) => local.getUTCMonth() + 1),
  $dayOfMonth: part((local) => local.getUTCDate()),
  $hour: part((local) => local.getUTCHours()),
  $minute: part((local) => local.getUTCMinutes()),
  $second: part((local) => local.getUTCSeconds()),
  $millisecond: part((local) => local.getUTCMilliseconds()),
  $dayOfYear: part(dayOfYear),
  $dayOfWeek: part((local) => local.getUTCDay() + 1),
  $isoDayOfWeek: part(isoDay),
  $week: part((local) => Math.floor((dayOfYear(local) + 6 - local.getUTCDay()) / 7)),
  $isoWeek: part((local) => 1 + Math.floor((dayOfYear(thursdayOf(local)) - 1) / 7)),
  $isoWeekYear: part((local) => thursdayOf(local).getUTCFullYear()),
  $dateToString(values, options) {
    const { date, format, timezone } = options;
    if (isNone(date)) return 'onNull' in options ? options.onNull : null;
    if (isGivenNone(options, 'format', 'timezone')) return null;
    const local = localDate(dateOnly(date), timezone);
    if (format === undefined && local.getTime() !== Number(date)) undecided('the versions differ');
    const pattern = (format as string | undefined) ?? '%Y-%m-%dT%H:%M:%S.%LZ';
    const minutes = (local.getTime() - Number(date)) / 60_000;
    return pattern.replace(/%(.)/g, (_whole, letter: string) => written(local, letter, minutes));
  },
  $dateToParts(values, options) {
    const { date, timezone, iso8601 = false } = options;
    if (isGivenNone(options, 'timezone', 'iso8601')) return null;
    if (typeof iso8601 !== 'boolean') refuse('no boolean');
    if (isNone(date)) return null;
    const local = localDate(dateOnly(date), timezone);
    const [hour, minute, second] = [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()];
    const time = { hour, minute, second, millisecond: local.getUTCMilliseconds() };
    const of = (name: string): number => naiveDates[name]?.([local], {}) as number;
    if (iso8601)
      return {
        isoWeekYear: of('$isoWeekYear'),
        isoWeek: of('$isoWeek'),
        isoDayOfWeek: of('$isoDayOfWeek'),
        ...time,
      };
    return { year: of('$year'), month: of('$month'), day: of('$dayOfMonth'), ...time };
  },
  $dateFromParts(values, parts) {
    const { timezone, ...given } = parts;
    const iso = 'isoWeekYear' in parts || 'isoWeek' in parts || 'isoDayOfWeek' in parts;
    if (iso && ('year' in parts || 'month' in parts || 'day' in parts)) refuse('both calendars');
    if (!('year' in parts) && !('isoWeekYear' in parts)) refuse('no year');
    if (Object.values(parts).some(isNone)) return null;
    const numbers = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, wholePart(name, value)]),
    );
    const { hour = 0, minute = 0, second = 0, millisecond = 0 } = numbers;
    const { year = 1, isoWeekYear = 1, month = 1, day = 1, isoWeek = 1, isoDayOfWeek = 1 } = numbers;
    if (year < 1 || year > 9999 || isoWeekYear < 1 || isoWeekYear > 9999) refuse('the year');
    const days = new Date(0);
    if (iso) {
      // The first ISO week contains the year's first Thursday.
      days.setUTCFullYear(isoWeekYear, 0, 1);
      while (days.getUTCDay() !== 4) days.setUTCDate(days.getUTCDate() + 1);
      days.setUTCDate(days.getUTCDate() - 3 + 7 * (isoWeek - 1) + isoDayOfWeek - 1);
    } else days.setUTCFullYear(year, month - 1, day);
    return momentAt(
      days.getTime() + hour * 3_600_000 + minute * 60_000 + second * 1000 + millisecond,
      timezone,
    );
  },
};

/** A whole number for a part of a date. MongoDB limits every part but seconds and milliseconds to 16 bits. */
function wholePart(name: string, value: Maybe): number {
  const whole = wholeOf(value);
  const isLarge = name === 'second' || name === 'millisecond';
  return isLarge || Math.abs(whole) < 32_768 ? whole : refuse('out of range');
}

function part(read: (local: Date) => number): OfValues {
  return ([value], options) => {
    const { date = value, timezone } = options;
    if (isNone(date) || isGivenNone(options, 'timezone')) return null;
    return read(localDate(dateOnly(date), timezone));
  };
}

function dayOfYear(local: Date): number {
  const startOfDay = Math.floor(local.getTime() / dayMs);
  const first = new Date(0).setUTCFullYear(local.getUTCFullYear(), 0, 1);
  return startOfDay - Math.floor(first / dayMs) + 1;
}

/** @param minutes the offset of the time zone east of Greenwich */
function written(local: Date, letter: string, minutes: number): string {
  const of = (name: string): number => naiveDates[name]?.([local], {}) as number;
  const padded = (name: string, width: number): string => String(of(name)).padStart(width, '0');
  switch (letter) {
    case 'Y':
      if (of('$year') < 0 || of('$year') > 9999) refuse('the year');
      return padded('$year', 4);
    case 'm':
      return padded('$month', 2);
    case 'd':
      return padded('$dayOfMonth', 2);
    case 'H':
      return padded('$hour', 2);
    case 'M':
      return padded('$minute', 2);
    case 'S':
      return padded('$second', 2);
    case 'L':
      return padded('$millisecond', 3);
    case 'j':
      return padded('$dayOfYear', 3);
    case 'w':
      return String(of('$dayOfWeek'));
    case 'u':
      return String(of('$isoDayOfWeek'));
    case 'U':
      return padded('$week', 2);
    case 'V':
      return padded('$isoWeek', 2);
    case 'G':
      return padded('$isoWeekYear', 4);
    case 'z': {
      const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
      if (!Number.isInteger(rest)) undecided('seconds in an offset');
      return (minutes < 0 ? '-' : '+') + String(hours).padStart(2, '0') + String(rest).padStart(2, '0');
    }
    case 'Z':
      return Number.isInteger(minutes) ? String(minutes) : undecided('seconds in an offset');
    case '%':
      return '%';
    default:
      return refuse('no such part');
  }
}
