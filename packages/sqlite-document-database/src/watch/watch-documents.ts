import { countIn, documentIn, type Body } from '../actions/request';
import { collectionNamed, type Engine } from '../engine';
import { maxWatchedDocuments } from '../limits';
import { parseQuery, type Condition } from '../query/condition';
import { parseSort } from '../query/sort';
import { compileRowTest, type RowTest } from '../read/row';
import { invalidParam } from '../refusals';
import type { Watcher } from './watch';
import type { WatchedQueries } from './watched-queries';

/** Without an order the newest documents come first, as the documentation of `Collection.watch` says. */
const usualOrder = [{ path: '_id', descending: true }];

/**
 * Watches the result of a query: `collectionName`, `query`, `order` and `limit` as in `database.getDocument`, without
 * its limits on the size of an answer.
 * @throws PlatformError
 */
export async function watchDocuments(
  engine: Engine,
  queries: WatchedQueries,
  body: Body,
  watcher: Watcher,
): Promise<() => void> {
  const collection = collectionNamed(engine, body.collectionName);
  const condition = parseQuery(documentIn(engine, body, 'query'));
  if (holds(condition, asksNear))
    throw invalidParam('geoNear cannot be watched: everything would change its place');
  const order = parseSort(documentIn(engine, body, 'order'));
  const asked = countIn(body, 'limit', 0, Infinity);
  const limit = asked > 0 && asked <= maxWatchedDocuments ? asked : undefined;
  const sort = order.length > 0 ? order : usualOrder;
  const text = JSON.stringify([body.query, body.order, limit]);
  const compiled = compileRowTest(condition);
  // The steps of `$expr` are counted from its compilation, but a watch lives as long as its page.
  const matches: RowTest = holds(condition, isExpression)
    ? (row) => compileRowTest(condition)(row)
    : compiled;
  return queries.watch({ collection, condition, text, matches, sort, limit }, watcher);
}

type Part = (condition: Condition) => boolean;

const asksNear: Part = (condition) => condition.kind === 'field' && condition.op === '$near';
const isExpression: Part = ({ kind }) => kind === 'expr';

/** Whether a condition is an `$expr`, or contains one. */
function holds(condition: Condition, isSuch: Part): boolean {
  if (isSuch(condition)) return true;
  switch (condition.kind) {
    case 'field':
    case 'expr':
    case 'schema':
      return false;
    case 'not':
      return holds(condition.child, isSuch);
    default:
      return condition.children.some((child) => holds(child, isSuch));
  }
}
