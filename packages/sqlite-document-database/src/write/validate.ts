import { maxDepth, maxDocumentBytes } from '../limits';
import { badValue, requestFailed } from '../refusals';
import { isDocument, type Document, type Value } from '../values/value';
import { refuseBadId } from './document-id';

/**
 * Refuses what cannot be stored: `$`-names, NUL in names or in the id, ids of the wrong type, documents too deep.
 * @throws PlatformError
 */
export function validateDocument(document: Value): void {
  if (!isDocument(document)) throw badValue('a document must be an object');
  refuseBadId(document._id);
  validateNames(document, 1);
}

/** Refuses `$`-names, NUL in names and too deep nesting in some of a document's top-level fields. @throws PlatformError */
export function validateFields(document: Document, names: readonly string[]): void {
  for (const name of names) {
    if (!Object.hasOwn(document, name)) continue;
    refuseName(name);
    const value = document[name];
    if (typeof value === 'object') validateNames(value as Value, 2);
  }
}

function validateNames(value: Value, depth: number): void {
  if (depth > maxDepth)
    throw requestFailed('Write', `document exceeds the maximum nested depth of ${maxDepth}`);
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object') validateNames(item, depth + 1);
    return;
  }
  if (!isDocument(value)) return;
  for (const name in value) {
    refuseName(name);
    const item = value[name];
    if (typeof item === 'object') validateNames(item as Value, depth + 1);
  }
}

function refuseName(name: string): void {
  if (name.charCodeAt(0) === dollar)
    throw badValue(`The dollar ($) prefixed field '${name}' is not valid for storage`);
  if (name.includes('\0')) throw badValue('field names must not contain NUL');
}

const dollar = 36;

/** Refuses documents that are too large. @param text canonical Extended JSON */
export function validateSize(text: string): void {
  if (text.length > maxDocumentBytes)
    throw requestFailed(
      'Write',
      `object to insert too large. size in bytes: ${text.length}, max size: ${maxDocumentBytes}`,
    );
}
