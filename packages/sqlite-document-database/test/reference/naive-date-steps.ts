import { isNone, refuse, undecided, type Maybe, type OfValues } from './naive-kinds';
import { dateOnly, isGivenNone, localDate, momentAt, offsetAt } from './naive-local-time';

const dayMs = 86_400_000;
const clock: Record<string, number> = { millisecond: 1, second: 1000, minute: 60_000, hour: 3_600_000 };
const unitDays: Record<string, number> = { day: 1, week: 7 };
const unitMonths: Record<string, number> = { month: 1, quarter: 3, year: 12 };

/**
 * Operators that add to a date, round it down, or count the units between two.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/dateDiff/
 */
export const naiveDateSteps: Record<string, OfValues> = {
  $dateAdd: stepping(1),
  $dateSubtract: stepping(-1),
  $dateDiff(values, options) {
    const { startDate, endDate, unit, timezone } = options;
    if (isNone(startDate) || isNone(endDate)) return null;
    const first = firstDayOf(options);
    if (first === null || isGivenNone(options, 'timezone')) return null;
    const [start, end] = [dateOnly(startDate), dateOnly(endDate)];
    const length = clock[unit as string];
    if (length !== undefined) {
      // Both dates are read on a clock that keeps the first date's offset, because hours measure elapsed time.
      const [before, after] = [offsetAt(Number(start), timezone), offsetAt(Number(end), timezone)];
      if ((after - before) % length !== 0 && length > 1) undecided('set by less than the unit');
      const shown = (date: Date): number => Math.floor((Number(date) + before) / length);
      return length === 1 ? Number(end) - Number(start) : shown(end) - shown(start);
    }
    const [from, to] = [localDate(start, timezone), localDate(end, timezone)];
    if (unit === 'day') return dayOf(to) - dayOf(from);
    // The number of week beginnings between the two dates.
    if (unit === 'week') return (startOfWeek(to, first) - startOfWeek(from, first)) / 7;
    const months = unitMonths[unit as string] as number;
    return Math.floor(monthOf(to) / months) - Math.floor(monthOf(from) / months);
  },
  $dateTrunc(values, options) {
    const { date, unit, binSize = 1, timezone } = options;
    if (isNone(date) || isGivenNone(options, 'binSize')) return null;
    if (typeof binSize !== 'number' || !Number.isInteger(binSize) || binSize < 1) refuse('the bin');
    const first = firstDayOf(options);
    if (first === null || isGivenNone(options, 'timezone')) return null;
    const moment = dateOnly(date).getTime();
    const reference = Date.UTC(2000, 0, 1);
    const below = (value: number, size: number): number => {
      const over = value % size;
      return over < 0 ? value - over - size : value - over;
    };
    const length = clock[unit as string];
    if (length !== undefined) {
      const beginning = reference - offsetAt(reference, timezone);
      return dated(beginning + below(moment - beginning, length * binSize));
    }
    const local = localDate(dateOnly(date), timezone);
    const days = unitDays[unit as string];
    if (days !== undefined) {
      // Bins of weeks begin on the first such weekday from 2000-01-01, which was a Saturday.
      let start = dayOf(new Date(reference));
      while (days === 7 && weekdayOf(start) !== first) start++;
      return momentAt((start + below(dayOf(local) - start, days * binSize)) * dayMs, timezone);
    }
    const since = below(monthOf(local) - 2000 * 12, (unitMonths[unit as string] as number) * binSize);
    return momentAt(dayOfMonth(2000 * 12 + since, 1) * dayMs, timezone);
  },
};

function stepping(sign: 1 | -1): OfValues {
  return (values, options) => {
    const { startDate, unit, amount, timezone } = options;
    if (isNone(startDate) || isNone(amount) || isGivenNone(options, 'timezone')) return null;
    const start = dateOnly(startDate);
    if (typeof amount !== 'number' || !Number.isInteger(amount)) refuse('the amount');
    if (amount > 2 ** 53) undecided('a double that is whole');
    const length = clock[unit as string];
    if (length !== undefined) return dated(start.getTime() + sign * amount * length);
    const local = localDate(start, timezone);
    const timeOfDay = local.getTime() - dayOf(local) * dayMs;
    const days = unitDays[unit as string];
    if (days !== undefined)
      return momentAt((dayOf(local) + sign * amount * days) * dayMs + timeOfDay, timezone);
    const month = monthOf(local) + sign * amount * (unitMonths[unit as string] as number);
    return momentAt(dayOfMonth(month, local.getUTCDate()) * dayMs + timeOfDay, timezone);
  };
}

function dated(time: number): Date {
  return Math.abs(time) > 8e15 ? undecided('beyond what a Date holds') : new Date(time);
}

/** The number of days since the start of 1970. */
function dayOf(local: Date): number {
  return Math.floor(local.getTime() / dayMs);
}

/** The weekday, Sunday is 0; the first day of 1970 was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

function monthOf(local: Date): number {
  return local.getUTCFullYear() * 12 + local.getUTCMonth();
}

/** The given day of a month, as days since 1970; the month's last day where it is shorter. Months are counted from year 0. */
function dayOfMonth(month: number, day: number): number {
  if (Math.abs(month) > 100_000) undecided('beyond what a Date holds');
  const first = new Date(0);
  first.setUTCFullYear(Math.floor(month / 12), ((month % 12) + 12) % 12, 1);
  let found = dayOf(first);
  for (let at = 1; at < day && monthOf(new Date((found + 1) * dayMs)) === month; at++) found++;
  return found;
}

function startOfWeek(local: Date, first: number): number {
  let day = dayOf(local);
  while (weekdayOf(day) !== first) day--;
  return day;
}

/** The weekday on which weeks begin; null when `startOfWeek` is null. Only the unit `week` asks for it. */
function firstDayOf(options: Record<string, Maybe>): number | null {
  if (isGivenNone(options, 'startOfWeek')) return options.unit === 'week' ? null : 0;
  const name = String(options.startOfWeek ?? 'sun').toLowerCase();
  const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
  const at = names.findIndex((day) => day === name || day.slice(0, 3) === name);
  if (at < 0 && options.unit !== 'week') undecided('nobody asks for it');
  return at < 0 ? refuse('no such day') : at;
}
