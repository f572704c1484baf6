import { EJSON, ObjectId, type BSONValue } from 'bson';
import { maxRequestDepth } from '../limits';
import { badValue, invalidParam } from '../refusals';
import { isDocument, type Value } from './value';

/**
 * Parses canonical (or relaxed) Extended JSON.
 * Source: https://github.com/mongodb/specifications/blob/master/source/extended-json.md
 *
 * @param nowMs the time that `$tcb_server_date` (the SDKs' serverDate) adds its offset to, in milliseconds
 * @throws PlatformError when the text is not valid Extended JSON
 */
export function parseEjson(text: string, nowMs = 0): Value {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw badValue(`invalid Extended JSON: ${text.slice(0, 80)}`);
  }
  return revive(parsed, nowMs);
}

/** Turns parsed JSON with Extended JSON markers into values, in place where possible. */
export function revive(json: unknown, nowMs: number, depth = 0): Value {
  if (json === null || typeof json !== 'object') return json as Value;
  if (depth > maxRequestDepth) throw invalidParam(`nested deeper than ${maxRequestDepth} levels`);
  if (Array.isArray(json)) {
    for (let i = 0; i < json.length; i++) {
      const item: unknown = json[i];
      if (item !== null && typeof item === 'object') json[i] = revive(item, nowMs, depth + 1);
    }
    return json as Value[];
  }
  const object = json as Record<string, unknown>;
  let first = true;
  for (const key in object) {
    if (first && key.charCodeAt(0) === dollar && key in markers) {
      const scalar = markers[key]?.(object, nowMs, depth);
      if (scalar !== undefined) return scalar;
    }
    first = false;
    const item = object[key];
    if (item !== null && typeof item === 'object') object[key] = revive(item, nowMs, depth + 1);
  }
  return object as Value;
}

const dollar = 36;

type Marker = (object: Record<string, unknown>, nowMs: number, depth: number) => Value | undefined;

const viaBson: Marker = (object) => {
  try {
    return EJSON.deserialize(object as never, { relaxed: false }) as BSONValue;
  } catch {
    throw invalid(object);
  }
};

/** A value that no type of BSON can hold must not be stored, because it could never be read again. */
const invalid = (object: object): Error => badValue(`invalid ${Object.keys(object)[0]}`);

/** @throws PlatformError when the time is not a date, or beyond the range of a Date */
function validDate(time: number | string, object: object): Date {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) throw invalid(object);
  return date;
}

/** Replaces `Number` except for objects, because a sent object may have a field `toString` that is not a function. */
function numberOf(value: unknown): number {
  return typeof value === 'object' ? NaN : Number(value);
}

function validNumber(text: unknown, object: object): number {
  const number = numberOf(text);
  if (Number.isNaN(number) && text !== 'NaN') throw invalid(object);
  return number;
}

function validLong(text: unknown, object: object): number | bigint {
  const number = numberOf(text);
  if (Number.isSafeInteger(number)) return number;
  if (typeof text !== 'string' || !/^-?\d{1,19}$/.test(text)) throw invalid(object);
  const long = BigInt(text);
  if (BigInt.asIntN(64, long) !== long) throw invalid(object);
  return long;
}

/** Markers by first key. A marker answers undefined when the object is an ordinary one that merely looks like it. */
const markers: Record<string, Marker> = {
  $numberInt: (object) => validNumber(object.$numberInt, object),
  $numberDouble: (object) => validNumber(object.$numberDouble, object),
  $numberLong: (object) => validLong(object.$numberLong, object),
  $date: (object, nowMs, depth) => {
    const { $date } = object;
    const inner = $date !== null && typeof $date === 'object' ? revive($date, nowMs, depth + 1) : $date;
    return validDate(typeof inner === 'string' ? inner : numberOf(inner), object);
  },
  $oid: ({ $oid }) => {
    if (typeof $oid !== 'string' || !ObjectId.isValid($oid))
      throw badValue(`invalid ObjectId ${JSON.stringify($oid)}`);
    return ObjectId.createFromHexString($oid);
  },
  $regularExpression: (object) => {
    const { pattern, options = '' } = (object.$regularExpression ?? {}) as Record<string, unknown>;
    if (typeof pattern !== 'string' || typeof options !== 'string') throw invalid(object);
    return makeRegExp(pattern, options);
  },
  $tcb_server_date: (object, nowMs, depth) => {
    const offset = (object.$tcb_server_date as { offset?: unknown } | null)?.offset ?? 0;
    return validDate(nowMs + numberOf(revive(offset, nowMs, depth + 1)), object);
  },
  $undefined: () => null,
  $numberDecimal: viaBson,
  $binary: viaBson,
  $uuid: viaBson,
  $timestamp: viaBson,
  $minKey: viaBson,
  $maxKey: viaBson,
  $symbol: (object) => {
    if (typeof object.$symbol !== 'string') throw invalid(object);
    return object.$symbol;
  },
};

/**
 * A regular expression with MongoDB's options: `i`, `m`, `s`, and `x` (white space and comments are ignored).
 * JavaScript clients also send `g`, `u` and `y`, which mean nothing for a match and are dropped.
 * @throws PlatformError for a pattern or option that cannot be compiled
 */
export function makeRegExp(pattern: string, options: string): RegExp {
  const flags = [...new Set(options)].filter((flag) => 'ims'.includes(flag)).join('');
  if (/[^imsxguy]/.test(options)) throw badValue(`invalid flag in regex options: ${options}`);
  try {
    return new RegExp(options.includes('x') ? withoutExtendedSpace(pattern) : pattern, flags);
  } catch (cause) {
    throw badValue(`Regular expression is invalid: ${(cause as Error).message}`);
  }
}

function withoutExtendedSpace(pattern: string): string {
  return pattern.replace(/\\.|\[(?:\\.|[^\]\\])*\]|\s+|#[^\n]*/g, (part) =>
    /^[\s#]/.test(part) ? '' : part,
  );
}

/** Writes a value as canonical Extended JSON, byte for byte as the SDKs' own serialiser does for these types. */
export function stringifyEjson(value: Value): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
      return stringifyNumber(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'bigint':
      return `{"$numberLong":"${value}"}`;
    case 'object':
      return stringifyObject(value);
    default:
      return 'null';
  }
}

function stringifyObject(value: Exclude<Value, string | number | boolean | bigint>): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) {
    let text = '[';
    for (let i = 0; i < value.length; i++) text += (i ? ',' : '') + stringifyEjson(value[i] ?? null);
    return text + ']';
  }
  if (value instanceof Date) return `{"$date":{"$numberLong":"${value.getTime()}"}}`;
  if (value instanceof ObjectId) return `{"$oid":"${value.toHexString()}"}`;
  if (value instanceof RegExp) {
    const options = [...value.flags].filter((flag) => 'ims'.includes(flag)).join('');
    return `{"$regularExpression":{"pattern":${JSON.stringify(value.source)},"options":"${options}"}}`;
  }
  if (!isDocument(value)) return EJSON.stringify(value, { relaxed: false });
  let text = '{';
  for (const key in value) {
    const item = value[key];
    if (item === undefined) continue;
    text += (text.length > 1 ? ',' : '') + quotedName(key) + ':' + stringifyEjson(item);
  }
  return text + '}';
}

const quoted = new Map<string, string>();
/** Longer names are not worth the memory. */
const longName = 200;

/** A field's name in quotes. Names occur again and again, so each is quoted once and kept. */
export function quotedName(name: string): string {
  let text = quoted.get(name);
  if (text === undefined) {
    text = JSON.stringify(name);
    if (text.length > longName) return text;
    if (quoted.size > 10_000) quoted.clear();
    quoted.set(name, text);
  }
  return text;
}

function stringifyNumber(value: number): string {
  if (Number.isInteger(value) && !Object.is(value, -0)) {
    if (value >= -2147483648 && value <= 2147483647) return `{"$numberInt":"${value}"}`;
    if (Number.isSafeInteger(value)) return `{"$numberLong":"${value}"}`;
  }
  return `{"$numberDouble":"${Object.is(value, -0) ? '-0.0' : value}"}`;
}
