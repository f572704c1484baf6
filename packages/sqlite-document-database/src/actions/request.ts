import type { Engine } from '../engine';
import { encodeKey } from '../index/key';
import { parseQuery } from '../query/condition';
import { compileRowTest, type RowTest } from '../read/row';
import type { View } from '../read/view';
import { badValue, invalidParam, queryInTransaction } from '../refusals';
import type { Collection } from '../storage/catalogue';
import type { Transaction } from '../transaction/transaction';
import { parseSentEjson } from '../values/sent-ejson';
import { isDocument, type Document } from '../values/value';
import { idTypes, isIdType } from '../write/document-id';

/** A parsed request body of the wire protocol. */
export type Body = Record<string, unknown>;

/** Reads a field that holds a document as Extended JSON; a missing field counts as `{}`. */
export function documentIn(engine: Engine, body: Body, field: string): Document {
  const text = body[field];
  if (text === undefined || text === null || text === '') return {};
  const value = typeof text === 'string' ? parseSentEjson(text, engine.now()) : undefined;
  if (!isDocument(value)) throw invalidParam(`${field} must be an object`);
  return value;
}

/**
 * The id of the transaction that the request belongs to, if any.
 * @throws PlatformError for an invalid id, because the request would run outside the transaction
 */
export function transactionIdIn({ transactionId }: Body): string | undefined {
  if (transactionId === undefined) return undefined;
  if (typeof transactionId !== 'string' || transactionId === '')
    throw invalidParam('transactionId must be a non-empty string');
  return transactionId;
}

/**
 * An action that may be part of a transaction: it receives the transaction that the request belongs to, if any.
 * @param query the action's name for requests by query, which no transaction may make
 */
export function transactional(
  run: (engine: Engine, body: Body, transaction: Transaction | undefined) => Promise<Body>,
  query?: string,
): (engine: Engine, body: Body) => Promise<Body> {
  return async (engine, body) => {
    const id = transactionIdIn(body);
    if (id === undefined) return run(engine, body, undefined);
    if (query !== undefined && body.queryType !== 'DOC') throw queryInTransaction(query);
    return engine.transactions.use(id, (transaction) => run(engine, body, transaction));
  };
}

/** The data that the request reads: the newest, or its transaction's snapshot. */
export async function viewOf(
  engine: Engine,
  transaction: Transaction | undefined,
  collection: Collection,
): Promise<View> {
  if (!transaction) return engine.view;
  return { ...(await engine.transactions.view(transaction, collection)), rows: engine.view.rows };
}

/** The sender of the request, identified only by the invocation's token. */
export function tokenOf(body: Body): string {
  return typeof body.wxCloudApiToken === 'string' ? body.wxCloudApiToken : '';
}

/** The key of the document of a `doc()` operation. */
export function docIdKey(query: Document): Uint8Array {
  if (!isIdType(query._id)) throw badValue(`a doc() operation needs an _id that is ${idTypes}`);
  return encodeKey(query._id);
}

/**
 * The condition of a `doc()` operation besides the id. The SDKs send none, but a client's request is narrowed to the
 * client's own documents. Undefined without a condition.
 */
export function docResidual(query: Document): RowTest | undefined {
  return Object.keys(query).length > 1 ? compileRowTest(parseQuery(query)) : undefined;
}

/** A count within bounds; the default when absent. */
export function countIn(body: Body, field: string, fallback: number, most: number): number {
  const value = body[field];
  if (value === undefined || value === null) return fallback;
  const number = typeof value === 'object' ? NaN : Number(value);
  if (!Number.isInteger(number) || number < 0) throw invalidParam(`${field} must be a non-negative integer`);
  return Math.min(number, most);
}
