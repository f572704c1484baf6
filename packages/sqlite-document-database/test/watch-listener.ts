import type { PlatformError } from '../src/platform-error';
import { documentOf } from '../src/read/row';
import { stringifyEjson } from '../src/values/ejson';
import type { Document } from '../src/values/value';
import type { QueryEvent } from '../src/watch/query-event';
import type { Scratch } from './scratch-database';

/** A client that applies the reported events to its list, and keeps the events. */
export interface Listener {
  list: Document[];
  /** The events of each report as words: `update replace a`. */
  reported: string[][];
  /** The list after each report, unordered. */
  lists: string[];
  failure?: PlatformError;
  end(): void;
}

export async function listenTo(
  scratch: Scratch,
  query: Document = {},
  more: Record<string, unknown> = {},
): Promise<Listener> {
  const listener: Listener = { list: [], reported: [], lists: [], end: () => undefined };
  const hear = (events: QueryEvent[]): void => {
    listener.reported.push(
      events.map(({ queueType, dataType, row }) => `${queueType} ${dataType} ${String(documentOf(row)._id)}`),
    );
    for (const { queueType, row } of events) {
      const document = documentOf(row);
      const at = listener.list.findIndex(({ _id }) => _id === document._id);
      const isNew = queueType === 'init' || queueType === 'enqueue';
      if (isNew !== at < 0) throw new Error(`${queueType} of ${String(document._id)} at ${at}`);
      if (queueType === 'dequeue') listener.list.splice(at, 1);
      else if (isNew) listener.list.push(document);
      else listener.list[at] = document;
    }
    listener.lists.push(
      listener.list
        .map(({ _id, n }) => `${String(_id)}${String(n)}`)
        .sort()
        .join(),
    );
  };
  const body = { collectionName: 'things', query: stringifyEjson(query), ...more };
  listener.end = await scratch.database.watch(body, {
    began: hear,
    changed: hear,
    failed: (cause) => (listener.failure = cause as PlatformError),
  });
  return listener;
}

/** Waits for later events, and fails when they do not come. */
export async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 5000 && !isSo(); turn++) await new Promise(setImmediate);
  expect(isSo()).toBe(true);
}

/** Writes to single documents, within a transaction when one is given. */
export function documentWrites(scratch: () => Scratch) {
  const doc = (id: string, transactionId?: string) => ({
    queryType: 'DOC',
    query: stringifyEjson({ _id: id }),
    multi: false,
    transactionId,
  });
  return {
    set: (id: string, document: Document, transactionId?: string) =>
      scratch().send('modifyDocument', {
        ...doc(id, transactionId),
        merge: false,
        upsert: true,
        data: stringifyEjson(document),
      }),
    inc: (id: string, n: number, transactionId?: string) =>
      scratch().update({ _id: id }, { $inc: { n } }, doc(id, transactionId)),
    remove: (id: string) => scratch().send('removeDocument', doc(id)),
  };
}
