import { ObjectId } from 'bson';
import { stringifyEjson } from './ejson';
import { isDocument, type Value } from './value';

/**
 * A value as a client that knows only JSON reads it: numbers as numbers, dates as `{$date: milliseconds}`, the way
 * Tencent's client writes them, and ObjectIds as text, because no SDK turns `$oid` into an object. Other types that JSON lacks are Extended JSON.
 */
export function plainJson(value: Value): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number')
    return Number.isFinite(value) ? value : (JSON.parse(stringifyEjson(value)) as unknown);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plainJson);
  if (value instanceof Date) return { $date: value.getTime() };
  if (value instanceof ObjectId) return value.toHexString();
  if (!isDocument(value)) return JSON.parse(stringifyEjson(value)) as unknown;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plainJson(each)]));
}
