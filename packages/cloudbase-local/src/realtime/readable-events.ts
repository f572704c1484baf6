import type { QueryEvent, RowTest } from 'sqlite-document-database';

/**
 * Narrows the events for a person who may read only some documents. A document that stops being readable is reported as
 * removed, without its new content. One that becomes readable is reported as added, without its old content.
 */
export function readableEvents(events: readonly QueryEvent[], mayRead: RowTest): QueryEvent[] {
  return events.map((event) => {
    if (event.queueType === 'dequeue' && !mayRead(event.row)) return { ...event, dataType: 'remove' };
    if (event.queueType === 'enqueue' && event.before && !mayRead(event.before))
      return { ...event, dataType: 'add', before: undefined };
    return event;
  });
}
