import { isNone, refuse, undecided, type Maybe, type OfValues } from './naive-kinds';
import { isGivenNone, momentAt, offsetAt } from './naive-local-time';

/**
 * Reads dates from text.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/dateFromString/
 */
export const naiveDateText: Record<string, OfValues> = {
  $dateFromString(values, options) {
    const { dateString, format, timezone } = options;
    if (isNone(dateString)) return 'onNull' in options ? options.onNull : null;
    try {
      if (typeof dateString !== 'string') refuse('no string');
      if (isGivenNone(options, 'timezone', 'format')) return null;
      return format === undefined
        ? undecided('the forms of dates')
        : read(dateString, String(format), timezone);
    } catch (cause) {
      if (!('onError' in options) || !(cause instanceof Error && cause.constructor.name === 'Refusal'))
        throw cause;
      return options.onError;
    }
  },
};

/** The fewest and the most digits of each part. */
const digitsOfParts: Record<string, [number, number]> = {
  Y: [4, 4],
  G: [4, 4],
  m: [1, 2],
  d: [1, 2],
  H: [1, 2],
  M: [1, 2],
  S: [1, 2],
  V: [1, 2],
  u: [1, 1],
  L: [1, 3],
};

/** Reads the text along the format, letter by letter; each part takes as many digits as it can. */
function read(text: string, format: string, timezone: Maybe): Date {
  const parts: Record<string, number> = {};
  let rest = text;
  let zone = timezone;
  for (const [sign] of format.matchAll(/%.|[^]/gu)) {
    const letter = sign.length > 1 && sign.startsWith('%') ? sign.slice(1) : undefined;
    if (letter === 'z') {
      const found = /^[+-]\d\d:?\d\d/.exec(rest)?.[0] ?? refuse('no offset');
      if (timezone !== undefined) refuse('two zones');
      zone = found;
      rest = rest.slice(found.length);
    } else if (letter !== undefined && letter !== '%') {
      const [least, most] = digitsOfParts[letter] ?? undecided('another letter');
      let digits = '';
      while (digits.length < most && /^\d/.test(rest)) {
        digits += rest.charAt(0);
        rest = rest.slice(1);
      }
      if (digits.length < least) refuse('digits');
      // The first digit of a fraction of a second is tenths.
      parts[letter] = Number(letter === 'L' ? digits.padEnd(3, '0') : digits);
    } else {
      if (!rest.startsWith(letter ?? sign)) refuse('another text');
      rest = rest.slice((letter ?? sign).length);
    }
  }
  if (rest !== '') refuse('more text');
  const { Y, m, d, G, V = 1, u = 1, H = 0, M = 0, S = 0, L = 0 } = parts;
  const days = new Date(0);
  if (Y !== undefined && m !== undefined && d !== undefined && G === undefined) {
    days.setUTCFullYear(Y, m - 1, d);
    if (days.getUTCMonth() !== m - 1 || days.getUTCDate() !== d) refuse('no such day');
  } else if (G !== undefined && Y === undefined) {
    if (V < 1 || V > 52 || u < 1 || u > 7) undecided('beyond most years');
    days.setUTCFullYear(G, 0, 4);
    const monday = days.getUTCDate() - ((days.getUTCDay() + 6) % 7);
    days.setUTCDate(monday + (V - 1) * 7 + u - 1);
  } else refuse('incomplete');
  if (H > 23 || M > 59 || S > 59) undecided('leap seconds and midnights');
  const local = days.getTime() + H * 3_600_000 + M * 60_000 + S * 1000 + L;
  return typeof zone === 'string' && /^[+-]/.test(zone)
    ? new Date(local - offsetAt(local, zone))
    : momentAt(local, zone);
}
