import { keyText } from '../index/key';
import { documentOf, rowById } from '../read/view';
import type { Collection } from '../storage/catalogue';
import type { Sql } from '../storage/sqlite';
import type { Document } from '../values/value';
import { checkUnique, duplicate, preparePut, type PreparedPut } from '../write/put-document';
import type { Write } from './transaction';

/**
 * Prepares a write of a transaction against the stored documents and the earlier writes of the same transaction.
 * @throws PlatformError for an invalid document, and for a unique key that another document has, stored or in this
 * transaction
 */
export function prepareWrite(
  sql: Sql,
  own: ReadonlyMap<string, Write>,
  collection: Collection,
  idKey: Uint8Array,
  document: Document,
): PreparedPut {
  const row = rowById(sql, collection, idKey);
  const prepared = preparePut(
    collection,
    idKey,
    document,
    row && { rid: row.rid, document: documentOf(row) },
  );
  if (!collection.indexes.some(({ unique }) => unique)) return prepared;
  const rewritten = new Set<number>();
  for (const { idKey: other } of own.values()) {
    const otherRow = rowById(sql, collection, other);
    if (otherRow) rewritten.add(otherRow.rid);
  }
  checkUnique(sql, prepared, rewritten);
  // Checks all unique keys, even those that the stored document already has, because another document written here may
  // have taken one.
  if (own.size)
    for (const { index, added } of preparePut(collection, idKey, document, undefined).changes)
      for (const entry of index.unique ? added : [])
        if (takenWithin(own, collection, index.id, keyText(entry.key), keyText(idKey)))
          throw duplicate(collection, index, document);
  return prepared;
}

/** Whether another document of the same transaction has taken the unique key. */
function takenWithin(
  own: ReadonlyMap<string, Write>,
  collection: Collection,
  indexId: number,
  uniqueKey: string,
  idText: string,
): boolean {
  for (const [other, { idKey, document }] of own) {
    if (other === idText || !document) continue;
    for (const { index, added } of preparePut(collection, idKey, document, undefined).changes)
      if (index.id === indexId && added.some((entry) => keyText(entry.key) === uniqueKey)) return true;
  }
  return false;
}
