import type { Engine } from '../engine';
import { maxWatchedCharacters, maxWatchedDocuments } from '../limits';
import type { Condition } from '../query/condition';
import { select } from '../read/select';
import type { Row } from '../read/view';
import { watchedTooLarge } from '../refusals';
import type { Collection } from '../storage/catalogue';
import type { Sql } from '../storage/sqlite';
import type { Asked } from './live-query';
import { idTextOf, inOrder } from './members';
import type { SeenChange } from './query-event';

/** A query whose result is watched. */
export interface WatchedQuery extends Asked {
  collection: Collection;
  condition: Condition;
  /** The query as text; equal queries of a collection share the work. */
  text: string;
}

/**
 * The present result, with one document more than wanted, so that it is known whether there are more.
 * @param spare how many further documents to read, for a result with a limit
 */
export async function answerOf(engine: Engine, sql: Sql, query: WatchedQuery, spare: number): Promise<Row[]> {
  const { collection, condition, sort, limit } = query;
  const view = { sql, log: engine.log };
  if (limit !== undefined) return select(view, collection, condition, { sort, limit: limit + 1 + spare });
  // Beyond the limit the watch fails anyway, so these rows need no order.
  let characters = 0;
  const filter = ({ text }: Row): boolean => {
    characters += text.length;
    if (characters > maxWatchedCharacters) throw watchedTooLarge();
    return true;
  };
  return inOrder(await select(view, collection, condition, { limit: maxWatchedDocuments + 1, filter }), sort);
}

/** The result before the changes; complete if at least as many spare documents were read as there are changes. */
export function without(
  rows: readonly Row[],
  changes: readonly SeenChange[],
  { matches, sort }: WatchedQuery,
): Row[] {
  const earlier = new Map<string, Row | undefined>();
  for (const { idText, before } of changes) if (!earlier.has(idText)) earlier.set(idText, before);
  const untouched = rows.filter((row) => !earlier.has(idTextOf(row)));
  const restored = [...earlier.values()].filter((row) => row !== undefined && matches(row));
  return inOrder([...untouched, ...restored] as Row[], sort);
}
