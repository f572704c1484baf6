import { collectionNamed, type Engine } from '../engine';
import { encodeKey } from '../index/key';
import { rowById } from '../read/view';
import { invalidParam } from '../refusals';
import type { Collection } from '../storage/catalogue';
import { whenFree } from '../transaction/when-free';
import type { Transaction } from '../transaction/transaction';
import { answeredText } from '../values/answered-text';
import { stringifyEjson } from '../values/ejson';
import { parseSentEjson } from '../values/sent-ejson';
import { isDocument, newDocumentId, type Document, type Value } from '../values/value';
import { checkUnique, duplicateId, preparePut, put, remove } from '../write/put-document';
import { validateDocument } from '../write/validate';
import { rowOfId } from './read-documents';
import { type Body } from './request';

/** `database.insertDocument`: inserts one document or several, all or none. */
export async function insertDocument(
  engine: Engine,
  body: Body,
  transaction: Transaction | undefined,
): Promise<Body> {
  const collection = collectionNamed(engine, body.collectionName);
  if (!Array.isArray(body.data)) throw invalidParam('data must be an array of documents');
  const documents = body.data.map((text: unknown) => withId(sentDocument(engine, text)));
  documents.forEach(validateDocument);
  if (transaction) {
    const view = await engine.transactions.view(transaction, collection);
    for (const document of documents) {
      const idKey = encodeKey(document._id);
      if (rowOfId(view, collection, idKey)) throw duplicateId(collection, document);
      engine.transactions.write(transaction, collection, idKey, document);
    }
  } else await whenFree(() => engine.queue.write(() => insertAll(engine, collection, documents)));
  return { data: { insertedIds: documents.map((document) => idOut(document._id as Value)) } };
}

function insertAll(engine: Engine, collection: Collection, documents: Document[]): void {
  const { target, transactions } = engine;
  const undo: { rid: number; document: Document }[] = [];
  try {
    for (const document of documents) {
      const idKey = encodeKey(document._id);
      const prepared = preparePut(collection, idKey, document, undefined);
      transactions.claim(collection, idKey, prepared);
      if (rowById(target.sql, collection, idKey)) throw duplicateId(collection, document);
      checkUnique(target.sql, prepared);
      undo.push({ rid: put(target, prepared), document });
    }
  } catch (cause) {
    // Removes the documents inserted so far, because a refusal must leave nothing behind.
    for (const previous of undo.reverse()) remove(target, collection, previous);
    throw cause;
  }
}

function sentDocument(engine: Engine, text: unknown): Value {
  if (typeof text !== 'string') throw invalidParam('data must be an array of documents as Extended JSON');
  return parseSentEjson(text, engine.now());
}

function withId(value: Value): Document {
  if (!isDocument(value)) throw invalidParam('a document must be an object');
  if (value._id !== undefined) return value;
  return { _id: newDocumentId(), ...value };
}

/** An id as answers carry it: ObjectIds as text, any other value but strings and numbers as Extended JSON. */
export function idOut(id: Value): unknown {
  return typeof id === 'string' || typeof id === 'number' ? id : JSON.parse(answeredText(stringifyEjson(id)));
}
