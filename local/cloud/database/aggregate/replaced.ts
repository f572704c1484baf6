import { isDocument, type Document, type Value } from '../values/value';

/**
 * The document with another value at a path, or without one; the rest is shared. What stands in the way and is no document, an
 * array too, gives way to one.
 */
export function replaced(
  document: Document,
  [part = '', ...rest]: readonly string[],
  value: Value | undefined,
): Document {
  const out = { ...document };
  const inner = out[part];
  if (rest.length > 0) out[part] = replaced(isDocument(inner) ? inner : {}, rest, value);
  else if (value === undefined) delete out[part];
  else out[part] = value;
  return out;
}
