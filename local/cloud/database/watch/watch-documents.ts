import { countIn, documentIn, type Body } from '../actions/request';
import { collectionNamed, type Engine } from '../engine';
import { MAX_WATCHED_DOCUMENTS } from '../limits';
import { parseQuery, type Condition } from '../query/condition';
import { parseSort } from '../query/sort';
import { compileRowTest } from '../read/row';
import { invalidParam } from '../refusals';
import type { WatchedQueries, Watcher } from './watched-queries';

/** What nothing else is said of comes the newest first, as the documentation of `Collection.watch` has it. */
const USUAL_ORDER = [{ path: '_id', descending: true }];

/**
 * Follows what a query answers: `collectionName`, `query`, `order` and `limit` as in `database.getDocument`, without its
 * limits on how much is answered.
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
  if (asksNear(condition)) throw invalidParam('geoNear cannot be watched: everything would change its place');
  const order = parseSort(documentIn(engine, body, 'order'));
  const asked = countIn(body, 'limit', 0, Infinity);
  const limit = asked > 0 && asked <= MAX_WATCHED_DOCUMENTS ? asked : undefined;
  const sort = order.length > 0 ? order : USUAL_ORDER;
  const text = JSON.stringify([body.query, body.order, limit]);
  const matches = compileRowTest(condition);
  return queries.watch({ collection, condition, text, matches, sort, limit }, watcher);
}

function asksNear(condition: Condition): boolean {
  switch (condition.kind) {
    case 'field':
      return condition.op === '$near';
    case 'not':
      return asksNear(condition.child);
    case 'expr':
      return false;
    default:
      return condition.children.some(asksNear);
  }
}
