import type { Document, Value } from '../values/value';

/** How conditions, orders and expressions read a field, for each form that a document may have. */
export interface FieldReader<T> {
  /** A top-level field; undefined when it is missing. */
  field(source: T, name: string): Value | undefined;
  document(source: T): Document;
}

/** Reads the fields of documents that are already parsed. */
export const documentFields: FieldReader<Document> = {
  field: (document, name) => (Object.hasOwn(document, name) ? document[name] : undefined),
  document: (document) => document,
};
