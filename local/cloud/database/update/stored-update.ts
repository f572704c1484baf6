import { requestFailed } from '../refusals';
import { encodeKey } from '../index/key';
import { findStoredParts, readStoredParts, spliceStored } from '../values/stored-parts';
import type { Document, Value } from '../values/value';
import { validateFields, validateSize } from '../write/validate';
import { applyUpdate, type UpdateOptions } from './apply-update';
import type { Update } from './parse-update';

/** What an update makes of a stored document. */
export interface StoredChange {
  text: string;
  idKey: Uint8Array;
  /** The top-level fields that differ. */
  changed: string[];
  /** The fields that the update looked at, as they are now, and `_id`. */
  fields: Document;
}

/**
 * Applies an update to a document's stored text: only the fields that the update names are read and written, the rest is copied.
 * @returns undefined when the document stays as it is, to the letter
 * @throws PlatformError for what MongoDB refuses and for what cannot be stored
 */
export function updateStored(text: string, update: Update, options: UpdateOptions): StoredChange | undefined {
  const names = update.roots.includes('_id') ? update.roots : ['_id', ...update.roots];
  const parts = findStoredParts(text, names);
  const fields = readStoredParts(text, parts);
  const id = fields._id as Value;
  applyUpdate(fields, update, options);
  validateFields(fields, update.roots);
  const spliced = spliceStored(text, names, parts, fields);
  if (spliced.changed.length === 0) return undefined;
  if (spliced.changed.includes('_id'))
    throw requestFailed(
      'Update',
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    );
  validateSize(spliced.text);
  return { ...spliced, idKey: encodeKey(id), fields };
}
