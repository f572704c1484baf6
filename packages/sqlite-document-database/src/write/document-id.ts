import { ObjectId } from 'bson';
import { badValue } from '../refusals';
import { shown } from '../values/shown';
import type { Value } from '../values/value';

/** The ids that the platform gives and takes; MongoDB would take more. */
export type DocumentId = string | number | ObjectId;

export const idTypes = 'a string, a finite number or an ObjectId';

/** Whether a document can have been asked for by this: of a 64-bit integer a key would keep no more than a double. */
export function isIdType(id: Value | undefined): id is DocumentId {
  return typeof id === 'string' || (typeof id === 'number' && Number.isFinite(id)) || id instanceof ObjectId;
}

/** Refuses what cannot be stored as an id. @throws PlatformError */
export function refuseBadId(id: Value | undefined): void {
  if (!isIdType(id)) throw badValue(`_id must be ${idTypes}, not ${shown(id)}`);
  if (id === '' || (typeof id === 'string' && id.includes('\0')))
    throw badValue('_id must not be empty, nor contain NUL');
}
