import type { Database, RowsRead } from 'sqlite-document-database';
import type { Invocation } from '../client/caller';

/** A database operation of a function, and how long it took. */
export interface DatabaseOperation extends RowsRead {
  action: string;
  collection: string;
  functionName: string;
  requestId: string;
  /** The request at the beginning of the chain of calls. */
  rootRequestId: string;
  byTimer: boolean;
  ms: number;
}

/** Handles database actions and reports those of functions to `report`, if it is given. */
export function watchOperations(
  database: Database,
  report: ((operation: DatabaseOperation) => void) | undefined,
): (
  action: string,
  body: Record<string, unknown>,
  by: Invocation | undefined,
) => ReturnType<Database['handle']> {
  if (!report) return (action, body) => database.handle(action, body);
  return async (action, body, by) => {
    const rows: RowsRead = { examined: 0, answered: 0 };
    const startedMs = performance.now();
    try {
      return await database.handle(action, body, rows);
    } finally {
      if (by) {
        const { functionName, requestId, rootRequestId, caller } = by;
        const byTimer = caller.source.startsWith('wx_trigger');
        const collection = typeof body.collectionName === 'string' ? body.collectionName : '';
        report({
          action,
          collection,
          functionName,
          requestId,
          rootRequestId,
          byTimer,
          ...rows,
          ms: performance.now() - startedMs,
        });
      }
    }
  };
}
