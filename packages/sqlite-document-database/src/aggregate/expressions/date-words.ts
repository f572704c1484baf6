/*
 * The days, times and zones that MongoDB reads without a format.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/dateFromString/, and the forms that its tests
 * hold (jstests/aggregation/expressions/date_from_string.js), which are those of the library timelib.
 */

/** A text of a date by its parts; the time and the zone may be empty. */
export interface DateText {
  day: string;
  time: string;
  zoneName: string;
}

const timePattern = String.raw`\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d{1,9})?)?(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?|(?<=T)\d{4}(?:\d{2})?`;
const zonePattern = String.raw`(?:GMT|UTC)?[+-]\d{1,2}(?::?\d{2})?|[a-z]{1,5}`;
const whole = new RegExp(
  String.raw`^(?<day>.*?)(?:(?:[T\s,]|(?<=\d)T)\s*(?<time>${timePattern})\s*(?<zone>${zonePattern})?)?$`,
  'is',
);
const dayWithZone = new RegExp(
  String.raw`^(?<day>\d{4}-\d{1,2}-\d{1,2})\s*(?<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)$`,
);

export function splitDateText(text: string): DateText {
  const trimmed = text.trim();
  const { day = '', time = '', zone = '' } = (dayWithZone.exec(trimmed) ?? whole.exec(trimmed))?.groups ?? {};
  return { day: day.trim(), time, zoneName: zone };
}

interface Day {
  year: number;
  month: number;
  day: number;
}

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthName =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

/** The forms of a day, and in which order they name year, month and day. */
const dayForms: [RegExp, order: 'ymd' | 'mdy' | 'dmy'][] = [
  [/^(\d{4})-(\d{1,2})-(\d{1,2})$/, 'ymd'],
  [/^(\d{4})\/(\d{1,2})\/(\d{1,2})$/, 'ymd'],
  [/^(\d{4})(\d{2})(\d{2})$/, 'ymd'],
  [/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, 'mdy'],
  [/^(\d{1,2})[-.](\d{1,2})[-.](\d{4})$/, 'dmy'],
  [new RegExp(`^${monthName}[ .-]*(\\d{1,2})(?:st|nd|rd|th)?[ ,.-]+(\\d{4})$`, 'i'), 'mdy'],
  [new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ .-]*${monthName}[ ,.-]*(\\d{4})$`, 'i'), 'dmy'],
  [new RegExp(`^(\\d{4})[ .-]?${monthName}[ .-]?(\\d{1,2})$`, 'i'), 'ymd'],
];

const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+/i;

export function readDay(text: string): Day | undefined {
  const plain = text.replace(weekday, '');
  for (const [form, order] of dayForms) {
    const found = form.exec(plain);
    if (!found) continue;
    const part = (letter: string): number => {
      const word = found[1 + order.indexOf(letter)] ?? '';
      return /^\d/.test(word) ? Number(word) : 1 + monthNames.indexOf(word.slice(0, 3).toLowerCase());
    };
    return { year: part('y'), month: part('m'), day: part('d') };
  }
  return undefined;
}

interface Time {
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

export function readTime(text: string): Time | undefined {
  const compact = /^(\d{2})(\d{2})(\d{2})?$/.exec(text);
  const found = compact ?? /^(\d{1,2})?(?:[:.](\d{2}))?(?:[:.](\d{2}))?(?:[.,](\d+))?\s*([ap])?/i.exec(text);
  const [, hour = '0', minute = '0', second = '0', fraction = '0', half] = found ?? [];
  if (half !== undefined && (Number(hour) < 1 || Number(hour) > 12)) return undefined;
  const noon =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return {
    hour: noon,
    minute: Number(minute),
    second: Number(second),
    millisecond: Math.floor(Number(`0.${fraction}`) * 1000 + 1e-6),
  };
}

/** The zones that texts name by letters, in hours from UTC. */
const zoneHours: Record<string, number> = {
  UTC: 0,
  GMT: 0,
  Z: 0,
  WET: 0,
  WEST: 1,
  BST: 1,
  CET: 1,
  CEST: 2,
  EET: 2,
  EEST: 3,
  MSK: 3,
  JST: 9,
  KST: 9,
  HKT: 8,
  AWST: 8,
  AEST: 10,
  AEDT: 11,
  NZST: 12,
  NZDT: 13,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  AKST: -9,
  AKDT: -8,
  HST: -10,
};

/** The offset that a zone's name means, as `+08:00`; undefined for an unknown name. */
export function readZone(name: string): string | undefined {
  const upper = name.toUpperCase();
  const offset = /^(?:GMT|UTC)?([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(upper);
  if (offset) return `${offset[1]}${offset[2]?.padStart(2, '0')}:${offset[3] ?? '00'}`;
  const hours = Object.hasOwn(zoneHours, upper) ? zoneHours[upper] : militaryHours(upper);
  if (hours === undefined) return undefined;
  return `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`;
}

/** The letters of military zones: A to M without J go east, N to Y west. */
function militaryHours(letter: string): number | undefined {
  if (!/^[A-Y]$/.test(letter)) return undefined;
  const east = 'ABCDEFGHIKLM'.indexOf(letter);
  const west = 'NOPQRSTUVWXY'.indexOf(letter);
  return east >= 0 ? east + 1 : west >= 0 ? -west - 1 : undefined;
}
