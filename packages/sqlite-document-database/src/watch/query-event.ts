import type { Row } from '../read/row';
import type { DocumentChange } from '../write/journal';

/**
 * How one document's place in the result changed, in WeChat's words (`QueueType` and `DataType` of ChangeEvent).
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/collection/Collection.watch.html
 */
export interface QueryEvent {
  queueType: 'init' | 'enqueue' | 'dequeue' | 'update';
  dataType: 'init' | DocumentChange['kind'] | 'limit';
  /** The document after the write; for a removed one, before it. */
  row: Row;
  /** For an update: the document before it. */
  before?: Row;
}

/** A change whose documents are parsed once for all watches. */
export interface SeenChange {
  kind: DocumentChange['kind'];
  idText: string;
  before: Row | undefined;
  after: Row | undefined;
}

export function seenChange({ before, after, ...change }: DocumentChange): SeenChange {
  const row = (text: string | undefined): Row | undefined =>
    text === undefined ? undefined : { rid: -1, text };
  return { ...change, before: row(before), after: row(after) };
}
