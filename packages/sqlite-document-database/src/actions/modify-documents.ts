import { collectionNamed, type Engine } from '../engine';
import { documentOf, rowById, type Row } from '../read/view';
import { invalidParam, requestFailed } from '../refusals';
import type { Collection } from '../storage/catalogue';
import type { Transaction } from '../transaction/transaction';
import { whenFree } from '../transaction/when-free';
import { parseUpdate, type Update } from '../update/parse-update';
import { positionFinder } from '../update/positional';
import { answeredText } from '../values/answered-text';
import { equalValues } from '../values/compare';
import { shown } from '../values/shown';
import type { Document, Value } from '../values/value';
import { checkUnique, duplicateId, preparePut, put } from '../write/put-document';
import { validateDocument } from '../write/validate';
import { changeMatching, type Change } from './change-matching';
import { idOut } from './insert-documents';
import { refuseInsideTransaction, rowOfId } from './read-documents';
import { docIdKey, docResidual, documentIn, type Body } from './request';

/** `database.modifyDocument`: applies update operators to one id or to all matches, or `set`s a whole document. */
export async function modifyDocument(
  engine: Engine,
  body: Body,
  transaction: Transaction | undefined,
): Promise<Body> {
  const collection = collectionNamed(engine, body.collectionName);
  const query = documentIn(engine, body, 'query');
  if (body.merge === false)
    return setDocument(engine, transaction, collection, query, documentIn(engine, body, 'data'));
  if (body.upsert === true)
    throw invalidParam('upsert is for set() of a whole document; update() makes none');
  if (body.queryType !== 'DOC') refuseInsideTransaction(engine, body, 'where().update()');
  const { count } = await changeMatching(
    engine,
    transaction,
    collection,
    query,
    body,
    updating(engine, query, body),
  );
  return { data: { updated: count, upsert_id: null } };
}

/** `database.modifyAndReturnDoc`: updates the first match and answers it, also when the update left it as it was. */
export async function modifyAndReturnDoc(engine: Engine, body: Body): Promise<Body> {
  const collection = collectionNamed(engine, body.collectionName);
  const query = documentIn(engine, body, 'query');
  const change = updating(engine, query, body);
  const which = { ...body, multi: false };
  const { last } = await changeMatching(engine, undefined, collection, query, which, change);
  return {
    data: { updated: last === undefined ? 0 : 1, doc: last === undefined ? null : answeredText(last) },
  };
}

/** `database.removeDocument`. */
export async function removeDocument(
  engine: Engine,
  body: Body,
  transaction: Transaction | undefined,
): Promise<Body> {
  const collection = collectionNamed(engine, body.collectionName);
  if (body.queryType !== 'DOC') refuseInsideTransaction(engine, body, 'where().remove()');
  const query = documentIn(engine, body, 'query');
  const { count } = await changeMatching(engine, transaction, collection, query, body, 'remove');
  return { data: { deleted: count } };
}

function updating(engine: Engine, query: Document, body: Body): Change {
  const update = updateIn(engine, body);
  return { update, position: update.positional ? positionFinder(query) : undefined };
}

const parsed = new Map<unknown, Update>();

/**
 * Parses the update of a request. Short updates such as `inc(-1)` come again and again, so their parsed form is kept.
 */
function updateIn(engine: Engine, body: Body): Update {
  const { data } = body;
  const known = parsed.get(data);
  if (known) return known;
  const update = parseUpdate(documentIn(engine, body, 'data'));
  // An update with a server date is parsed each time, because its date differs.
  if (typeof data !== 'string' || data.length > 200 || data.includes('$tcb_server_date')) return update;
  if (parsed.size >= 1000) parsed.clear();
  parsed.set(data, update);
  return update;
}

async function setDocument(
  engine: Engine,
  transaction: Transaction | undefined,
  collection: Collection,
  query: Document,
  data: Document,
): Promise<Body> {
  const idKey = docIdKey(query);
  const { _id = query._id as Value, ...fields } = data;
  if (!equalValues(_id, query._id))
    throw requestFailed(
      'Update',
      `the (immutable) field '_id' was found to have been altered to _id: ${shown(_id)}`,
    );
  const document: Document = { _id: query._id as Value, ...fields };
  validateDocument(document);
  const isMeant = docResidual(query);
  // If a document with that id exists but does not match the query, it still prevents a new one.
  const checkMeant = (row: Row | undefined): void => {
    if (row && isMeant && !isMeant(row)) throw duplicateId(collection, document);
  };
  let existed: boolean;
  if (transaction) {
    const view = await engine.transactions.view(transaction, collection);
    const row = rowOfId(view, collection, idKey);
    checkMeant(row);
    existed = row !== undefined;
    engine.transactions.write(transaction, collection, idKey, document);
  } else
    existed = await whenFree(() =>
      engine.queue.write(() => {
        const row = rowById(engine.target.sql, collection, idKey);
        checkMeant(row);
        const previous = row && { rid: row.rid, document: documentOf(row) };
        const prepared = preparePut(collection, idKey, document, previous);
        engine.transactions.claim(collection, idKey, prepared);
        checkUnique(engine.target.sql, prepared);
        put(engine.target, prepared);
        return row !== undefined;
      }),
    );
  return { data: { updated: existed ? 1 : 0, upsert_id: existed ? null : idOut(query._id as Value) } };
}
