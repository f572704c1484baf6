import { PlatformError } from 'sqlite-document-database';
import type { ClientMessage } from './messages';
import type { Replies } from './replies';
import type { Send } from './watch-session';
import type { WatchedByPerson, WatchRequest, WatchSessions } from './watch-sessions';

/** The watches of one connection, by the ids that its client gives them. */
export interface ConnectionWatches {
  begin(message: ClientMessage, watchId: string, openid: string): Promise<void>;
  /** Continues a watch that an earlier connection of the same person began. */
  resume(message: ClientMessage, watchId: string, openid: string): void;
  /** The number of events that the client must have received by now. */
  check(message: ClientMessage, watchId: string): void;
  end(watchId: string): void;
  /** Reports that the connection is closed. Unless that is final, its watches wait for the client to come back. */
  leaveAll(isFinal: boolean): void;
}

const maxWatches = 1000;

export function createConnectionWatches(
  sessions: WatchSessions,
  send: Send,
  { answer, refuse }: Replies,
): ConnectionWatches {
  const watches = new Map<string, WatchedByPerson>();
  /** Watches that are still starting. */
  let beginning = 0;
  let isOpen = true;

  /** Keeps a watch under an id, and ends the one that had the id before. */
  function hold(watchId: string, watched: WatchedByPerson): void {
    const earlier = watches.get(watchId);
    if (earlier !== watched) earlier?.end();
    watches.set(watchId, watched);
  }

  return {
    async begin(message, watchId, openid) {
      if (watches.size + beginning >= maxWatches)
        return refuse(message, 'SYS_ERR', 'too many watches on one connection');
      beginning++;
      try {
        const watched = await sessions.begin(watchRequest(message, watchId, openid), send);
        if (!isOpen) watched?.end();
        else if (watched) hold(watchId, watched);
      } finally {
        beginning--;
      }
    },
    resume(message, watchId, openid) {
      const { queryID, eventID } = message.msgData;
      const watched = sessions.find(String(queryID));
      const missed =
        watched?.openid === openid ? watched.session.resume(watchId, send, Number(eventID)) : undefined;
      if (!watched || missed === undefined)
        return refuse(message, 'QUERYID_INVALID_ERROR', 'what has changed since is no longer known');
      watched.keep();
      hold(watchId, watched);
      answer(message, 'NEXT_EVENT', missed);
    },
    check(message, watchId) {
      const watched = watches.get(watchId);
      if (!watched) return refuse(message, 'QUERYID_INVALID_ERROR', 'nothing is watched under this id');
      answer(message, 'CHECK_EVENT', watched.session.acknowledge(Number(message.msgData.eventID)));
    },
    end(watchId) {
      watches.get(watchId)?.end();
      watches.delete(watchId);
    },
    leaveAll(isFinal) {
      isOpen = false;
      for (const watched of watches.values()) watched.leave(send, isFinal);
      watches.clear();
    },
  };
}

function watchRequest({ requestId, msgData }: ClientMessage, watchId: string, openid: string): WatchRequest {
  const { collName, query, orderBy, limit } = msgData;
  return {
    watchId,
    requestId,
    openid,
    collectionName: String(collName),
    query: queryIn(query),
    order: orderIn(orderBy),
    limit: typeof limit === 'number' ? limit : undefined,
  };
}

/** The client sends the condition as text within the text, as an object of `doc()`, or as an empty text. */
function queryIn(query: unknown): string {
  if (query === undefined || query === null) return '{}';
  try {
    const value: unknown = JSON.parse(String(query));
    return typeof value === 'string' ? value || '{}' : JSON.stringify(value);
  } catch (cause) {
    throw new PlatformError('INVALID_PARAM', `the query is not valid JSON: ${(cause as Error).message}`);
  }
}

function orderIn(orderBy: unknown): string {
  const fields = Object.entries(Object(orderBy) as object).map(([path, direction]) => [
    path,
    direction === 'desc' ? -1 : direction === 'asc' ? 1 : direction,
  ]);
  return JSON.stringify(Object.fromEntries(fields));
}
