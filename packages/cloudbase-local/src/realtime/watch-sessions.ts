import { asClient, type ClientRules } from '../client/client-rules';
import { type Database, fieldOf, PlatformError, type Row } from 'sqlite-document-database';
import type { ServerMessage } from './messages';
import { createWatchSession, type Send, type WatchSession } from './watch-session';
import { readableEvents } from './readable-events';

/** A query that a person watches. */
export interface WatchedByPerson {
  session: WatchSession;
  openid: string;
  end(): void;
  /** The client's connection is closed. Unless that is final, another connection may resume the watch for a while. */
  leave(lost: Send, isFinal: boolean): void;
  /** Another connection has resumed the watch. */
  keep(): void;
}

export interface WatchRequest {
  watchId: string;
  requestId: string;
  openid: string;
  collectionName: string;
  /** Extended JSON. */
  query: string;
  /** Extended JSON: `{"at":-1}`. */
  order: string;
  limit: number | undefined;
}

/** The watches of all connections. */
export interface WatchSessions {
  /** Starts a watch. Events and errors go to `send`. Undefined when the watch is refused. */
  begin(request: WatchRequest, send: Send): Promise<WatchedByPerson | undefined>;
  find(queryId: string): WatchedByPerson | undefined;
  close(): void;
}

/** Longer than Tencent's client tries to reconnect: five times, every ten seconds. */
const keptMs = 60_000;

export function createWatchSessions(
  database: Database,
  rules: () => ClientRules,
  log: (line: string) => void,
): WatchSessions {
  const sessions = new Map<string, WatchedByPerson>();

  const errorMessage = (watchId: string, requestId: string, cause: unknown): ServerMessage => {
    if (!(cause instanceof PlatformError))
      log(`watch of a client: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`);
    const { code, message } =
      cause instanceof PlatformError
        ? cause
        : new PlatformError('SYS_ERR', 'an error inside the local cloud, see its log');
    return { watchId, requestId, msgType: 'ERROR', msgData: { code: codes[code] ?? code, message } };
  };

  return {
    async begin({ watchId, requestId, openid, collectionName, query, order, limit }, send) {
      const session = createWatchSession(watchId, send);
      let ending: NodeJS.Timeout | undefined;
      let stop = (): void => undefined;
      const watched: WatchedByPerson = {
        session,
        openid,
        end() {
          clearTimeout(ending);
          sessions.delete(session.queryId);
          stop();
        },
        leave(lost, isFinal) {
          if (!session.detach(lost)) return;
          if (isFinal) watched.end();
          else ending = setTimeout(watched.end, keptMs).unref();
        },
        keep: () => clearTimeout(ending),
      };
      const acl = rules()(collectionName);
      const mayRead = (row: Row): boolean => acl !== 'PRIVATE' || fieldOf(row, '_openid') === openid;
      const fail = (cause: unknown): void => {
        watched.end();
        session.tell(errorMessage(watchId, '', cause));
      };
      try {
        const asked = asClient('database.getDocument', { collectionName, query }, openid, rules());
        stop = await database.watch(
          { ...asked, order, limit },
          {
            began(events) {
              sessions.set(session.queryId, watched);
              session.tell({ watchId, requestId, msgType: 'INIT_EVENT', msgData: session.begin(events) });
            },
            changed(events) {
              if (rules()(collectionName) === acl) session.changed(readableEvents(events, mayRead));
              else fail(new PlatformError('DATABASE_PERMISSION_DENIED', 'Permission denied'));
            },
            failed: fail,
          },
        );
      } catch (cause) {
        send(errorMessage(watchId, requestId, cause));
        return undefined;
      }
      // The watch may have ended before `stop` was assigned.
      if (!sessions.has(session.queryId)) stop();
      return watched;
    },
    find: (queryId) => sessions.get(queryId),
    close() {
      for (const watched of sessions.values()) watched.end();
    },
  };
}

/** The client's names for the platform's codes. */
const codes: Record<string, string> = { DATABASE_PERMISSION_DENIED: 'COLLECTION_PERMISSION_DENIED' };
