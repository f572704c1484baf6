import { badValue } from '../../refusals';
import { offsetAt } from './time-zone';

/*
 * Dates as text.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/dateFromString/
 */

/** Parts of a local date and time. */
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
 * The moment of local parts; what is beyond a part's range carries over (month 14 is February).
 * @param zone how local time stands to UTC
 */
export function momentOf(
  { year, month, day, hour, minute, second, millisecond }: Parts,
  zone?: string,
): Date {
  const local = new Date(0);
  local.setUTCFullYear(year, month - 1, day);
  local.setUTCHours(hour, minute, second, millisecond);
  const time = local.getTime();
  // The offset is of the moment itself, which is not known yet: taken twice it is, but within the hour a clock skips.
  const near = time - offsetAt(time, zone);
  const date = new Date(time - offsetAt(near, zone));
  if (Number.isNaN(date.getTime())) throw badValue('date out of range');
  return date;
}

const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/;

/** Reads `2022-12-20`, `2022-12-20T08:00:00.000Z` and what lies between. @throws PlatformError for other text */
export function parseDate(text: string, zone?: string): Date {
  const found = ISO.exec(text.trim());
  if (!found) throw badValue(`Error parsing date string '${text}'`);
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0', ownZone] = found;
  if (ownZone !== undefined && zone !== undefined)
    throw badValue(
      `you cannot pass in a date/time string with time zone information ('${ownZone}') together with a timezone argument`,
    );
  const parts = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    millisecond: Math.floor(Number(`0.${fraction}`) * 1000 + 1e-6),
  };
  return checked(text, parts, ownZone ?? zone);
}

const READABLE: Record<string, readonly [pattern: string, part: keyof Parts | 'zone']> = {
  Y: ['(\\d{4})', 'year'],
  m: ['(\\d{1,2})', 'month'],
  d: ['(\\d{1,2})', 'day'],
  H: ['(\\d{1,2})', 'hour'],
  M: ['(\\d{1,2})', 'minute'],
  S: ['(\\d{1,2})', 'second'],
  L: ['(\\d{1,3})', 'millisecond'],
  z: ['([+-]\\d{2}:?\\d{2}|Z)', 'zone'],
};

/** Reads text by a format of `%Y %m %d %H %M %S %L %z`. @throws PlatformError when it does not fit */
export function parseDateAs(text: string, format: string, zone?: string): Date {
  const names: (keyof Parts | 'zone')[] = [];
  const pattern = format.replace(/%(.)|[\s\S]/g, (given, letter: string | undefined) => {
    const readable = letter === undefined ? undefined : READABLE[letter];
    if (readable) names.push(readable[1]);
    else if (letter !== undefined && letter !== '%')
      throw badValue(`Invalid format character '%${letter}' in format string`);
    return readable ? readable[0] : (letter ?? given).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  const found = new RegExp(`^${pattern}$`).exec(text);
  if (!found) throw badValue(`Error parsing date string '${text}'`);
  const parts: Parts = { year: NaN, month: NaN, day: NaN, hour: 0, minute: 0, second: 0, millisecond: 0 };
  let ownZone = zone;
  names.forEach((name, i) => {
    const value = found[i + 1] as string;
    if (name === 'zone') ownZone = value;
    else parts[name] = Number(value);
  });
  if ([parts.year, parts.month, parts.day].some(Number.isNaN))
    throw badValue(`an incomplete date/time string has been found, with elements missing: '${text}'`);
  return checked(text, parts, ownZone);
}

function checked(text: string, parts: Parts, zone: string | undefined): Date {
  const { year, month, day, hour, minute, second } = parts;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > days || hour > 24 || minute > 59 || second > 60)
    throw badValue(`Error parsing date string '${text}'`);
  return momentOf(parts, zone);
}
