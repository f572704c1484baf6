import { aggregate } from '../aggregate/pipeline';
import { parseStages } from '../aggregate/stage';
import { collectionNamed, type Engine } from '../engine';
import { keyText } from '../index/key';
import { defaultGetLimit, maxGetLimit, maxResultBytes } from '../limits';
import { parseQuery } from '../query/condition';
import { compileProjection } from '../query/projection';
import { parseSort } from '../query/sort';
import { count, select } from '../read/select';
import { noteRows } from '../read/rows-read';
import { documentOf, rowById, type Row, type View } from '../read/view';
import { invalidParam, outsideTransaction, resultTooLarge } from '../refusals';
import type { Collection } from '../storage/catalogue';
import type { Transaction } from '../transaction/transaction';
import { answeredText } from '../values/answered-text';
import { stringifyEjson } from '../values/ejson';
import type { Document } from '../values/value';
import {
  countIn,
  docIdKey,
  docResidual,
  documentIn,
  tokenOf,
  transactionIdIn,
  viewOf,
  type Body,
} from './request';

/** `database.getDocument`: reads by id, or by a query with order, offset, limit and projection. */
export async function getDocument(
  engine: Engine,
  body: Body,
  transaction: Transaction | undefined,
): Promise<Body> {
  const collection = collectionNamed(engine, body.collectionName);
  const view = await viewOf(engine, transaction, collection);
  const query = documentIn(engine, body, 'query');
  const offset = countIn(body, 'offset', 0, Infinity);
  const limit = countIn(body, 'limit', defaultGetLimit, maxGetLimit) || defaultGetLimit;
  const rows =
    body.queryType === 'DOC'
      ? oneById(view, collection, query)
      : await select(view, collection, parseQuery(query), {
          sort: parseSort(documentIn(engine, body, 'order')),
          skip: offset,
          limit,
        });
  const projection = body.projection
    ? compileProjection(documentIn(engine, body, 'projection'), query)
    : undefined;
  const list = rows.map((row) => (projection ? stringifyEjson(projection(documentOf(row))) : row.text));
  return { data: { list: withinLimit(list.map(answeredText)), offset, limit, total: list.length } };
}

/** The document of a `doc()` operation; a transaction's own version comes first. */
export function oneById(view: View, collection: Collection, query: Document): Row[] {
  const row = rowOfId(view, collection, docIdKey(query));
  const rows = row && (docResidual(query)?.(row) ?? true) ? [row] : [];
  noteRows(view.rows, row ? 1 : 0, rows.length);
  return rows;
}

/** The row of an id; a transaction's own version comes first. */
export function rowOfId(view: View, collection: Collection, idKey: Uint8Array): Row | undefined {
  const own: Document | null | undefined = view.written?.(collection)?.get(keyText(idKey));
  if (own === null) return undefined;
  if (own) return { rid: -1, text: stringifyEjson(own), parsed: own };
  return rowById(view.sql, collection, idKey);
}

/** `database.calculateDocument`: counts the matches. The SDKs never send it inside a transaction. */
export async function calculateDocument(engine: Engine, body: Body): Promise<Body> {
  refuseTransaction(body, 'count()');
  refuseInsideTransaction(engine, body, 'count()');
  const collection = collectionNamed(engine, body.collectionName);
  const total = await count(engine.view, collection, parseQuery(documentIn(engine, body, 'query')));
  return { data: { total } };
}

/** `database.aggregateDocuments`. The SDKs never send it inside a transaction. */
export async function aggregateDocuments(engine: Engine, body: Body): Promise<Body> {
  refuseTransaction(body, 'aggregate()');
  refuseInsideTransaction(engine, body, 'aggregate()');
  const collection = collectionNamed(engine, body.collectionName);
  const stages = parseStages(body.stages, engine.now());
  const context = { view: engine.view, collection: (name: string) => collectionNamed(engine, name) };
  const list = await aggregate(context, collection, stages);
  return { data: { list: withinLimit(list.map(answeredText)) } };
}

/**
 * The documents' texts.
 * @throws PlatformError when together they exceed the platform's answer size
 */
function withinLimit(list: string[]): string[] {
  // A UTF-16 unit takes at most three bytes, so this bound avoids joining all texts for an exact count.
  let units = 0;
  for (const text of list) units += text.length;
  if (units * 3 <= maxResultBytes) return list;
  let bytes = 0;
  for (const text of list) {
    bytes += Buffer.byteLength(text);
    if (bytes > maxResultBytes) throw resultTooLarge();
  }
  return list;
}

function refuseTransaction(body: Body, what: string): void {
  if (transactionIdIn(body) !== undefined) throw invalidParam(`${what} cannot be part of a transaction`);
}

/** These reach the platform without the transaction's id and would silently run outside it. */
export function refuseInsideTransaction(engine: Engine, body: Body, what: string): void {
  if (!body.transactionId && engine.transactions.openWith(tokenOf(body))) throw outsideTransaction(what);
}
