import { changedFields, documentOf, plainJson, type QueryEvent, type Row } from 'sqlite-document-database';
import type { WireEvent } from './messages';

/** The changes that one write makes to a watched result, all under one number. */
export function wireEvents(events: readonly QueryEvent[], id: number): WireEvent[] {
  return events.map((event) => {
    const { queueType, dataType, row } = event;
    // The client already has a document that leaves the result, except when an update made it leave.
    const isKnown = queueType === 'dequeue' && (dataType === 'remove' || dataType === 'limit');
    return {
      ID: id,
      DataType: dataType,
      QueueType: queueType,
      DocID: plainJson(documentOf(row)._id ?? null),
      Doc: isKnown ? '' : textOf(row),
      ...(dataType === 'update' && event.before && fieldsBetween(event.before, row)),
    };
  });
}

const texts = new WeakMap<Row, string>();

/** The document as JSON, made once for all clients that watch it. */
function textOf(row: Row): string {
  let text = texts.get(row);
  if (text === undefined) {
    text = JSON.stringify(plainJson(documentOf(row)));
    texts.set(row, text);
  }
  return text;
}

type Fields = Pick<WireEvent, 'UpdatedFields' | 'removedFields'>;
const fields = new WeakMap<Row, Fields>();

/** The fields that an update changed. `after` can be the cache's key, because each update makes a new row. */
function fieldsBetween(before: Row, after: Row): Fields {
  let between = fields.get(after);
  if (!between) {
    const { updated, removed } = changedFields(documentOf(before), documentOf(after));
    between = { UpdatedFields: JSON.stringify(plainJson(updated)), removedFields: JSON.stringify(removed) };
    fields.set(after, between);
  }
  return between;
}
