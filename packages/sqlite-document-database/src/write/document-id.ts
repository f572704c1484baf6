import { ObjectId } from 'bson';
import { badValue } from '../refusals';
import { shown } from '../values/shown';
import type { Value } from '../values/value';

/** Ids of the types that the platform gives and accepts; MongoDB would accept more. */
export type DocumentId = string | number | ObjectId;

export const idTypes = 'a string, a finite number or an ObjectId';

/** Whether a document may have this id. A 64-bit integer may not, because a key would keep only its double. */
export function isIdType(id: Value | undefined): id is DocumentId {
  return typeof id === 'string' || (typeof id === 'number' && Number.isFinite(id)) || id instanceof ObjectId;
}

/**
 * Refuses values that cannot be stored as an id.
 * @throws PlatformError
 */
export function refuseBadId(id: Value | undefined): void {
  if (!isIdType(id)) throw badValue(`_id must be ${idTypes}, not ${shown(id)}`);
  if (id === '' || (typeof id === 'string' && id.includes('\0')))
    throw badValue('_id must not be empty, nor contain NUL');
}
