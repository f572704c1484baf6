import { badValue } from '../../refusals';

const hourMs = 3_600_000;
/**
 * Earlier moments use the offset of the year 100: clocks did not change before, and Intl writes years before year 1 without a
 * sign.
 */
const year100 = -59_011_459_200_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * The offset of local time from UTC at a moment, in milliseconds.
 * @param zone an Olson name (`Asia/Shanghai`) or an offset (`+08:00`, `+0800`, `+08`); UTC when missing
 * @throws PlatformError for an unknown zone
 */
export function offsetAt(moment: number, zone: string | undefined): number {
  if (zone === undefined || zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0;
  const fixed = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (fixed) {
    const [, sign, hours, minutes = '0'] = fixed;
    return (sign === '-' ? -1 : 1) * (Number(hours) * hourMs + Number(minutes) * 60_000);
  }
  const parts: Record<string, number> = {};
  const at = Math.max(moment, year100);
  for (const { type, value } of formatterOf(zone).formatToParts(at)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const local = new Date(0);
  local.setUTCFullYear(year, month - 1, day);
  local.setUTCHours(hour, minute, second);
  return local.getTime() - Math.floor(at / 1000) * 1000;
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    try {
      formatter = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    } catch {
      throw badValue(`unrecognized time zone identifier: "${zone}"`);
    }
    formatters.set(zone, formatter);
  }
  return formatter;
}
