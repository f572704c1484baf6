import type { Engine } from '../engine';
import { encodeKey } from '../index/key';
import { conjuncts } from '../plan/conjuncts';
import { planIds, type IdPlan } from '../plan/id-plan';
import { parseQuery } from '../query/condition';
import { compileRowTest } from '../read/row';
import { select } from '../read/select';
import { noteRows } from '../read/rows-read';
import { documentOf, rowById, rowsByRid, type Row } from '../read/view';
import type { Collection } from '../storage/catalogue';
import type { Transaction } from '../transaction/transaction';
import { whenFree } from '../transaction/when-free';
import type { Update } from '../update/parse-update';
import type { PositionFinder } from '../update/positional';
import { updateStored, type StoredChange } from '../update/stored-update';
import { parseEjson } from '../values/ejson';
import type { Document } from '../values/value';
import {
  checkUnique,
  prepareChange,
  put,
  remove,
  type PreparedPut,
  type Previous,
} from '../write/put-document';
import { oneById } from './read-documents';
import { docIdKey, docResidual, viewOf, type Body } from './request';

/** What the request does to each matching document. */
export type Change = 'remove' | { update: Update; position: PositionFinder | undefined };

export interface Outcome {
  /** The number of changed documents. */
  count: number;
  /** The last changed document as canonical Extended JSON; for a removal, the document before it. */
  last: string | undefined;
}

/** Changes the document with one id (`queryType` DOC), or the documents that match: only the first unless `multi`. */
export async function changeMatching(
  engine: Engine,
  transaction: Transaction | undefined,
  collection: Collection,
  query: Document,
  { queryType, multi }: Body,
  change: Change,
): Promise<Outcome> {
  const limit = multi === false ? 1 : undefined;
  if (transaction) {
    const rows = oneById(await viewOf(engine, transaction, collection), collection, query);
    return changeInTransaction(engine, transaction, collection, rows, change);
  }
  if (queryType === 'DOC') {
    const plan: IdPlan = { kind: 'ids', idKeys: [docIdKey(query)], residual: docResidual(query) };
    return whenFree(() => changeByIds(engine, collection, plan, 1, change));
  }
  const condition = parseQuery(query);
  const conditions = conjuncts(condition);
  const near = conditions.some((child) => child.kind === 'field' && child.op === '$near');
  const byId = near ? undefined : planIds(conditions);
  if (byId) return whenFree(() => changeByIds(engine, collection, byId, limit ?? Infinity, change));
  const matches = compileRowTest(condition);
  return whenFree(async () => {
    const found = await select(engine.view, collection, condition, { limit });
    const texts = new Map(found.map(({ rid, text }) => [rid, text]));
    return engine.queue.write(() => {
      // Tests the documents again, because they may have changed since they were found.
      const rows = rowsByRid(engine.view, collection, [...texts.keys()]);
      const still = rows.filter((row) => row.text === texts.get(row.rid) || matches(row));
      return changeAll(engine, collection, still, change);
    });
  });
}

/** Finds and changes in one synchronous step, so that no other write comes between. */
function changeByIds(
  engine: Engine,
  collection: Collection,
  { idKeys, residual }: IdPlan,
  limit: number,
  change: Change,
): Promise<Outcome> {
  return engine.queue.write(() => {
    const rows: Row[] = [];
    for (const idKey of idKeys) {
      const row = rowById(engine.target.sql, collection, idKey);
      noteRows(engine.view.rows, row ? 1 : 0, 0);
      if (row && (!residual || residual(row)) && rows.push(row) >= limit) break;
    }
    noteRows(engine.view.rows, 0, rows.length);
    return changeAll(engine, collection, rows, change);
  });
}

function changeInTransaction(
  engine: Engine,
  transaction: Transaction,
  collection: Collection,
  rows: readonly Row[],
  change: Change,
): Outcome {
  let count = 0;
  let last: string | undefined;
  for (const row of rows) {
    const updated = changed(engine, row, change);
    const document = updated ? (parseEjson(updated.text) as Document) : documentOf(row);
    last = updated?.text ?? row.text;
    const removing = change === 'remove';
    // Claims the document even without a change, so that of two transactions that depend on it only one can commit.
    const left = removing ? null : document;
    engine.transactions.write(transaction, collection, encodeKey(document._id), left, true);
    if (updated || removing) count++;
  }
  return { count, last };
}

function changeAll(engine: Engine, collection: Collection, rows: readonly Row[], change: Change): Outcome {
  const { target, transactions } = engine;
  let last: string | undefined;
  const changes: PreparedPut[] = [];
  const removals: Previous[] = [];
  // Every reason to wait or refuse is found before the first change.
  for (const row of rows) {
    const updated = changed(engine, row, change);
    last = updated?.text ?? row.text;
    if (updated) {
      const prepared = prepareChange(collection, row, updated);
      transactions.claim(collection, prepared.idKey, prepared);
      changes.push(prepared);
    } else if (change === 'remove') {
      const document = documentOf(row);
      transactions.claim(collection, encodeKey(document._id));
      removals.push({ rid: row.rid, document });
    }
  }
  for (const prepared of changes) {
    checkUnique(target.sql, prepared);
    put(target, prepared);
  }
  for (const previous of removals) remove(target, collection, previous);
  return { count: changes.length + removals.length, last };
}

/** The row after an update; undefined when it is unchanged or is to be removed. */
function changed(engine: Engine, { text }: Row, change: Change): StoredChange | undefined {
  if (change === 'remove') return undefined;
  return updateStored(text, change.update, { nowMs: engine.now(), position: change.position });
}
