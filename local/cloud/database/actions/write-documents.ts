import { collectionNamed, type Engine } from '../engine';
import { encodeKey } from '../index/key';
import { parseQuery } from '../query/condition';
import { compileCondition } from '../query/matcher';
import { select } from '../read/select';
import { documentOf, rowById, rowsByRid, type Row } from '../read/view';
import { invalidParam } from '../refusals';
import type { Collection } from '../storage/catalogue';
import { Retry } from '../storage/commit-queue';
import type { Transaction } from '../transaction/transactions';
import { applyUpdate } from '../update/apply-update';
import { positionFinder } from '../update/positional';
import { parseEjson, stringifyEjson } from '../values/ejson';
import { isDocument, newDocumentId, type Document, type Value } from '../values/value';
import { checkUnique, duplicateId, preparePut, put, remove } from '../write/put-document';
import { validateDocument } from '../write/validate';
import { oneById, refuseInsideTransaction } from './read-documents';
import { docIdKey, documentIn, transactionOf, viewOf, type Body } from './request';

/** `database.insertDocument`: one or several, all or none. */
export async function insertDocument(engine: Engine, body: Body): Promise<Body> {
  const transaction = transactionOf(engine, body);
  const collection = collectionNamed(engine, body.collectionName);
  if (!Array.isArray(body.data)) throw invalidParam('data must be an array of documents');
  const documents = body.data.map((text) => withId(parseEjson(String(text), engine.now())));
  documents.forEach(validateDocument);
  if (transaction) {
    const view = await engine.transactions.view(transaction);
    for (const document of documents) {
      const idKey = encodeKey(document._id);
      if (oneById(view, collection, idKey).length) throw duplicateId(collection, document);
      engine.transactions.write(transaction, collection, idKey, document);
    }
  } else await retried(() => engine.queue.write(() => insertAll(engine, collection, documents)));
  return { data: { insertedIds: documents.map((document) => idOut(document._id as Value)) } };
}

/** `database.modifyDocument`: update operators on one id or on all that match, or `set` of a whole document. */
export async function modifyDocument(engine: Engine, body: Body): Promise<Body> {
  const transaction = transactionOf(engine, body);
  const collection = collectionNamed(engine, body.collectionName);
  const query = documentIn(engine, body, 'query');
  const data = documentIn(engine, body, 'data');
  if (body.merge === false) return setDocument(engine, transaction, collection, query, data);
  if (body.upsert === true)
    throw invalidParam('upsert is for set() of a whole document; update() makes none');
  if (body.queryType !== 'DOC') refuseInsideTransaction(engine, body, 'where().update()');
  const change = updater(engine, query, data);
  const updated = await changeMatching(engine, transaction, collection, query, body, (document) =>
    change(document),
  );
  return { data: { updated: updated.count, upsert_id: null } };
}

/** `database.modifyAndReturnDoc`: updates the first that matches and answers it as it is then. */
export async function modifyAndReturnDoc(engine: Engine, body: Body): Promise<Body> {
  const transaction = transactionOf(engine, body);
  const collection = collectionNamed(engine, body.collectionName);
  const query = documentIn(engine, body, 'query');
  const change = updater(engine, query, documentIn(engine, body, 'data'));
  const { count, last } = await changeMatching(
    engine,
    transaction,
    collection,
    query,
    { ...body, multi: false },
    change,
  );
  return { data: { updated: count, doc: last ? stringifyEjson(last) : null } };
}

/** `database.removeDocument`. */
export async function removeDocument(engine: Engine, body: Body): Promise<Body> {
  const transaction = transactionOf(engine, body);
  const collection = collectionNamed(engine, body.collectionName);
  if (body.queryType !== 'DOC') refuseInsideTransaction(engine, body, 'where().remove()');
  const query = documentIn(engine, body, 'query');
  const { count } = await changeMatching(engine, transaction, collection, query, body, () => null);
  return { data: { deleted: count } };
}

function updater(engine: Engine, query: Document, data: Document): (document: Document) => Document {
  const position = positionFinder(query);
  return (document) => applyUpdate(document, data, { nowMs: engine.now(), position });
}

/** Changes what matches: `change` gives the new document, the same one for no change, or null to remove it. */
async function changeMatching(
  engine: Engine,
  transaction: Transaction | undefined,
  collection: Collection,
  query: Document,
  { queryType, multi }: Body,
  change: (document: Document) => Document | null,
): Promise<{ count: number; last: Document | undefined }> {
  const byId = queryType === 'DOC';
  const condition = parseQuery(query);
  const limit = multi === false || byId ? 1 : undefined;
  if (transaction) {
    const view = await viewOf(engine, transaction);
    const rows = byId
      ? oneById(view, collection, docIdKey(query))
      : await select(view, collection, condition, { limit });
    return changeInTransaction(engine, transaction, collection, rows, change);
  }
  if (byId) {
    const idKey = docIdKey(query);
    return retried(() =>
      engine.queue.write(() => {
        const row = rowById(engine.target.sql, collection, idKey);
        return changeAll(engine, collection, row ? [row] : [], change);
      }),
    );
  }
  const matches = compileCondition(condition);
  return retried(async () => {
    const found = (await select(engine.view, collection, condition, { limit })).map((row) => row.rid);
    return engine.queue.write(() => {
      // They may have changed since they were found.
      const rows = rowsByRid(engine.view, collection, found).filter((row) => matches(documentOf(row)));
      return changeAll(engine, collection, rows, change);
    });
  });
}

function changeInTransaction(
  engine: Engine,
  transaction: Transaction,
  collection: Collection,
  rows: Row[],
  change: (document: Document) => Document | null,
): { count: number; last: Document | undefined } {
  let count = 0;
  let last: Document | undefined;
  for (const row of rows) {
    const before = documentOf(row);
    const after = change(before);
    last = after ?? before;
    // Even without a change the document is claimed, so that two who decide on it cannot both commit.
    engine.transactions.write(transaction, collection, encodeKey(before._id), after);
    if (after !== before) count++;
  }
  return { count, last };
}

function changeAll(
  engine: Engine,
  collection: Collection,
  rows: Row[],
  change: (document: Document) => Document | null,
): { count: number; last: Document | undefined } {
  const { target, transactions } = engine;
  let count = 0;
  let last: Document | undefined;
  for (const row of rows) {
    const before = documentOf(row);
    const after = change(before);
    last = after ?? before;
    if (after === before) continue;
    const idKey = encodeKey(before._id);
    const previous = { rid: row.rid, document: before };
    if (after) {
      const prepared = preparePut(collection, idKey, after, previous);
      transactions.claim(collection, idKey, prepared);
      checkUnique(target.sql, prepared, after);
      put(target, prepared);
    } else {
      transactions.claim(collection, idKey);
      remove(target, collection, previous);
    }
    count++;
  }
  return { count, last };
}

async function setDocument(
  engine: Engine,
  transaction: Transaction | undefined,
  collection: Collection,
  query: Document,
  data: Document,
): Promise<Body> {
  const idKey = docIdKey(query);
  const document: Document = { _id: query._id as Value, ...data };
  validateDocument(document);
  let existed: boolean;
  if (transaction) {
    const view = await engine.transactions.view(transaction);
    existed = oneById(view, collection, idKey).length > 0;
    engine.transactions.write(transaction, collection, idKey, document);
  } else
    existed = await retried(() =>
      engine.queue.write(() => {
        const row = rowById(engine.target.sql, collection, idKey);
        const prepared = preparePut(
          collection,
          idKey,
          document,
          row && { rid: row.rid, document: documentOf(row) },
        );
        engine.transactions.claim(collection, idKey, prepared);
        checkUnique(engine.target.sql, prepared, document);
        put(engine.target, prepared);
        return row !== undefined;
      }),
    );
  return { data: { updated: existed ? 1 : 0, upsert_id: existed ? null : idOut(query._id as Value) } };
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
      checkUnique(target.sql, prepared, document);
      undo.push({ rid: put(target, prepared), document });
    }
  } catch (cause) {
    // A refusal must leave nothing behind.
    for (const previous of undo.reverse()) remove(target, collection, previous);
    throw cause;
  }
}

/** Runs again what had to wait for a transaction to end. */
async function retried<T>(run: () => Promise<T>): Promise<T> {
  while (true) {
    try {
      return await run();
    } catch (cause) {
      if (!(cause instanceof Retry)) throw cause;
      await cause.after;
    }
  }
}

function withId(value: Value): Document {
  if (!isDocument(value)) throw invalidParam('a document must be an object');
  if (value._id !== undefined) return value;
  return { _id: newDocumentId(), ...value };
}

/** The SDKs take ids as they stand in JSON. */
function idOut(id: Value): unknown {
  return typeof id === 'string' || typeof id === 'number' ? id : JSON.parse(stringifyEjson(id));
}
