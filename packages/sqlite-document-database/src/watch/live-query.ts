import { keyText, encodeKey } from '../index/key';
import { compareSortKeys, sortKeys, type SortField } from '../query/sort';
import { documentOf, type Row, type RowTest } from '../read/row';
import type { DocumentChange } from '../write/journal';

/** What a watched query asks. */
export interface Asked {
  matches: RowTest;
  sort: readonly SortField[];
  /** Undefined: all that match. */
  limit: number | undefined;
}

/**
 * How one document's place in the answer changed, in WeChat's words (`QueueType` and `DataType` of ChangeEvent).
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/collection/Collection.watch.html
 */
export interface QueryEvent {
  queueType: 'init' | 'enqueue' | 'dequeue' | 'update';
  dataType: 'init' | DocumentChange['kind'] | 'limit';
  /** The document as it is now; as it was when it is removed. */
  row: Row;
  /** As it was before, of an update. */
  before?: Row;
}

/** A change with its documents parsed once for all who watch. */
export interface SeenChange {
  kind: DocumentChange['kind'];
  idText: string;
  before: Row | undefined;
  after: Row | undefined;
}

/** The documents that a query answers, kept up to date by what changes. */
export interface LiveQuery {
  /** Takes the first answer: documents in their order, one more than the limit when there are more. */
  begin(rows: readonly Row[]): void;
  /** The answer as who begins now is told it. */
  now(): QueryEvent[];
  /** What one write changes of the answer; undefined when only reading again can tell who moves up. */
  follow(changes: readonly SeenChange[]): QueryEvent[] | undefined;
  /** How a new answer differs; `changes` are those known since the last. */
  readAgain(rows: readonly Row[], changes: readonly SeenChange[]): QueryEvent[];
  size(): number;
  /** How long its documents are together, as text. */
  characters(): number;
}

export function liveQuery({ matches, sort, limit = Infinity }: Asked): LiveQuery {
  let members = new Map<string, Row>();
  let characters = 0;
  /** Whether documents that match stand beyond the limit. */
  let more = false;
  /** The last member in the order, while it is known. */
  let last: [string, Row] | undefined;

  const compare = (a: Row, b: Row): number =>
    compareSortKeys(sortKeys(documentOf(a), sort), sortKeys(documentOf(b), sort), sort);

  const take = (rows: readonly Row[]): Map<string, Row> => {
    more = rows.length > limit;
    last = undefined;
    characters = rows.slice(0, limit).reduce((sum, { text }) => sum + text.length, 0);
    return new Map(rows.slice(0, limit).map((row) => [idTextOf(row), row]));
  };

  /** Whether a member may have made room for one beyond the limit. */
  const givesWay = ({ idText, after }: SeenChange): boolean => {
    const member = members.get(idText);
    return member !== undefined && (!after || !matches(after) || compare(after, member) > 0);
  };

  const lastMember = (): [string, Row] =>
    (last ??= [...members].reduce((worst, each) => (compare(each[1], worst[1]) > 0 ? each : worst)));

  const put = (idText: string, row: Row): void => {
    characters += row.text.length - (members.get(idText)?.text.length ?? 0);
    members.set(idText, row);
    last = undefined;
  };

  const drop = (idText: string): void => {
    characters -= members.get(idText)?.text.length ?? 0;
    members.delete(idText);
    last = undefined;
  };

  const enter = ({ kind, idText, before }: SeenChange, row: Row): QueryEvent[] => {
    const event: QueryEvent = { queueType: 'enqueue', dataType: kind, row, before };
    if (members.size < limit) {
      put(idText, row);
      return [event];
    }
    more = true;
    const [lastId, lastRow] = lastMember();
    if (compare(row, lastRow) >= 0) return [];
    drop(lastId);
    put(idText, row);
    return [event, { queueType: 'dequeue', dataType: 'limit', row: lastRow }];
  };

  const step = (change: SeenChange): QueryEvent[] => {
    const { kind, idText, before, after } = change;
    const member = members.get(idText);
    const now = after && matches(after) ? after : undefined;
    if (!member) return now ? enter(change, now) : [];
    if (now) {
      put(idText, now);
      return [{ queueType: 'update', dataType: kind, row: now, before }];
    }
    drop(idText);
    return [{ queueType: 'dequeue', dataType: kind, row: after ?? member, before }];
  };

  return {
    begin(rows) {
      members = take(rows);
    },
    now: () =>
      inOrder([...members.values()], sort).map((row) => ({ queueType: 'init', dataType: 'init', row })),
    follow(changes) {
      const mayOverflow = more || members.size + changes.length > limit;
      if (mayOverflow && changes.some(givesWay)) return undefined;
      return changes.flatMap(step);
    },
    readAgain(rows, changes) {
      const known = new Map(changes.map((change) => [change.idText, change]));
      const earlier = members;
      members = take(rows);
      const events: QueryEvent[] = [];
      for (const [idText, row] of earlier) {
        if (members.has(idText)) continue;
        const change = known.get(idText);
        const left = change && !(change.after && matches(change.after));
        const dataType = left ? change.kind : change ? 'limit' : limit === Infinity ? 'remove' : 'limit';
        events.push({ queueType: 'dequeue', dataType, row: change?.after ?? row, before: row });
      }
      for (const [idText, row] of members) {
        const before = earlier.get(idText);
        const change = known.get(idText);
        if (!before)
          events.push({
            queueType: 'enqueue',
            dataType: change?.kind ?? (limit === Infinity ? 'add' : 'limit'),
            row,
            before: change?.before,
          });
        else if (before.text !== row.text)
          events.push({ queueType: 'update', dataType: change?.kind ?? 'update', row, before });
      }
      return events;
    },
    size: () => members.size,
    characters: () => characters,
  };
}

/** Rows by their sort keys. */
export function inOrder(rows: readonly Row[], sort: readonly SortField[]): Row[] {
  return rows
    .map((row) => ({ row, keys: sortKeys(documentOf(row), sort) }))
    .sort((a, b) => compareSortKeys(a.keys, b.keys, sort))
    .map(({ row }) => row);
}

export function idTextOf(row: Row): string {
  return keyText(encodeKey(documentOf(row)._id));
}
