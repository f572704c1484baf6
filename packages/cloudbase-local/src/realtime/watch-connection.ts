import { PlatformError } from 'sqlite-document-database';
import { isOpenid } from '../http/client-request';
import type { ClientMessage, ErrorCode, ServerMessage } from './messages';
import type { WatchedByPerson, WatchSessions } from './watch-sessions';

/** One client, over one connection. */
export interface WatchConnection {
  take(message: ClientMessage): Promise<void>;
  /** @param code that the connection was closed with */
  left(code: number): void;
}

/** The browser leaves the page; the client watches nothing any more. After any other it may come back. */
const finalCodes = [1001, 3001];
const maxWatches = 1000;

export function watchConnection(
  sessions: WatchSessions,
  send: (message: ServerMessage) => void,
): WatchConnection {
  const watches = new Map<string, WatchedByPerson>();
  /** Watches that have not begun yet. */
  let beginning = 0;
  let openid: string | undefined;
  let isOpen = true;

  const answer = (
    { watchId, requestId }: ClientMessage,
    msgType: ServerMessage['msgType'],
    msgData: unknown,
  ): void => send({ watchId, requestId, msgType, msgData });
  const refuse = (message: ClientMessage, code: ErrorCode, reason: string): void =>
    answer(message, 'ERROR', { code, message: reason });

  /** Keeps what is watched under an id; what was under it before is over. */
  function hold(watchId: string, watched: WatchedByPerson): void {
    const earlier = watches.get(watchId);
    if (earlier !== watched) earlier?.end();
    watches.set(watchId, watched);
  }

  async function init(message: ClientMessage, watchId: string, person: string): Promise<void> {
    if (watches.size + beginning >= maxWatches)
      return refuse(message, 'SYS_ERR', 'too many watches on one connection');
    beginning++;
    try {
      const watched = await begun(message, watchId, person);
      if (!isOpen) watched?.end();
      else if (watched) hold(watchId, watched);
    } finally {
      beginning--;
    }
  }

  function begun(
    message: ClientMessage,
    watchId: string,
    person: string,
  ): Promise<WatchedByPerson | undefined> {
    const { collName, query, orderBy, limit } = message.msgData;
    return sessions.begin(
      {
        watchId,
        requestId: message.requestId,
        openid: person,
        collectionName: String(collName),
        query: queryIn(query),
        order: orderIn(orderBy),
        limit: typeof limit === 'number' ? limit : undefined,
      },
      send,
    );
  }

  function rebuild(message: ClientMessage, watchId: string, person: string): void {
    const { queryID, eventID } = message.msgData;
    const watched = sessions.find(String(queryID));
    const missed =
      watched?.openid === person ? watched.session.resume(watchId, send, Number(eventID)) : undefined;
    if (!watched || missed === undefined)
      return refuse(message, 'QUERYID_INVALID_ERROR', 'what has changed since is no longer known');
    watched.keep();
    hold(watchId, watched);
    answer(message, 'NEXT_EVENT', missed);
  }

  async function take(message: ClientMessage): Promise<void> {
    const { watchId = '', msgType, msgData, exMsgData } = message;
    if (msgType === 'PING') return answer(message, 'PONG', null);
    if (msgType === 'LOGIN') {
      const person = String(exMsgData.signStr);
      if (!isOpenid(person)) return refuse(message, 'SIGN_PARAM_INVALID', 'signStr is not an openid');
      openid = person;
      return answer(message, 'LOGIN_RES', { envId: msgData.envId });
    }
    if (openid === undefined) return refuse(message, 'CHECK_LOGIN_FAILED', 'not logged in');
    const watched = watches.get(watchId);
    switch (msgType) {
      case 'INIT_WATCH':
        return init(message, watchId, openid);
      case 'REBUILD_WATCH':
        return rebuild(message, watchId, openid);
      case 'CHECK_LAST':
        if (!watched) return refuse(message, 'QUERYID_INVALID_ERROR', 'nothing is watched under this id');
        return answer(message, 'CHECK_EVENT', watched.session.acknowledge(Number(msgData.eventID)));
      case 'CLOSE_WATCH':
        watched?.end();
        watches.delete(watchId);
    }
  }

  return {
    async take(message) {
      try {
        await take(message);
      } catch (cause) {
        if (!(cause instanceof PlatformError)) throw cause;
        answer(message, 'ERROR', { code: cause.code, message: cause.message });
      }
    },
    left(code) {
      isOpen = false;
      for (const watched of watches.values()) watched.leave(send, finalCodes.includes(code));
      watches.clear();
    },
  };
}

/** The client sends the condition as text within the text, or as an object of `doc()`, or an empty text. */
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
