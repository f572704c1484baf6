import { refuse, undecided, type Maybe } from './naive-kinds';

const dayMs = 86_400_000;

/*
 * Time zones, by a method that the engine does not use: Intl writes the offset as text, and a local time is found by trying the
 * offsets that hold a day before and a day after.
 */

/** A date whose UTC parts equal the local parts of the given date. */
export function localDate(date: Date, timezone: Maybe): Date {
  return new Date(date.getTime() + offsetAt(date.getTime(), timezone));
}

/** The moment at which local clocks show the time; undecided when they show it twice or never. */
export function momentAt(local: number, timezone: Maybe): Date {
  if (Math.abs(local) > 8e15) undecided('beyond what a Date holds');
  const offsets = new Set([local - dayMs, local, local + dayMs].map((near) => offsetAt(near, timezone)));
  const moments = [...offsets]
    .map((offset) => local - offset)
    .filter((moment) => moment + offsetAt(moment, timezone) === local);
  return moments.length === 1 ? new Date(moments[0] as number) : undecided('no time, or two');
}

/** The offset of a time zone at a moment, in milliseconds east of Greenwich. */
export function offsetAt(moment: number, timezone: Maybe): number {
  if (timezone === undefined) return 0;
  if (typeof timezone !== 'string') return refuse('no zone');
  const text = /^[+-]/.test(timezone) ? timezone : offsetText(moment, timezone);
  const [, sign, hours, minutes = '0', seconds = '0'] =
    /^([+-])(\d\d):?(\d\d)?(?::(\d\d))?$/.exec(text) ?? refuse('no zone');
  const size = Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000;
  return sign === '-' ? -size : size;
}

const writers = new Map<string, Intl.DateTimeFormat>();

function offsetText(moment: number, timezone: string): string {
  let writer = writers.get(timezone);
  if (!writer) {
    try {
      writer = new Intl.DateTimeFormat('en', { timeZone: timezone, timeZoneName: 'longOffset' });
    } catch {
      return refuse('no such zone');
    }
    writers.set(timezone, writer);
  }
  const name = writer.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return name === 'GMT' ? '+00:00' : name.replace('GMT', '');
}

/** Whether a named argument was given and evaluated to null or missing. */
export function isGivenNone(options: Record<string, Maybe>, ...names: string[]): boolean {
  return names.some((name) => name in options && (options[name] === undefined || options[name] === null));
}

export function dateOnly(value: Maybe): Date {
  return value instanceof Date ? value : refuse('no date');
}

/** The ISO weekday: Monday is 1, Sunday 7. */
export function isoDay(local: Date): number {
  return local.getUTCDay() === 0 ? 7 : local.getUTCDay();
}

/** The Thursday of the same ISO week, because the week belongs to the year of its Thursday. */
export function thursdayOf(local: Date): Date {
  return new Date(local.getTime() + (4 - isoDay(local)) * dayMs);
}
