import { badValue } from '../../refusals';
import { momentOf } from './date-text';
import { dateOf, localOf, zoneOf } from './dates';
import { integerOf, isNone, shown, stringOf, type Maybe, type NamedOperator } from './operator';

const DAY = 86_400_000;

/** Units of one length, in milliseconds. */
const FIXED: Record<string, number> = {
  millisecond: 1,
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: DAY,
  week: 7 * DAY,
};
/** Units that differ in length, in months. */
const MONTHS: Record<string, number> = { month: 1, quarter: 3, year: 12 };
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Steps between dates. Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/dateAdd/ */
export const DATE_STEPS: Record<string, NamedOperator> = {
  $dateAdd: stepping('$dateAdd', 1),
  $dateSubtract: stepping('$dateSubtract', -1),
  $dateDiff: {
    required: ['startDate', 'endDate', 'unit'],
    optional: ['timezone', 'startOfWeek'],
    compute(options) {
      const { startDate, endDate, unit, timezone, startOfWeek } = options;
      if ([startDate, endDate, unit].some(isNone) || timezone === null) return null;
      const first = weekday(startOfWeek ?? 'sunday');
      const count = (date: Maybe): number =>
        unitsSince(localOf('$dateDiff', date, timezone), unitOf(unit), first);
      return count(endDate) - count(startDate);
    },
  },
  $dateTrunc: {
    required: ['date', 'unit'],
    optional: ['binSize', 'timezone', 'startOfWeek'],
    compute({ date, unit, binSize = 1, timezone, startOfWeek = 'sunday' }) {
      if ([date, unit, binSize, startOfWeek].some(isNone) || timezone === null) return null;
      const size = integerOf('$dateTrunc', binSize);
      if (size < 1) throw badValue('$dateTrunc requires a positive binSize');
      const local = localOf('$dateTrunc', date, timezone);
      return truncated(local, unitOf(unit), size, weekday(startOfWeek), zoneOf(timezone));
    },
  },
};

function stepping(operator: string, sign: 1 | -1): NamedOperator {
  return {
    required: ['startDate', 'unit', 'amount'],
    optional: ['timezone'],
    compute({ startDate, unit, amount, timezone }) {
      if ([startDate, unit, amount].some(isNone) || timezone === null) return null;
      const steps = sign * integerOf(operator, amount);
      const name = unitOf(unit);
      const date = dateOf(operator, startDate);
      const length = FIXED[name];
      // Days and longer are counted on the local calendar, whose days may have 23 hours.
      if (length !== undefined && length < DAY) return new Date(date.getTime() + steps * length);
      const local = localOf(operator, date, timezone);
      if (length !== undefined) return atLocal(new Date(local.getTime() + steps * length), zoneOf(timezone));
      const month = local.getUTCFullYear() * 12 + local.getUTCMonth() + steps * (MONTHS[name] as number);
      const [year, inYear] = [Math.floor(month / 12), month - Math.floor(month / 12) * 12];
      const lastDay = new Date(Date.UTC(year, inYear + 1, 0)).getUTCDate();
      const moved = new Date(local);
      moved.setUTCFullYear(year, inYear, Math.min(local.getUTCDate(), lastDay));
      return atLocal(moved, zoneOf(timezone));
    },
  };
}

/** How many whole units lie before a local date, counted from one beginning for all. */
function unitsSince(local: Date, unit: string, firstDay: number): number {
  const length = FIXED[unit];
  if (length === undefined)
    return Math.floor((local.getUTCFullYear() * 12 + local.getUTCMonth()) / (MONTHS[unit] as number));
  // 1970 began on a Thursday.
  if (unit === 'week') return Math.floor((Math.floor(local.getTime() / DAY) + 4 - firstDay) / 7);
  return Math.floor(local.getTime() / length);
}

/** The beginning of the bin; bins are counted from 2000-01-01, those of weeks from the first of their first day. */
function truncated(
  local: Date,
  unit: string,
  size: number,
  firstDay: number,
  zone: string | undefined,
): Date {
  const length = FIXED[unit];
  const origin = Date.UTC(2000, 0, 1);
  if (length === undefined) {
    const months = size * (MONTHS[unit] as number);
    const since = (local.getUTCFullYear() - 2000) * 12 + local.getUTCMonth();
    const start = Math.floor(since / months) * months;
    return atLocal(new Date(Date.UTC(2000, start, 1)), zone);
  }
  // 2000 began on a Saturday.
  const shift = unit === 'week' ? ((firstDay - 6 + 7) % 7) * DAY : 0;
  const bin = length * size;
  const start = Math.floor((local.getTime() - origin - shift) / bin) * bin + origin + shift;
  return atLocal(new Date(start), zone);
}

function atLocal(local: Date, zone: string | undefined): Date {
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
    zone,
  );
}

function unitOf(value: Maybe): string {
  const unit = stringOf('unit', value);
  if (!Object.hasOwn(FIXED, unit) && !Object.hasOwn(MONTHS, unit))
    throw badValue(`unknown time unit value: ${shown(value)}`);
  return unit;
}

function weekday(value: Maybe): number {
  const name = stringOf('startOfWeek', value).toLowerCase();
  const at = WEEKDAYS.findIndex((day) => day === name || day.slice(0, 3) === name);
  if (at < 0) throw badValue(`unknown day of week value: ${shown(value)}`);
  return at;
}
