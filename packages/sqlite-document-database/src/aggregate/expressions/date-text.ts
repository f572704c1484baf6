import { badValue } from '../../refusals';
import { readDay, readTime, readZone, splitDateText } from './date-words';
import { offsetAt } from './time-zone';

/*
 * Reads dates from text.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/dateFromString/
 */

/** The parts of a local date and time. */
interface Parts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

/**
 * The moment of a local date and time. A part beyond its range carries over: month 14 is February of the next year.
 * @param zone the time zone of the parts; UTC when missing
 */
export function momentOf(
  { year, month, day, hour, minute, second, millisecond }: Parts,
  zone?: string,
): Date {
  const local = new Date(0);
  local.setUTCFullYear(year, month - 1, day);
  local.setUTCHours(hour, minute, second, millisecond);
  const time = local.getTime();
  // The UTC offset depends on the moment that we compute. Applying it twice converges, except inside the hour that a clock change skips.
  const near = time - offsetAt(time, zone);
  const date = new Date(time - offsetAt(near, zone));
  if (Number.isNaN(date.getTime())) throw badValue('date out of range');
  return date;
}

/**
 * Reads `2022-12-20T08:00:00.000Z`, `July 4th, 2017 5pm EST` and the forms in between. @throws PlatformError for other
 * text, and for one that names a zone although `zone` is given
 */
export function parseDate(text: string, zone?: string): Date {
  const { day, time, zoneName } = splitDateText(text);
  const date = readDay(day);
  const clock = readTime(time);
  if (!date || !clock) throw badValue(`Error parsing date string '${text}'`);
  const ownZone = zoneName === '' ? undefined : readZone(zoneName);
  if (zoneName !== '' && ownZone === undefined) throw badValue(`Error parsing date string '${text}'`);
  if (ownZone !== undefined && zone !== undefined) throw twoZones(zoneName);
  return checked(text, { ...date, ...clock }, ownZone ?? zone);
}

const readableParts: Record<string, readonly [pattern: string, part: ReadPart]> = {
  Y: ['(\\d{4})', 'year'],
  G: ['(\\d{4})', 'isoWeekYear'],
  m: ['(\\d{1,2})', 'month'],
  d: ['(\\d{1,2})', 'day'],
  V: ['(\\d{1,2})', 'isoWeek'],
  u: ['(\\d)', 'isoDayOfWeek'],
  H: ['(\\d{1,2})', 'hour'],
  M: ['(\\d{1,2})', 'minute'],
  S: ['(\\d{1,2})', 'second'],
  L: ['(\\d{1,3})', 'millisecond'],
  z: ['([+-]\\d{2}:?\\d{2}|Z)', 'zone'],
};

type ReadPart = keyof Parts | 'isoWeekYear' | 'isoWeek' | 'isoDayOfWeek' | 'zone';

/**
 * Reads text by a format of `%Y %m %d %G %V %u %H %M %S %L %z`.
 * @throws PlatformError when the text does not fit, or names a zone although `zone` is given
 */
export function parseDateAs(text: string, format: string, zone?: string): Date {
  const names: ReadPart[] = [];
  const pattern = format.replace(/%(.)|[\s\S]/g, (given, letter: string | undefined) => {
    const readable = letter === undefined ? undefined : readableParts[letter];
    if (readable) names.push(readable[1]);
    else if (letter !== undefined && letter !== '%')
      throw badValue(`Invalid format character '%${letter}' in format string`);
    return readable ? readable[0] : (letter ?? given).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  const found = new RegExp(`^${pattern}$`).exec(text);
  if (!found) throw badValue(`Error parsing date string '${text}'`);
  const read: Partial<Record<ReadPart, string>> = {};
  names.forEach((name, i) => (read[name] = found[i + 1]));
  if (read.zone !== undefined && zone !== undefined) throw twoZones(read.zone);
  const { hour = '0', minute = '0', second = '0', millisecond = '0' } = read;
  const time = {
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    // The first digit of a fraction of a second is tenths.
    millisecond: Number(millisecond.padEnd(3, '0')),
  };
  return checked(text, { ...dayOf(text, read), ...time }, read.zone ?? zone);
}

/** The day that the parts name, by month and day or by ISO week. */
function dayOf(text: string, read: Partial<Record<ReadPart, string>>): Pick<Parts, 'year' | 'month' | 'day'> {
  const { year, month, day, isoWeekYear, isoWeek = '1', isoDayOfWeek = '1' } = read;
  if (isoWeekYear !== undefined && year === undefined) {
    const date = new Date(0);
    // January 4th is always in the first ISO week.
    date.setUTCFullYear(Number(isoWeekYear), 0, 4);
    date.setUTCDate(4 - ((date.getUTCDay() + 6) % 7) + (Number(isoWeek) - 1) * 7 + Number(isoDayOfWeek) - 1);
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  }
  if (year === undefined || month === undefined || day === undefined || isoWeekYear !== undefined)
    throw badValue(`an incomplete date/time string has been found, with elements missing: '${text}'`);
  return { year: Number(year), month: Number(month), day: Number(day) };
}

function twoZones(own: string): Error {
  return badValue(
    `you cannot pass in a date/time string with time zone information ('${own}') together with a timezone argument`,
  );
}

function checked(text: string, parts: Parts, zone: string | undefined): Date {
  const { year, month, day, hour, minute, second } = parts;
  const last = new Date(0);
  last.setUTCFullYear(year, month, 0);
  const days = last.getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > days || hour > 24 || minute > 59 || second > 60)
    throw badValue(`Error parsing date string '${text}'`);
  return momentOf(parts, zone);
}
