import { maxDocumentBytes, maxRequestDepth } from '../limits';
import { nestedTooDeep, valueTooLarge } from '../refusals';
import { isDocument, type Value } from '../values/value';

/**
 * Refuses a value that would not fit a document. A short pipeline can refer to the same array many times, so its
 * written value could exceed the memory. It is therefore measured before it is written, and only up to the limit.
 * @throws PlatformError
 */
export function checkSize<T extends Value>(value: T): T {
  if (typeof value === 'object' || (typeof value === 'string' && value.length > maxDocumentBytes))
    measure(value, 0, 0);
  return value;
}

/** Counts a byte for each value and one for each character, fewer than the text will need. @returns the bytes counted so far */
function measure(value: Value, before: number, depth: number): number {
  if (depth > maxRequestDepth) throw nestedTooDeep();
  let size = before + 1;
  if (typeof value === 'string') size += value.length;
  if (size > maxDocumentBytes) throw valueTooLarge();
  if (Array.isArray(value)) for (const item of value) size = measure(item, size, depth + 1);
  else if (isDocument(value))
    for (const name in value) size = measure(value[name] as Value, size + name.length, depth + 1);
  return size;
}
