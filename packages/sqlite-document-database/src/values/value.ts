import { BSONValue, ObjectId } from 'bson';

/**
 * A value of a document as the engine holds it in memory.
 *
 * Int32 and doubles are `number`; a 64-bit integer is a `number` where JavaScript holds it exactly and a `bigint`
 * otherwise; other BSON types keep their class from the `bson` package.
 */
export type Value =
  null | boolean | number | bigint | string | Date | RegExp | BSONValue | Value[] | Document;

/** A document or embedded document. Field order is insertion order, as in MongoDB, except that JavaScript puts integer-like names first. */
export interface Document {
  [field: string]: Value;
}

/** True for documents and embedded documents, false for arrays, dates and other scalars. */
export function isDocument(value: Value | undefined): value is Document {
  if (typeof value !== 'object' || value === null) return false;
  // Answers quickly for nearly all values.
  if (Object.getPrototypeOf(value) === Object.prototype) return true;
  return (
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof RegExp) &&
    !(value instanceof BSONValue)
  );
}

/** Sets a field, even one named `__proto__`, for which a plain assignment would set the prototype. */
export function setField(document: Document, name: string, value: Value): void {
  if (name === '__proto__')
    Object.defineProperty(document, name, { value, writable: true, enumerable: true, configurable: true });
  else document[name] = value;
}

/** Deep copy; scalars are immutable here and shared, dates included. */
export function cloneValue<T extends Value>(value: T): T {
  if (Array.isArray(value)) return value.map((item) => cloneValue(item)) as T;
  if (!isDocument(value)) return value;
  const copy: Document = {};
  for (const key in value) setField(copy, key, cloneValue(value[key] as Value));
  return copy as T;
}

/** A fresh document id: 32 hexadecimal digits as the platform gives, ordered by time like an ObjectId. */
export function newDocumentId(): string {
  const id = new ObjectId().toHexString();
  return (
    id +
    Math.floor(Math.random() * 0x100000000)
      .toString(16)
      .padStart(8, '0')
  );
}
