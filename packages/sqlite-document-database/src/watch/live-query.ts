import type { SortField } from '../query/sort';
import type { Row, RowTest } from '../read/row';
import { createMembers, inOrder } from './members';
import type { QueryEvent, SeenChange } from './query-event';

/** The parameters of a watched query. */
export interface Asked {
  matches: RowTest;
  sort: readonly SortField[];
  /** Undefined: all matches. */
  limit: number | undefined;
}

/** The documents in a query's result, kept up to date by the reported changes. */
export interface LiveQuery {
  /** Takes the first result: documents in their order, one more than the limit when there are more. */
  begin(rows: readonly Row[]): void;
  /** The present result as the `init` events that a new watcher receives. */
  now(): QueryEvent[];
  /** The events of one write; undefined when only a new read can show which document moves up into the limit. */
  follow(changes: readonly SeenChange[]): QueryEvent[] | undefined;
  /** The difference to a new result; `changes` are those known since the last. */
  readAgain(rows: readonly Row[], changes: readonly SeenChange[]): QueryEvent[];
  size(): number;
  /** The length of its documents' texts together. */
  characters(): number;
}

export function liveQuery({ matches, sort, limit = Infinity }: Asked): LiveQuery {
  const members = createMembers(sort);
  /** Whether more documents match than the limit lets in. */
  let more = false;

  const take = (rows: readonly Row[]): ReadonlyMap<string, Row> => {
    more = rows.length > limit;
    return members.replace(rows.slice(0, limit));
  };

  /** Whether a document that left may have made room for one beyond the limit. */
  const givesWay = ({ idText, after }: SeenChange): boolean => {
    const member = members.get(idText);
    return member !== undefined && (!after || !matches(after) || members.compare(after, member) > 0);
  };

  const enter = ({ kind, idText, before }: SeenChange, row: Row): QueryEvent[] => {
    const event: QueryEvent = { queueType: 'enqueue', dataType: kind, row, before };
    if (members.size < limit) {
      members.put(idText, row);
      return [event];
    }
    more = true;
    const [lastId, lastRow] = members.last();
    if (members.compare(row, lastRow) >= 0) return [];
    members.drop(lastId);
    members.put(idText, row);
    return [event, { queueType: 'dequeue', dataType: 'limit', row: lastRow }];
  };

  const step = (change: SeenChange): QueryEvent[] => {
    const { kind, idText, before, after } = change;
    const member = members.get(idText);
    const now = after && matches(after) ? after : undefined;
    if (!member) return now ? enter(change, now) : [];
    if (now) {
      members.put(idText, now);
      return [{ queueType: 'update', dataType: kind, row: now, before }];
    }
    members.drop(idText);
    return [{ queueType: 'dequeue', dataType: kind, row: after ?? member, before }];
  };

  return {
    begin: (rows) => void take(rows),
    now: () =>
      inOrder([...members.all().values()], sort).map((row) => ({
        queueType: 'init',
        dataType: 'init',
        row,
      })),
    follow(changes) {
      const mayOverflow = more || members.size + changes.length > limit;
      if (mayOverflow && changes.some(givesWay)) return undefined;
      return changes.flatMap(step);
    },
    readAgain(rows, changes) {
      const known = new Map(changes.map((change) => [change.idText, change]));
      const earlier = take(rows);
      return [
        ...departures(earlier, members.all(), known, { matches, limit }),
        ...arrivals(earlier, members.all(), known, limit),
      ];
    },
    size: () => members.size,
    characters: () => members.characters,
  };
}

type Rows = ReadonlyMap<string, Row>;
type Known = ReadonlyMap<string, SeenChange>;

function departures(
  earlier: Rows,
  members: Rows,
  known: Known,
  { matches, limit }: { matches: RowTest; limit: number },
): QueryEvent[] {
  const events: QueryEvent[] = [];
  for (const [idText, row] of earlier) {
    if (members.has(idText)) continue;
    const change = known.get(idText);
    const left = change && !(change.after && matches(change.after));
    const dataType = left ? change.kind : change ? 'limit' : limit === Infinity ? 'remove' : 'limit';
    events.push({ queueType: 'dequeue', dataType, row: change?.after ?? row, before: row });
  }
  return events;
}

/** The new or changed members. */
function arrivals(earlier: Rows, members: Rows, known: Known, limit: number): QueryEvent[] {
  const events: QueryEvent[] = [];
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
}
