import type { QueryEvent, RowTest } from 'sqlite-document-database';

/**
 * The events as they may be told to somebody who reads only some documents: one that becomes another's is gone for them, and they
 * learn nothing of what it is now; one that becomes theirs is new to them, and they learn nothing of what it was.
 */
export function withinRights(events: readonly QueryEvent[], mayRead: RowTest): QueryEvent[] {
  return events.map((event) => {
    if (event.queueType === 'dequeue' && !mayRead(event.row)) return { ...event, dataType: 'remove' };
    if (event.queueType === 'enqueue' && event.before && !mayRead(event.before))
      return { ...event, dataType: 'add', before: undefined };
    return event;
  });
}
