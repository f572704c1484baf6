import { badValue } from '../refusals';
import { documentFields, type FieldReader } from './field-reader';
import { compareValues, TypeRank, typeRank } from '../values/compare';
import { emptyArray, keyValues } from '../values/path';
import { isDocument, type Document, type Value } from '../values/value';

export interface SortField {
  path: string;
  descending: boolean;
}

type SortKey = Value | typeof emptyArray;

/** Reads `{a: 1, b: -1}`. @throws PlatformError for other directions */
export function parseSort(order: Value | undefined): SortField[] {
  if (order === undefined || order === null) return [];
  if (!isDocument(order)) throw badValue('the order must be an object');
  return Object.keys(order).map((path) => {
    const direction = order[path];
    if (direction !== 1 && direction !== -1)
      throw badValue('$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    return { path, descending: direction === -1 };
  });
}

/** The values by which a document is sorted. Of an array the least value counts, or the greatest when descending. */
export function sortKeys(document: Document, fields: readonly SortField[]): SortKey[] {
  return sortKeysOf(document, fields, documentFields);
}

/** The sort values of a document in any form. */
export function sortKeysOf<T>(source: T, fields: readonly SortField[], reader: FieldReader<T>): SortKey[] {
  return fields.map(({ path, descending }) => {
    const value = path.includes('.') ? undefined : reader.field(source, path);
    // Most sorts are by top-level fields with scalar values.
    if (value !== undefined && (typeof value !== 'object' || value === null)) return value;
    const sign = descending ? -1 : 1;
    return keyValues(reader.document(source), path).reduce((best, each) =>
      compareKeys(each, best) * sign < 0 ? each : best,
    );
  });
}

/** Orders two documents by their sort keys. */
export function compareSortKeys(
  a: readonly SortKey[],
  b: readonly SortKey[],
  fields: readonly SortField[],
): number {
  for (let i = 0; i < fields.length; i++) {
    const order = compareKeys(a[i] as SortKey, b[i] as SortKey);
    if (order !== 0) return fields[i]?.descending ? -order : order;
  }
  return 0;
}

function compareKeys(a: SortKey, b: SortKey): number {
  if (a === emptyArray || b === emptyArray) return rankOf(a) - rankOf(b);
  return compareValues(a, b);
}

function rankOf(key: SortKey): number {
  return key === emptyArray ? TypeRank.EmptyArray : typeRank(key);
}
