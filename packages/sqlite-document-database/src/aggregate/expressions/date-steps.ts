import { badValue } from '../../refusals';
import { momentOf } from './date-text';
import { dateOf, localOf, zoneOf } from './dates';
import { isGivenNone, isNone, longOf, shown, stringOf, type Maybe, type NamedOperator } from './operator';
import { offsetAt } from './time-zone';

const dayMs = 86_400_000;

/** Units of a fixed length, in milliseconds. */
const fixed: Record<string, number> = {
  millisecond: 1,
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: dayMs,
  week: 7 * dayMs,
};
/** Units whose length varies, in months. */
const unitMonths: Record<string, number> = { month: 1, quarter: 3, year: 12 };
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/**
 * Operators that add to a date, round it down, or count the units between two.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/dateAdd/
 */
export const dateSteps: Record<string, NamedOperator> = {
  $dateAdd: stepping('$dateAdd', 1),
  $dateSubtract: stepping('$dateSubtract', -1),
  $dateDiff: {
    required: ['startDate', 'endDate', 'unit'],
    optional: ['timezone', 'startOfWeek'],
    compute(options) {
      if (isGivenNone(options, 'startDate', 'endDate', 'unit')) return null;
      const unit = unitOf(options.unit);
      const first = firstDayOf(unit, options);
      if (first === undefined || isGivenNone(options, 'timezone')) return null;
      const [start, end] = [options.startDate, options.endDate].map((date) => {
        const moment = dateOf('$dateDiff', date).getTime();
        return { moment, offset: offsetAt(moment, zoneOf(options.timezone)) };
      }) as [Instant, Instant];
      const units = unitsSince(localTime(end), unit, first) - unitsSince(localTime(start), unit, first);
      const length = fixed[unit];
      // Hours and shorter units measure elapsed time, even across a change of the clocks.
      if (length === undefined || length >= dayMs) return units;
      return units - Math.trunc((end.offset - start.offset) / length);
    },
  },
  $dateTrunc: {
    required: ['date', 'unit'],
    optional: ['binSize', 'timezone', 'startOfWeek'],
    compute(options) {
      const { date, binSize = 1, timezone } = options;
      if (isGivenNone(options, 'date', 'binSize')) return null;
      const size = longOf('$dateTrunc', binSize);
      if (size < 1) throw badValue('$dateTrunc requires a positive binSize');
      if (isNone(options.unit)) return null;
      const unit = unitOf(options.unit);
      const first = firstDayOf(unit, options);
      if (first === undefined || isGivenNone(options, 'timezone')) return null;
      return truncated(dateOf('$dateTrunc', date), unit, size, first, zoneOf(timezone));
    },
  },
};

/** A moment, with the offset of local time from UTC at that moment. */
interface Instant {
  moment: number;
  offset: number;
}

function localTime({ moment, offset }: Instant): Date {
  return new Date(moment + offset);
}

function stepping(operator: string, sign: 1 | -1): NamedOperator {
  return {
    required: ['startDate', 'unit', 'amount'],
    optional: ['timezone'],
    compute(options) {
      const { startDate, unit, amount, timezone } = options;
      if (isGivenNone(options, 'startDate', 'unit', 'amount', 'timezone')) return null;
      const name = unitOf(unit);
      const date = dateOf(operator, startDate);
      const steps = sign * longOf(operator, amount);
      const length = fixed[name];
      // Days and longer units step on the local calendar, because a day may have 23 or 25 hours.
      if (length !== undefined && length < dayMs) return checkedDate(date.getTime() + steps * length);
      const local = localOf(operator, date, timezone);
      if (length !== undefined) return atLocal(checkedDate(local.getTime() + steps * length), timezone);
      const month = local.getUTCFullYear() * 12 + local.getUTCMonth() + steps * (unitMonths[name] as number);
      const moved = new Date(0);
      moved.setUTCFullYear(Math.floor(month / 12), (month % 12) + (month % 12 < 0 ? 13 : 1), 0);
      // `moved` is the last day of the month: the day before the first of the next.
      moved.setUTCDate(Math.min(local.getUTCDate(), moved.getUTCDate()));
      return atLocal(checkedDate(moved.getTime() + timeOfDay(local)), timezone);
    },
  };
}

function timeOfDay(local: Date): number {
  return local.getTime() - Math.floor(local.getTime() / dayMs) * dayMs;
}

function checkedDate(time: number): Date {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) throw badValue('date overflow');
  return date;
}

/**
 * How many whole units lie before a local date, counted from a fixed origin, so that differences of two counts are meaningful.
 */
function unitsSince(local: Date, unit: string, firstDay: number): number {
  const length = fixed[unit];
  if (length === undefined)
    return Math.floor((local.getUTCFullYear() * 12 + local.getUTCMonth()) / (unitMonths[unit] as number));
  // The first day of 1970 was a Thursday.
  if (unit === 'week') return Math.floor((Math.floor(local.getTime() / dayMs) + 4 - firstDay) / 7);
  return Math.floor(local.getTime() / length);
}

/**
 * The beginning of the bin that a date falls into. Bins are counted from the local 2000-01-01; bins of weeks from the first day
 * on or after it that begins a week. Bins of hours and shorter units have a fixed length, whatever the clocks do.
 */
function truncated(date: Date, unit: string, size: number, firstDay: number, zone: string | undefined): Date {
  const length = fixed[unit];
  const origin = Date.UTC(2000, 0, 1);
  if (length !== undefined && length < dayMs) {
    const start = origin - offsetAt(origin, zone);
    return new Date(start + below(date.getTime() - start, length * size));
  }
  const local = new Date(date.getTime() + offsetAt(date.getTime(), zone));
  if (length === undefined) {
    const since = (local.getUTCFullYear() - 2000) * 12 + local.getUTCMonth();
    return atLocal(checkedDate(Date.UTC(2000, below(since, size * (unitMonths[unit] as number)), 1)), zone);
  }
  // The first day of 2000 was a Saturday.
  const start = origin + (unit === 'week' ? ((firstDay - 6 + 7) % 7) * dayMs : 0);
  return atLocal(checkedDate(start + below(local.getTime() - start, length * size)), zone);
}

/** The greatest multiple of a size that is not above the value. */
function below(value: number, size: number): number {
  return Math.floor(value / size) * size;
}

function atLocal(local: Date, zone: Maybe): Date {
  return momentOf(
    {
      year: local.getUTCFullYear(),
      month: local.getUTCMonth() + 1,
      day: local.getUTCDate(),
      hour: local.getUTCHours(),
      minute: local.getUTCMinutes(),
      second: local.getUTCSeconds(),
      millisecond: local.getUTCMilliseconds(),
    },
    zoneOf(zone),
  );
}

function unitOf(value: Maybe): string {
  const unit = stringOf('unit', value);
  if (!Object.hasOwn(fixed, unit) && !Object.hasOwn(unitMonths, unit))
    throw badValue(`unknown time unit value: ${shown(value)}`);
  return unit;
}

/** The weekday on which weeks begin, 0 for Sunday; undefined when `startOfWeek` is null. Only the unit `week` asks for it. */
function firstDayOf(unit: string, options: Readonly<Record<string, Maybe>>): number | undefined {
  if (unit !== 'week') return 0;
  if (isGivenNone(options, 'startOfWeek')) return undefined;
  const { startOfWeek = 'sunday' } = options;
  const name = stringOf('startOfWeek', startOfWeek).toLowerCase();
  const at = weekdays.findIndex((day) => day === name || day.slice(0, 3) === name);
  if (at < 0) throw badValue(`unknown day of week value: ${shown(startOfWeek)}`);
  return at;
}
