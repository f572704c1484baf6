import { isDocument, setField, type Document, type Value } from '../values/value';

/**
 * A copy of the document with another value at a path, or without the path when the value is undefined. The copy shares all other
 * values. A value on the path that is not a document (an array, too) is replaced by one.
 */
export function replaced(
  document: Document,
  [part = '', ...rest]: readonly string[],
  value: Value | undefined,
): Document {
  const out = { ...document };
  const inner = Object.hasOwn(out, part) ? out[part] : undefined;
  if (rest.length > 0) setField(out, part, replaced(isDocument(inner) ? inner : {}, rest, value));
  else if (value === undefined) delete out[part];
  else setField(out, part, value);
  return out;
}
