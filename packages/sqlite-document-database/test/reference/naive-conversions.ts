import { isNone, isPlain, isWhole, refuse, undecided, type Maybe, type OfValues } from './naive-kinds';

/** `$type` and the conversions. Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/convert/ */
export const naiveConversions: Record<string, OfValues> = {
  $type: ([value]) => typeName(value),
  $isNumber: ([value]) => typeof value === 'number',
  $isArray: ([value]) => Array.isArray(value),
  $toString: converting('string'),
  $toInt: converting('int'),
  $toLong: converting('long'),
  $toDouble: converting('double'),
  $toBool: converting('bool'),
  $toDate: converting('date'),
  $convert(values, { input, to, onError, onNull }) {
    if (typeof to !== 'string') return to === null ? null : undecided('types by number');
    if (isNone(input)) return onNull ?? null;
    try {
      return convert(input, to);
    } catch (cause) {
      if (onError === undefined || !(cause instanceof Error && cause.constructor.name === 'Refusal'))
        throw cause;
      return onError;
    }
  },
};

/** The text of a number or date, as the conversions write it. */
export function naiveText(value: Maybe): string {
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'number') return refuse('no string');
  if (Math.abs(value) > 1e15 || Object.is(value, -0)) undecided('how doubles are written');
  return String(value);
}

function converting(to: string): OfValues {
  return ([value]) => (isNone(value) ? null : convert(value, to));
}

function convert(value: Maybe, to: string): Maybe {
  switch (to) {
    case 'string':
      return naiveText(value);
    case 'bool':
      return value !== false && value !== 0;
    case 'int':
      return wholeWithin(value, 2 ** 31);
    case 'long':
      return value instanceof Date ? Number(value) : wholeWithin(value, 2 ** 63);
    case 'double':
      if (value instanceof Date) return Number(value);
      return typeof value === 'string' ? numberIn(value) : numberOf(value);
    case 'date':
      if (value instanceof Date) return value;
      if (typeof value === 'string') return undecided('the forms of dates');
      if (typeof value !== 'number') return refuse('no date');
      if (Number.isNaN(value)) return refuse('no date');
      return Math.abs(value) < 2 ** 31 || Math.abs(value) > 8e15 ? undecided('int or long') : new Date(value);
    default:
      return refuse('no such type');
  }
}

function wholeWithin(value: Maybe, limit: number): number {
  if (typeof value === 'string') {
    const whole = /^[+-]?\d+$/.test(value) ? Number(value) : refuse('no integer');
    return whole >= -limit && whole < limit ? whole + 0 : refuse('out of range');
  }
  const number = Math.trunc(numberOf(value));
  return number >= -limit && number < limit ? number + 0 : refuse('out of range');
}

function numberOf(value: Maybe): number {
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'number' ? value : refuse('no number');
}

function numberIn(text: string): number {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) refuse('no number');
  return Number(text);
}

function typeName(value: Maybe): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (isPlain(value)) return 'object';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'string') return 'string';
  if (!isWhole(value)) return 'double';
  return Math.abs(value) < 2 ** 31 ? 'int' : 'long';
}
